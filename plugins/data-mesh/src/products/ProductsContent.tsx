import { useEffect, useRef } from 'react';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useAnalytics } from '@backstage/core-plugin-api';
import { ProductQuery } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useProducts } from '../api';
import { useDataMeshTranslation } from '../translation';
import { ProductCount } from './ProductCount';
import { ProductFilters } from './ProductFilters';
import { ProductPager } from './ProductPager';
import { ProductResults } from './ProductResults';
import { ProductSearch } from './ProductSearch';
import { MissingFieldsLink } from '../missingFields/MissingFieldsLink';
import { NewProductButton } from '../scaffolder/NewProductButton';
import { ProductSort } from './ProductSort';
import { useProductQuery } from './useProductQuery';

const pageSize = 20;

const useStyles = makeStyles(theme => ({
  find: { padding: theme.spacing(2) },
  summary: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(2, 0),
  },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
  },
  results: { '&:focus': { outline: 'none' } },
}));

/** The tab Data products: find one by what it is, holds, or who stands by it. */
export function ProductsContent() {
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const analytics = useAnalytics();
  const { query, change, clear } = useProductQuery();
  const products = useProducts(
    { ...query, limit: pageSize },
    { keepPrevious: true },
  );
  const results = useRef<HTMLElement>(null);

  const { data, isStale } = products;
  const total = isStale ? undefined : data?.total;
  const { text } = query;
  useEffect(() => {
    if (text && total !== undefined) {
      analytics.captureEvent('search', text, { value: total });
    }
  }, [analytics, text, total]);

  const filter = (name: string, to: ProductQuery) => {
    const values = [to[name as keyof ProductQuery] ?? []].flat().join(',');
    analytics.captureEvent('filter', name, { attributes: { values } });
    change(to);
  };
  const move = (cursor: string | undefined) => {
    change({ cursor });
    results.current?.focus();
  };

  return (
    <>
      <Paper
        component="section"
        role="search"
        aria-label={t('products.search.landmark')}
        className={classes.find}
      >
        <ProductSearch
          text={text ?? ''}
          onChange={to => change({ text: to })}
        />
        <ProductFilters query={query} facets={data?.facets} onChange={filter} />
      </Paper>
      <div className={classes.summary}>
        <ProductCount query={query} list={data} />
        <div className={classes.actions}>
          <ProductSort query={query} onChange={sort => change({ sort })} />
          {data && data.all > 0 && <MissingFieldsLink />}
          <NewProductButton />
        </div>
      </div>
      <Paper
        component="section"
        ref={results}
        tabIndex={-1}
        aria-label={t('products.list.label')}
        className={classes.results}
      >
        <ProductResults
          query={query}
          products={products}
          onClear={clear}
          onFirstPage={() => move(undefined)}
        />
        {data && <ProductPager list={data} onMove={move} />}
      </Paper>
    </>
  );
}
