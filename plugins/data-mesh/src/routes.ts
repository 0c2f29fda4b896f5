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

/** The form of a template, where there is a scaffolder. */
export const templateRouteRef = createExternalRouteRef({
  id: 'data-mesh/template',
  optional: true,
  params: ['namespace', 'templateName'],
  defaultTarget: 'scaffolder.selectedTemplate',
});
