import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  group: { border: 0, margin: 0, padding: 0, minWidth: 0 },
  legend: { ...theme.typography.h6, padding: 0 },
}));

/** Fields that make up one answer, below its title. */
export function FieldGroup(props: {
  id: string;
  title: string;
  text?: ReactNode;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <fieldset
      id={props.id}
      className={classes.group}
      aria-describedby={props.text ? `${props.id}-about` : undefined}
    >
      <legend className={classes.legend}>{props.title}</legend>
      {props.text && (
        <Typography
          id={`${props.id}-about`}
          variant="body2"
          color="textSecondary"
          component="div"
        >
          {props.text}
        </Typography>
      )}
      {props.children}
    </fieldset>
  );
}
