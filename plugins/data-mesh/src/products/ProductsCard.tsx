import { Link } from '@backstage/core-components';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { ProductQuery } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useProducts } from '../api';
import { isWithoutBackend } from '../components/errors';
import { LoadError } from '../components/LoadError';
import { Loading } from '../components/Loading';
import { useDataMeshTranslation } from '../translation';
import { worstFirst } from './faults';
import { ProductColumn, ProductTable } from './ProductTable';
import { useProductsLink } from './useProductsLink';

/** Rows of a card; what is beyond is in the list. */
const rows = 20;
/** Asked for in one go, so that the worst are not on a page nobody opens. */
const limit = 100;

/**
 * A card with the data products of a query. `expected` is how many of them the
 * page's entity itself speaks of: it keeps their place while they are on their
 * way, and a card that expects none stays away until there is one.
 */
export function ProductsCard(props: {
  title: string;
  query: ProductQuery;
  expected: number;
  columns: ProductColumn[];
  roleOf?: (ref: string) => string;
}) {
  const { title, query, expected, columns, roleOf } = props;
  const { t } = useDataMeshTranslation();
  const listLink = useProductsLink();
  const { data, error, refetch } = useProducts({ ...query, limit });

  const isQuiet = error
    ? !expected || isWithoutBackend(error)
    : !data && !expected;
  if (isQuiet || data?.items.length === 0) {
    return null;
  }
  if (error) {
    return (
      <EntityInfoCard title={title}>
        <LoadError error={error} onRetry={refetch} />
      </EntityInfoCard>
    );
  }
  if (!data) {
    return (
      <EntityInfoCard title={title}>
        <Loading
          label={t('products.table.loading')}
          lines={Math.min(expected, rows) + 1}
          height={33}
        />
      </EntityInfoCard>
    );
  }

  const all = data.total > rows ? listLink(query) : undefined;
  return (
    <EntityInfoCard
      title={`${title} (${data.total})`}
      footerActions={
        all && (
          <Link to={all}>{t('products.table.all', { count: data.total })}</Link>
        )
      }
    >
      <ProductTable
        label={title}
        products={worstFirst(data.items).slice(0, rows)}
        columns={columns}
        roleOf={roleOf}
      />
    </EntityInfoCard>
  );
}
