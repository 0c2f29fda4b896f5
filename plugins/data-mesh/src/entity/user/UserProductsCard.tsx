import {
  RELATION_OWNER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import {
  RELATION_PRODUCT_OWNER_OF,
  RELATION_STEWARD_OF,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { ProductsCard } from '../../products/ProductsCard';
import { useDataMeshTranslation } from '../../translation';
import { productRefs } from '../productRefs';

const roles = [
  { type: RELATION_OWNER_OF, word: 'entity.user.owner' },
  { type: RELATION_PRODUCT_OWNER_OF, word: 'entity.user.productOwner' },
  { type: RELATION_STEWARD_OF, word: 'entity.user.steward' },
] as const;

/** The data products a person answers for, and as what. */
export function UserProductsCard() {
  const { entity } = useEntity();
  const { t } = useDataMeshTranslation();
  const byRole = roles.map(({ type, word }) => ({
    word: t(word),
    refs: productRefs(entity, type),
  }));
  const expected = new Set(byRole.flatMap(({ refs }) => refs)).size;
  if (!expected) {
    return null;
  }
  return (
    <ProductsCard
      title={t('entity.user.answersFor')}
      query={{ answerable: [stringifyEntityRef(entity)] }}
      expected={expected}
      columns={['role', 'domain', 'lifecycle']}
      roleOf={ref =>
        byRole
          .filter(({ refs }) => refs.includes(ref))
          .map(({ word }) => word)
          .join(', ')
      }
    />
  );
}
