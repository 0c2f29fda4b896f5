import { useLocation } from 'react-router-dom';
import { AnalyticsEvent } from '@backstage/frontend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { RenderResult } from '@testing-library/react';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  CatalogApi,
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { DataMeshApi } from '@backstage-data-mesh/plugin-data-mesh-common';
import { testApis } from '../api/testApis';
import { rootRouteRef } from '../routes';

function Address() {
  const { pathname, search } = useLocation();
  return <div data-testid="address">{`${pathname}${search}`}</div>;
}

/**
 * Renders a piece of a page in a test app: with the given calls of the backend,
 * below the given entity, at the given address. The address it leads to is in
 * the element `address`, what it reported in `analytics`.
 */
export function renderWith(
  element: JSX.Element,
  options: {
    api?: Partial<DataMeshApi>;
    entity?: Entity;
    at?: string;
    /** What the catalog holds. */
    catalog?: Entity[] | CatalogApi;
    /** Who is signed in. */
    user?: { userEntityRef: string; ownershipEntityRefs?: string[] };
    /** Whether that person has every permission, as they have by default. */
    isAllowed?: boolean;
  } = {},
): RenderResult & { analytics: { getEvents(): AnalyticsEvent[] } } {
  const { api = {}, entity, at = '/', catalog = [], user } = options;
  const { isAllowed = true } = options;
  const analytics = mockApis.analytics();
  const [service, query] = testApis(api);
  const rendered = renderInTestApp(
    <>
      <div data-testid="piece">
        {entity ? (
          <EntityProvider entity={entity}>{element}</EntityProvider>
        ) : (
          element
        )}
      </div>
      <Address />
    </>,
    {
      apis: [
        service,
        query,
        analytics,
        [
          catalogApiRef,
          Array.isArray(catalog)
            ? catalogApiMock({ entities: catalog })
            : catalog,
        ],
        mockApis.identity(user),
        mockApis.permission({
          authorize: isAllowed ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
        }),
      ],
      initialRouteEntries: [at],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/data-mesh': rootRouteRef,
      },
    },
  );
  return { ...rendered, analytics };
}
