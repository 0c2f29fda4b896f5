import { RouteFunc, useRouteRef } from '@backstage/core-plugin-api';
import { ProductQuery } from '@backstage-data-mesh/plugin-data-mesh-common';
import { productsRouteRef } from '../routes';
import { writeQuery } from './query';

/** The route of the list; an adopter may have left the page out. */
function useOptionalListRoute(): RouteFunc<undefined> | undefined {
  try {
    return useRouteRef(productsRouteRef);
  } catch {
    return undefined;
  }
}

/** Links to the list of data products, narrowed down by a query. */
export function useProductsLink(): (query: ProductQuery) => string | undefined {
  const route = useOptionalListRoute();
  return query => route && `${route()}?${writeQuery(query)}`;
}
