import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { RELATION_CONSUMER_OF } from '@backstage-data-mesh/plugin-data-mesh-common';
import { ProductsCard } from '../../products/ProductsCard';
import { useDataMeshTranslation } from '../../translation';
import { productRefs } from '../productRefs';

/**
 * The data products a team uses, by itself or by what it owns. The latter only
 * the backend knows, so it is asked also when the team's own entity is silent.
 */
export function GroupUsedProductsCard() {
  const { entity } = useEntity();
  const { t } = useDataMeshTranslation();
  return (
    <ProductsCard
      title={t('entity.group.used')}
      query={{ consumer: [stringifyEntityRef(entity)] }}
      expected={productRefs(entity, RELATION_CONSUMER_OF).length}
      columns={['domain', 'lifecycle', 'owner']}
    />
  );
}
