import { ContractProducts } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Loaded } from './Loaded';
import { useDataMeshQuery } from './useDataMeshQuery';

/** The data products that provide and that use a contract. */
export function useContractProducts(ref: string): Loaded<ContractProducts> {
  return useDataMeshQuery({
    key: ['contract-products', ref.toLocaleLowerCase('en-US')],
    ask: (api, signal) => api.getContractProducts(ref, { signal }),
  });
}
