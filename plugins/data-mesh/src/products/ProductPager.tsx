import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { ProductList } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    padding: theme.spacing(2),
  },
}));

/** Goes through the list a page at a time; absent while one page holds all. */
export function ProductPager(props: {
  list: ProductList;
  onMove: (cursor: string) => void;
}) {
  const { onMove } = props;
  const { prevCursor, nextCursor } = props.list;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  if (!prevCursor && !nextCursor) {
    return null;
  }
  return (
    <nav className={classes.root} aria-label={t('products.list.pages')}>
      <Button
        variant="outlined"
        disabled={!prevCursor}
        onClick={() => prevCursor && onMove(prevCursor)}
      >
        {t('products.list.previous')}
      </Button>
      <Button
        variant="outlined"
        disabled={!nextCursor}
        onClick={() => nextCursor && onMove(nextCursor)}
      >
        {t('products.list.next')}
      </Button>
    </nav>
  );
}
