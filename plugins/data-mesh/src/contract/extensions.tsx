import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { isContractEntity } from './isContractEntity';
import { CONTRACT_TAB_PATH } from './place';

export const contractContent = EntityContentBlueprint.make({
  name: 'contract',
  params: {
    path: CONTRACT_TAB_PATH,
    title: 'Contract',
    filter: isContractEntity,
    loader: () => import('./index').then(m => <m.ContractContent />),
  },
});
