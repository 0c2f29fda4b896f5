import {
  RELATION_HAS_PART,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { useDomainProfile } from '../../api';
import { ProductsCard } from '../../products/ProductsCard';
import { useProductsLink } from '../../products/useProductsLink';
import { Loading } from '../../components/Loading';
import { useDataMeshTranslation } from '../../translation';
import { productRefs } from '../productRefs';
import { DomainProductsTable } from './DomainProductsTable';

/** Rows of the card; what is beyond is in the list. */
const rows = 20;

/**
 * The data products of a domain with what each needs next, the widest gap
 * first; nothing for a domain that has none.
 */
export function DomainProductsCard() {
  const { entity } = useEntity();
  const { t } = useDataMeshTranslation();
  const listLink = useProductsLink();
  const domain = stringifyEntityRef(entity);
  const expected = productRefs(entity, RELATION_HAS_PART).length;
  const { data, error } = useDomainProfile(domain, { enabled: expected > 0 });
  const title = t('entity.domain.products');

  if (!expected) {
    return null;
  }
  const count = data?.row?.products.total ?? data?.products.length ?? 0;
  if (data?.products.length) {
    const all =
      data.products.length > rows ? listLink({ domain: [domain] }) : undefined;
    return (
      <EntityInfoCard
        title={`${title} (${count})`}
        footerActions={
          all && <Link to={all}>{t('products.table.all', { count })}</Link>
        }
      >
        <DomainProductsTable
          label={title}
          products={data.products.slice(0, rows)}
        />
      </EntityInfoCard>
    );
  }
  if (!data && !error) {
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
  // What is not measured is told all the same, as the catalog knows it.
  return (
    <ProductsCard
      title={title}
      query={{ domain: [domain] }}
      expected={expected}
      columns={['type', 'lifecycle', 'owner']}
    />
  );
}
