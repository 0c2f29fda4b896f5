import {
  RELATION_HAS_PART,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ProductsCard } from '../../products/ProductsCard';
import { useDataMeshTranslation } from '../../translation';
import { productRefs } from '../productRefs';

/** The data products of a domain; nothing for a domain that has none. */
export function DomainProductsCard() {
  const { entity } = useEntity();
  const { t } = useDataMeshTranslation();
  const expected = productRefs(entity, RELATION_HAS_PART).length;
  if (!expected) {
    return null;
  }
  return (
    <ProductsCard
      title={t('entity.domain.products')}
      query={{ domain: [stringifyEntityRef(entity)] }}
      expected={expected}
      columns={['type', 'lifecycle', 'owner']}
    />
  );
}
