import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import {
  ProductList,
  ProductQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Loaded } from '../api';
import { isWithoutBackend } from '../components/errors';
import { LoadError } from '../components/LoadError';
import { useDataMeshTranslation } from '../translation';
import { NoBackend } from '../components/NoBackend';
import { NoProductsYet } from './NoProductsYet';
import { NothingFound } from './NothingFound';
import { ProductListSkeleton } from './ProductListSkeleton';
import { ProductRow } from './ProductRow';
import { isNarrowed } from './query';
import { useQueryWords } from './useQueryWords';

const useStyles = makeStyles(theme => ({
  rows: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    transition: theme.transitions.create('opacity'),
  },
  stale: { opacity: 0.6 },
}));

/** The rows of the list, or why there are none. */
export function ProductResults(props: {
  query: ProductQuery;
  products: Loaded<ProductList> & { isStale: boolean };
  onClear: () => void;
  onFirstPage: () => void;
}): ReactNode {
  const { query, products, onClear, onFirstPage } = props;
  const { data, error, isStale, refetch } = products;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const queryWords = useQueryWords(query, data?.facets);

  if (error && isWithoutBackend(error)) {
    return <NoBackend />;
  }
  if (error) {
    // A cursor out of an old link may be what the backend stumbles over.
    return query.cursor ? (
      <LoadError
        error={error}
        onRetry={onFirstPage}
        retryLabel={t('products.list.firstPage')}
      />
    ) : (
      <LoadError error={error} onRetry={refetch} />
    );
  }
  if (!data) {
    return <ProductListSkeleton rows={8} />;
  }
  if (!data.items.length) {
    return isNarrowed(query) ? (
      <NothingFound what={queryWords} onClear={onClear} />
    ) : (
      <NoProductsYet />
    );
  }
  return (
    <ul
      aria-label={t('products.list.label')}
      aria-busy={isStale}
      className={`${classes.rows} ${isStale ? classes.stale : ''}`}
    >
      {data.items.map((product, index) => (
        <ProductRow key={product.ref} product={product} place={index + 1} />
      ))}
    </ul>
  );
}
