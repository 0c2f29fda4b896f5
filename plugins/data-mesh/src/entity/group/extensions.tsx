import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isGroupThatMayUseProducts, isGroupWithProducts } from '../applies';

export const groupOwnedProductsCard = EntityCardBlueprint.make({
  name: 'group-owned-products',
  params: {
    type: 'content',
    filter: isGroupWithProducts,
    loader: () =>
      import('./GroupOwnedProductsCard').then(m => (
        <m.GroupOwnedProductsCard />
      )),
  },
});

export const groupUsedProductsCard = EntityCardBlueprint.make({
  name: 'group-used-products',
  params: {
    type: 'content',
    filter: isGroupThatMayUseProducts,
    loader: () =>
      import('./GroupUsedProductsCard').then(m => <m.GroupUsedProductsCard />),
  },
});
