import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { api, queryApi } from './api/extensions';
import { contractContent } from './contract/extensions';
import * as domain from './entity/domain/extensions';
import * as group from './entity/group/extensions';
import { ownershipSummary } from './entity/ownership/extensions';
import * as product from './entity/product/extensions';
import { summaryCard } from './entity/summary/summaryCard';
import { userProductsCard } from './entity/user/extensions';
import { DataMeshIcon } from './icons';
import * as pages from './page/extensions';
import { externalRoutes, routes } from './routes';

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
  routes,
  externalRoutes,
  extensions: [
    api,
    queryApi,
    pages.page,
    // The tabs, in this order.
    pages.myWorkPage,
    pages.productsPage,
    pages.domainsPage,
    pages.goalsPage,
    pages.setUpPage,
    // On an entity page cards come in this order.
    product.frankLineCard,
    product.aboutCard,
    product.howToUseItCard,
    product.purposeCard,
    product.nextStepsCard,
    product.warningsCard,
    summaryCard,
    domain.domainMaturitySummary,
    product.maturitySummary,
    ownershipSummary,
    domain.domainGoalsSummary,
    product.lineageCard,
    domain.domainProductsCard,
    group.groupOwnedProductsCard,
    group.groupUsedProductsCard,
    userProductsCard,
    product.maturityContent,
    contractContent,
    domain.domainMaturityContent,
    product.askForAccessLink,
    product.supportLink,
  ],
});
