export { dataMeshApiRef } from './dataMeshApiRef';
export {
  createDataMeshQueryClient,
  dataMeshQueryApiRef,
} from './dataMeshQueryApiRef';
export type { Loaded } from './Loaded';
export { useContractProducts } from './useContractProducts';
export { useProduct } from './useProduct';
export { useProducts } from './useProducts';
