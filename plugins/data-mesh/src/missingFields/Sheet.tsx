import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { MissingFieldsList } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Loaded } from '../api';
import { PageError } from '../components/PageError';
import { NoProductsYet } from '../products/NoProductsYet';
import { ProductListSkeleton } from '../products/ProductListSkeleton';
import { useDataMeshTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  pager: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
  },
}));

/** The rows of the sheet and the way to others, or why there are none. */
export function Sheet(props: {
  sheet: Loaded<MissingFieldsList>;
  /** Of the page that is asked for; the first one without it. */
  cursor: string | undefined;
  onMove: (cursor: string | undefined) => void;
  children: (list: MissingFieldsList) => JSX.Element;
}) {
  const { cursor, onMove, children } = props;
  const { data, error, refetch } = props.sheet;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  if (!data) {
    if (error) {
      // A cursor out of an old link may be what the backend stumbles over.
      return cursor ? (
        <PageError
          error={error}
          onRetry={() => onMove(undefined)}
          retryLabel={t('products.list.firstPage')}
        />
      ) : (
        <PageError error={error} onRetry={refetch} />
      );
    }
    return (
      <div role="status" aria-label={t('missingFields.loading')}>
        <ProductListSkeleton rows={5} />
      </div>
    );
  }
  if (data.all === 0) {
    return <NoProductsYet />;
  }
  return data.items.length ? (
    <>
      <Pager list={data} onMove={onMove} />
      {children(data)}
    </>
  ) : (
    <Typography className={classes.pager}>
      {t('missingFields.nothingFound')}
    </Typography>
  );
}

function Pager(props: {
  list: MissingFieldsList;
  onMove: (cursor: string | undefined) => void;
}) {
  const { total, all, prevCursor, nextCursor } = props.list;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const to = (cursor: string | undefined, words: string) => (
    <Button
      variant="outlined"
      size="small"
      disabled={!cursor}
      onClick={() => props.onMove(cursor)}
    >
      {words}
    </Button>
  );
  return (
    <div className={classes.pager}>
      <Typography variant="body2">
        {t('missingFields.count', { total: String(total), count: all })}
      </Typography>
      {(prevCursor || nextCursor) && (
        <nav aria-label={t('missingFields.pages')}>
          {to(prevCursor, t('missingFields.previous'))}{' '}
          {to(nextCursor, t('missingFields.next'))}
        </nav>
      )}
    </div>
  );
}
