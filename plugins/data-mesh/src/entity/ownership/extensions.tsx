import { isOwnedOrOwner } from '../applies';
import { DataMeshSummaryBlueprint } from '../summary/DataMeshSummaryBlueprint';

export const ownershipSummary = DataMeshSummaryBlueprint.make({
  name: 'ownership',
  params: {
    filter: isOwnedOrOwner,
    loader: () => import('./index').then(m => <m.OwnershipCard />),
  },
});
