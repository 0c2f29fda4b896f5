import {
  ProductList,
  ProductQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Loaded } from './Loaded';
import { useDataMeshQuery } from './useDataMeshQuery';

/**
 * A page of the list of data products. With `keepPrevious` the answer to the
 * last query stays, marked by `isStale`, until the answer to this one is there.
 */
export function useProducts(
  query: ProductQuery,
  options: { keepPrevious?: boolean } = {},
): Loaded<ProductList> & { isStale: boolean } {
  return useDataMeshQuery({
    key: ['products', query],
    ask: (api, signal) => api.getProducts(query, { signal }),
    keepPrevious: options.keepPrevious,
  });
}
