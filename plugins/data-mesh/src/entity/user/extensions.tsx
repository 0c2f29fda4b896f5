import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isUserWithProducts } from '../applies';

export const userProductsCard = EntityCardBlueprint.make({
  name: 'user-products',
  params: {
    type: 'content',
    filter: isUserWithProducts,
    loader: () =>
      import('./UserProductsCard').then(m => <m.UserProductsCard />),
  },
});
