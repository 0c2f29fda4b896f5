import {
  ApiBlueprint,
  coreExtensionData,
  createFrontendPlugin,
  discoveryApiRef,
  ExtensionBoundary,
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
  isDomainInMesh,
  isDomainWithProducts,
  isGroupThatMayUseProducts,
  isGroupWithProducts,
  isOwnedOrOwner,
  isProduct,
  isUserWithProducts,
} from './entity/applies';
import {
  hasAccessUrl,
  hasSupportUrl,
  useAskForAccessLink,
  useSupportLink,
} from './entity/product/iconLinks';
import { MATURITY_TAB_PATH } from './entity/product/maturity/place';
import { DataMeshSummaryBlueprint } from './entity/summary/DataMeshSummaryBlueprint';
import { summaryCard } from './entity/summary/summaryCard';
import { DataMeshIcon } from './icons';
import { PageParts } from './page/PageParts';
import {
  domainsRouteRef,
  goalsRouteRef,
  missingFieldsRouteRef,
  myWorkRouteRef,
  productsRouteRef,
  reviewsRouteRef,
  rootRouteRef,
  setUpRouteRef,
  templateRouteRef,
} from './routes';

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

const page = PageBlueprint.makeWithOverrides({
  *factory(originalFactory, { inputs, node }) {
    const output = originalFactory({
      path: '/data-mesh',
      routeRef: rootRouteRef,
      title: 'Data mesh',
      icon: <DataMeshIcon fontSize="inherit" />,
    });
    const sheet = ExtensionBoundary.lazy(node, () =>
      import('./missingFields/NfsMissingFieldsPage').then(m => (
        <m.NfsMissingFieldsPage />
      )),
    );
    const reviews = ExtensionBoundary.lazy(node, () =>
      import('./reviews/NfsReviewsPage').then(m => <m.NfsReviewsPage />),
    );
    for (const part of output) {
      if (part.id !== coreExtensionData.reactElement.id) {
        yield part;
      }
    }
    yield coreExtensionData.reactElement(
      <PageParts
        tabs={output.get(coreExtensionData.reactElement)}
        paths={inputs.pages.map(tab => tab.get(coreExtensionData.routePath))}
        sheet={sheet}
        reviews={reviews}
      />,
    );
  },
});

const myWorkPage = SubPageBlueprint.make({
  name: 'my-work',
  params: {
    path: 'my-work',
    title: 'My work',
    loader: () =>
      import('./myWork/NfsMyWorkPage').then(m => <m.NfsMyWorkPage />),
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

const domainsPage = SubPageBlueprint.make({
  name: 'domains',
  params: {
    path: 'domains',
    title: 'Domains',
    loader: () =>
      import('./domains/NfsDomainsPage').then(m => <m.NfsDomainsPage />),
  },
});

const goalsPage = SubPageBlueprint.make({
  name: 'goals',
  params: {
    path: 'goals',
    title: 'Goals',
    loader: () => import('./goals/NfsGoalsPage').then(m => <m.NfsGoalsPage />),
  },
});

const setUpPage = SubPageBlueprint.make({
  name: 'set-up',
  params: {
    path: 'set-up',
    title: 'Set-up',
    loader: () => import('./setUp/NfsSetUpPage').then(m => <m.NfsSetUpPage />),
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

const purposeCard = EntityCardBlueprint.make({
  name: 'what-it-is-for',
  params: {
    type: 'content',
    filter: isProduct,
    loader: () =>
      import('./entity/product/purpose').then(m => <m.PurposeCard />),
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

const domainMaturitySummary = DataMeshSummaryBlueprint.make({
  name: 'domain-maturity',
  params: {
    filter: isDomainInMesh,
    loader: () => import('./entity/domain').then(m => <m.DomainMaturity />),
  },
});

const domainGoalsSummary = DataMeshSummaryBlueprint.make({
  name: 'domain-goals',
  params: {
    filter: isDomainInMesh,
    loader: () =>
      import('./entity/domain/goals').then(m => <m.DomainGoalsCard />),
  },
});

const maturitySummary = DataMeshSummaryBlueprint.make({
  name: 'maturity',
  params: {
    filter: isProduct,
    loader: () =>
      import('./entity/product/maturity').then(m => <m.MaturitySummary />),
  },
});

const maturityContent = EntityContentBlueprint.make({
  name: 'maturity',
  params: {
    path: MATURITY_TAB_PATH,
    title: 'Maturity',
    filter: isProduct,
    loader: () =>
      import('./entity/product/maturity').then(m => <m.MaturityContent />),
  },
});

const ownershipSummary = DataMeshSummaryBlueprint.make({
  name: 'ownership',
  params: {
    filter: isOwnedOrOwner,
    loader: () => import('./entity/ownership').then(m => <m.OwnershipCard />),
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
    loader: () => import('./entity/domain').then(m => <m.DomainProductsCard />),
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

const domainMaturityContent = EntityContentBlueprint.make({
  name: 'domain-maturity',
  params: {
    path: 'maturity',
    title: 'Maturity',
    filter: isDomainInMesh,
    loader: () =>
      import('./entity/domain').then(m => <m.DomainMaturityContent />),
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
  routes: {
    root: rootRouteRef,
    products: productsRouteRef,
    domains: domainsRouteRef,
    goals: goalsRouteRef,
    myWork: myWorkRouteRef,
    setUp: setUpRouteRef,
    missingFields: missingFieldsRouteRef,
    reviews: reviewsRouteRef,
  },
  externalRoutes: { template: templateRouteRef },
  extensions: [
    api,
    queryApi,
    page,
    // The tabs, in this order.
    myWorkPage,
    productsPage,
    domainsPage,
    goalsPage,
    setUpPage,
    // On an entity page cards come in this order.
    frankLineCard,
    aboutCard,
    howToUseItCard,
    purposeCard,
    nextStepsCard,
    warningsCard,
    summaryCard,
    domainMaturitySummary,
    maturitySummary,
    ownershipSummary,
    domainGoalsSummary,
    lineageCard,
    domainProductsCard,
    groupOwnedProductsCard,
    groupUsedProductsCard,
    userProductsCard,
    maturityContent,
    contractContent,
    domainMaturityContent,
    askForAccessLink,
    supportLink,
  ],
});
