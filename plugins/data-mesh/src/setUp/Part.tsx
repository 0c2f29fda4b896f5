import { ReactNode } from 'react';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(2), marginBottom: theme.spacing(3) },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    paddingBottom: theme.spacing(1),
  },
}));

/** A part of Set-up. */
export function Part(props: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <Paper
      component="section"
      className={classes.root}
      aria-label={props.title}
    >
      <div className={classes.head}>
        <Typography variant="h6" component="h2">
          {props.title}
        </Typography>
        {props.action}
      </div>
      {props.children}
    </Paper>
  );
}
