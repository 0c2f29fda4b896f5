import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** The page of the data mesh, with a tab for each of its parts. */
export const rootRouteRef = createRouteRef({ id: 'data-mesh' });

/** The list of data products. */
export const productsRouteRef = createSubRouteRef({
  id: 'data-mesh/products',
  parent: rootRouteRef,
  path: '/products',
});

/** The domains that take part. */
export const domainsRouteRef = createSubRouteRef({
  id: 'data-mesh/domains',
  parent: rootRouteRef,
  path: '/domains',
});

/** The value tree: goals, bets, initiatives and their measures. */
export const goalsRouteRef = createSubRouteRef({
  id: 'data-mesh/goals',
  parent: rootRouteRef,
  path: '/goals',
});

/** Reviews of domains, those that were held and the one under way; no tab. */
export const reviewsRouteRef = createSubRouteRef({
  id: 'data-mesh/reviews',
  parent: rootRouteRef,
  path: '/reviews',
});

/** What waits for the person who is signed in. */
export const myWorkRouteRef = createSubRouteRef({
  id: 'data-mesh/my-work',
  parent: rootRouteRef,
  path: '/my-work',
});

/** Rule sets and evidence, for platform owners. */
export const setUpRouteRef = createSubRouteRef({
  id: 'data-mesh/set-up',
  parent: rootRouteRef,
  path: '/set-up',
});

/** The sheet in which many catalog files are filled in at once; no tab. */
export const missingFieldsRouteRef = createSubRouteRef({
  id: 'data-mesh/missing-fields',
  parent: rootRouteRef,
  path: '/missing-fields',
});

/** The form of a template, where there is a scaffolder. */
export const templateRouteRef = createExternalRouteRef({
  id: 'data-mesh/template',
  optional: true,
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});

/** The routes of the plugin, by the names that apps bind and link by. */
export const routes = {
  root: rootRouteRef,
  products: productsRouteRef,
  domains: domainsRouteRef,
  goals: goalsRouteRef,
  myWork: myWorkRouteRef,
  setUp: setUpRouteRef,
  missingFields: missingFieldsRouteRef,
  reviews: reviewsRouteRef,
};

/** What the plugin links to in other plugins. */
export const externalRoutes = { template: templateRouteRef };
