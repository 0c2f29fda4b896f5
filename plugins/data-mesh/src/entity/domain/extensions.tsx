import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { isDomainInMesh, isDomainWithProducts } from '../applies';
import { DataMeshSummaryBlueprint } from '../summary/DataMeshSummaryBlueprint';

export const domainMaturitySummary = DataMeshSummaryBlueprint.make({
  name: 'domain-maturity',
  params: {
    filter: isDomainInMesh,
    loader: () => import('./index').then(m => <m.DomainMaturity />),
  },
});

export const domainGoalsSummary = DataMeshSummaryBlueprint.make({
  name: 'domain-goals',
  params: {
    filter: isDomainInMesh,
    loader: () => import('./goals').then(m => <m.DomainGoalsCard />),
  },
});

export const domainProductsCard = EntityCardBlueprint.make({
  name: 'domain-products',
  params: {
    type: 'content',
    filter: isDomainWithProducts,
    loader: () => import('./index').then(m => <m.DomainProductsCard />),
  },
});

export const domainMaturityContent = EntityContentBlueprint.make({
  name: 'domain-maturity',
  params: {
    path: 'maturity',
    title: 'Maturity',
    filter: isDomainInMesh,
    loader: () => import('./index').then(m => <m.DomainMaturityContent />),
  },
});
