import { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { useRowStyles } from './useRowStyles';

const useStyles = makeStyles(theme => ({
  root: { marginBottom: theme.spacing(3) },
  heading: { padding: theme.spacing(2, 2, 0) },
}));

/** A part of My work, with its rows as a list. */
export function Section(props: { title: string; children: ReactNode }) {
  const classes = useStyles();
  const rows = useRowStyles();
  return (
    <Paper
      component="section"
      className={classes.root}
      aria-label={props.title}
    >
      <Typography variant="h6" component="h2" className={classes.heading}>
        {props.title}
      </Typography>
      <ul className={rows.list}>{props.children}</ul>
    </Paper>
  );
}
