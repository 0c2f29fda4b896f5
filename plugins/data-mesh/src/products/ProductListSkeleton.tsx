import Skeleton from '@material-ui/lab/Skeleton';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  row: {
    padding: theme.spacing(2),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
}));

/** Holds the place of rows that are on their way. */
export function ProductListSkeleton({ rows }: { rows: number }) {
  const classes = useStyles();
  return (
    <div aria-hidden>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.row}>
          <Skeleton variant="text" width="30%" height={32} />
          <Skeleton variant="text" width="80%" height={24} />
          <Skeleton variant="text" width="50%" height={20} />
        </div>
      ))}
    </div>
  );
}
