import { Children, ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(7rem, max-content) minmax(0, 1fr)',
    columnGap: theme.spacing(2),
    rowGap: theme.spacing(1),
    alignItems: 'baseline',
    margin: 0,
    ...theme.typography.body2,
    '& dt': { color: theme.palette.text.secondary },
    '& dd': { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
    // Not by colour alone: these links stand amid other text
    '& dd a': { textDecoration: 'underline' },
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns: 'minmax(0, 1fr)',
      rowGap: 0,
      '& dd': { marginBottom: theme.spacing(1) },
    },
  },
}));

/** Named facts below each other; renders nothing without any. */
export function Facts(props: { children: ReactNode; className?: string }) {
  const classes = useStyles();
  if (!Children.toArray(props.children).length) {
    return null;
  }
  return (
    <dl className={`${classes.root} ${props.className ?? ''}`}>
      {props.children}
    </dl>
  );
}

/** One of {@link Facts}. */
export function Fact(props: { name: ReactNode; children: ReactNode }) {
  return (
    <>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </>
  );
}
