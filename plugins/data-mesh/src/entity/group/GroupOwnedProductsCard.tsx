import {
  RELATION_OWNER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ProductsCard } from '../../products/ProductsCard';
import { useDataMeshTranslation } from '../../translation';
import { productRefs } from '../productRefs';

/** The data products a team answers for; nothing for a team without. */
export function GroupOwnedProductsCard() {
  const { entity } = useEntity();
  const { t } = useDataMeshTranslation();
  const expected = productRefs(entity, RELATION_OWNER_OF).length;
  if (!expected) {
    return null;
  }
  return (
    <ProductsCard
      title={t('entity.group.owned')}
      query={{ owner: [stringifyEntityRef(entity)] }}
      expected={expected}
      columns={['domain', 'level', 'lifecycle']}
    />
  );
}
