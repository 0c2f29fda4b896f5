import { ProductDetail } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Loaded } from './Loaded';
import { useDataMeshQuery } from './useDataMeshQuery';

/**
 * One data product with what follows from other entities. All cards of a page
 * that ask for the same ref share one request.
 */
export function useProduct(ref: string): Loaded<ProductDetail> {
  return useDataMeshQuery({
    key: ['product', ref.toLocaleLowerCase('en-US')],
    ask: (api, signal) => api.getProduct(ref, { signal }),
  });
}
