import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
  EntityIconLinkBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { DataMeshClient } from '@backstage-data-mesh/plugin-data-mesh-common';
import {
  createDataMeshQueryClient,
  dataMeshApiRef,
  dataMeshQueryApiRef,
} from './api';
import { isContractEntity } from './contract/isContractEntity';
import { CONTRACT_TAB_PATH } from './contract/place';
import {
  isCandidate,
  isDomainWithProducts,
  isGroupThatMayUseProducts,
  isGroupWithProducts,
  isProduct,
  isUserWithProducts,
} from './entity/applies';
import {
  hasAccessUrl,
  hasSupportUrl,
  useAskForAccessLink,
  useSupportLink,
} from './entity/product/iconLinks';
import { DataMeshSummaryBlueprint } from './entity/summary/DataMeshSummaryBlueprint';
import { summaryCard } from './entity/summary/summaryCard';
import { DataMeshIcon } from './icons';
import { productsRouteRef, rootRouteRef, templateRouteRef } from './routes';

const api = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: dataMeshApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new DataMeshClient(deps),
    }),
});

const queryApi = ApiBlueprint.make({
  name: 'query',
  params: defineParams =>
    defineParams({
      api: dataMeshQueryApiRef,
      deps: {},
      factory: () => createDataMeshQueryClient(),
    }),
});

const page = PageBlueprint.make({
  params: {
    path: '/data-mesh',
    routeRef: rootRouteRef,
    title: 'Data mesh',
    icon: <DataMeshIcon fontSize="inherit" />,
  },
});

const productsPage = SubPageBlueprint.make({
  name: 'products',
  params: {
    path: 'products',
    title: 'Data products',
    loader: () =>
      import('./products/NfsProductsPage').then(m => <m.NfsProductsPage />),
  },
});

const frankLineCard = EntityCardBlueprint.make({
  name: 'frank-line',
  params: {
    type: 'content',
    filter: isProduct,
    loader: () => import('./entity/product').then(m => <m.FrankLineCard />),
  },
});

const aboutCard = EntityCardBlueprint.make({
  name: 'about',
  params: {
    type: 'content',
    filter: isProduct,
    loader: () => import('./entity/product').then(m => <m.AboutCard />),
  },
});

const howToUseItCard = EntityCardBlueprint.make({
  name: 'how-to-use-it',
  params: {
    type: 'content',
    filter: isProduct,
    loader: () => import('./entity/product').then(m => <m.HowToUseItCard />),
  },
});

const nextStepsCard = EntityCardBlueprint.make({
  name: 'next-steps',
  params: {
    type: 'content',
    filter: isCandidate,
    loader: () => import('./entity/product').then(m => <m.NextStepsCard />),
  },
});

const warningsCard = EntityCardBlueprint.make({
  name: 'warnings',
  params: {
    type: 'content',
    filter: isProduct,
    loader: () => import('./entity/product').then(m => <m.WarningsCard />),
  },
});

const ownershipSummary = DataMeshSummaryBlueprint.make({
  name: 'ownership',
  params: {
    filter: isProduct,
    loader: () => import('./entity/product').then(m => <m.OwnershipSummary />),
  },
});

const lineageCard = EntityCardBlueprint.make({
  name: 'lineage',
  params: {
    type: 'content',
    filter: isProduct,
    loader: () =>
      import('./entity/lineage/LineageCard').then(m => <m.LineageCard />),
  },
});

const askForAccessLink = EntityIconLinkBlueprint.make({
  name: 'ask-for-access',
  params: { useProps: useAskForAccessLink, filter: hasAccessUrl },
});

const supportLink = EntityIconLinkBlueprint.make({
  name: 'support',
  params: { useProps: useSupportLink, filter: hasSupportUrl },
});

const domainProductsCard = EntityCardBlueprint.make({
  name: 'domain-products',
  params: {
    type: 'content',
    filter: isDomainWithProducts,
    loader: () =>
      import('./entity/domain/DomainProductsCard').then(m => (
        <m.DomainProductsCard />
      )),
  },
});

const groupOwnedProductsCard = EntityCardBlueprint.make({
  name: 'group-owned-products',
  params: {
    type: 'content',
    filter: isGroupWithProducts,
    loader: () =>
      import('./entity/group/GroupOwnedProductsCard').then(m => (
        <m.GroupOwnedProductsCard />
      )),
  },
});

const groupUsedProductsCard = EntityCardBlueprint.make({
  name: 'group-used-products',
  params: {
    type: 'content',
    filter: isGroupThatMayUseProducts,
    loader: () =>
      import('./entity/group/GroupUsedProductsCard').then(m => (
        <m.GroupUsedProductsCard />
      )),
  },
});

const userProductsCard = EntityCardBlueprint.make({
  name: 'user-products',
  params: {
    type: 'content',
    filter: isUserWithProducts,
    loader: () =>
      import('./entity/user/UserProductsCard').then(m => (
        <m.UserProductsCard />
      )),
  },
});

const contractContent = EntityContentBlueprint.make({
  name: 'contract',
  params: {
    path: CONTRACT_TAB_PATH,
    title: 'Contract',
    filter: isContractEntity,
    loader: () => import('./contract').then(m => <m.ContractContent />),
  },
});

/**
 * The plugin itself, for `withOverrides`. The default export of the package
 * brings it together with the icon of the kind.
 *
 * @public
 */
export const dataMeshPlugin = createFrontendPlugin({
  pluginId: 'data-mesh',
  title: 'Data mesh',
  icon: <DataMeshIcon fontSize="inherit" />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef, products: productsRouteRef },
  externalRoutes: { template: templateRouteRef },
  extensions: [
    api,
    queryApi,
    page,
    productsPage,
    // On an entity page cards come in this order.
    frankLineCard,
    aboutCard,
    howToUseItCard,
    nextStepsCard,
    warningsCard,
    summaryCard,
    ownershipSummary,
    lineageCard,
    domainProductsCard,
    groupOwnedProductsCard,
    groupUsedProductsCard,
    userProductsCard,
    contractContent,
    askForAccessLink,
    supportLink,
  ],
});
