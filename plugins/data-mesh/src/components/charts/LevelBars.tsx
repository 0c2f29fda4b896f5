import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'flex-end',
    gap: 2,
    height: '1rem',
    verticalAlign: 'text-bottom',
  },
  bar: {
    width: 7,
    minHeight: 1,
    backgroundColor: theme.palette.text.secondary,
  },
}));

/** How many there are at each level, from the lowest. */
export function LevelBars(props: {
  counts: readonly number[];
  /** The same in words. */
  label: string;
}) {
  const { counts, label } = props;
  const classes = useStyles();
  const most = Math.max(1, ...counts);
  return (
    <span className={classes.root} role="img" aria-label={label}>
      {counts.map((count, level) => (
        <span
          key={level}
          className={classes.bar}
          style={{ height: `${(count / most) * 100}%` }}
        />
      ))}
    </span>
  );
}
