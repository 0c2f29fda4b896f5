export { dataMeshApiRef } from './dataMeshApiRef';
export {
  createDataMeshQueryClient,
  dataMeshQueryApiRef,
} from './dataMeshQueryApiRef';
export type { Loaded } from './Loaded';
export { useAnswer } from './useAnswer';
export { useContractProducts } from './useContractProducts';
export type { Sending } from './useDataMeshMutation';
export { useDomainProfile, useDomains } from './useDomains';
export { useMakePatches, useMissingFields } from './useMissingFields';
export { useMyWork } from './useMyWork';
export { useOutline, useOutlines } from './useOutlines';
export type { OutlineOf } from './useOutlines';
export { useProduct } from './useProduct';
export { useProducts } from './useProducts';
export { useReloadRuleSets } from './useReloadRuleSets';
export {
  useEvidence,
  useExplanation,
  useResultChanges,
  useResults,
  useResultsList,
} from './useResults';
export { useResultsSignal } from './useResultsSignal';
export { useEvidenceSources, useRuleSets } from './useRuleSets';
export { useStatus } from './useStatus';
export { useAskForWaiver, useDecideWaiver, useWaivers } from './useWaivers';
