import {
  coreExtensionData,
  ExtensionBoundary,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { DataMeshIcon } from '../icons';
import { rootRouteRef } from '../routes';
import { PageParts } from './PageParts';

export const page = PageBlueprint.makeWithOverrides({
  *factory(originalFactory, { inputs, node }) {
    const output = originalFactory({
      path: '/data-mesh',
      routeRef: rootRouteRef,
      title: 'Data mesh',
      icon: <DataMeshIcon fontSize="inherit" />,
    });
    const sheet = ExtensionBoundary.lazy(node, () =>
      import('../missingFields/NfsMissingFieldsPage').then(m => (
        <m.NfsMissingFieldsPage />
      )),
    );
    const reviews = ExtensionBoundary.lazy(node, () =>
      import('../reviews/NfsReviewsPage').then(m => <m.NfsReviewsPage />),
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

export const myWorkPage = SubPageBlueprint.make({
  name: 'my-work',
  params: {
    path: 'my-work',
    title: 'My work',
    loader: () =>
      import('../myWork/NfsMyWorkPage').then(m => <m.NfsMyWorkPage />),
  },
});

export const productsPage = SubPageBlueprint.make({
  name: 'products',
  params: {
    path: 'products',
    title: 'Data products',
    loader: () =>
      import('../products/NfsProductsPage').then(m => <m.NfsProductsPage />),
  },
});

export const domainsPage = SubPageBlueprint.make({
  name: 'domains',
  params: {
    path: 'domains',
    title: 'Domains',
    loader: () =>
      import('../domains/NfsDomainsPage').then(m => <m.NfsDomainsPage />),
  },
});

export const goalsPage = SubPageBlueprint.make({
  name: 'goals',
  params: {
    path: 'goals',
    title: 'Goals',
    loader: () => import('../goals/NfsGoalsPage').then(m => <m.NfsGoalsPage />),
  },
});

export const setUpPage = SubPageBlueprint.make({
  name: 'set-up',
  params: {
    path: 'set-up',
    title: 'Set-up',
    loader: () => import('../setUp/NfsSetUpPage').then(m => <m.NfsSetUpPage />),
  },
});
