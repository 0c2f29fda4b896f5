export { dataMeshApiRef } from './dataMeshApiRef';
export {
  createDataMeshQueryClient,
  dataMeshQueryApiRef,
} from './dataMeshQueryApiRef';
export type { Loaded } from './Loaded';
export { useAnswer } from './useAnswer';
export {
  useAddMeasure,
  useChangeMeasure,
  useDeleteMeasure,
} from './useChangeMeasure';
export {
  useAddValueNode,
  useChangeValueNode,
  useChangeValueNodeState,
  useDecideOnValueNode,
  useDeleteValueNode,
  useLinkValueNode,
  useMoveValueNode,
  useUnlinkValueNode,
} from './useChangeValueNode';
export { useCheckIn } from './useCheckIn';
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
export {
  useAbandonReview,
  useChangeReview,
  useCloseReview,
  useReview,
  useReviews,
  useSayAboutProduct,
  useStartReview,
} from './useReviews';
export { useEvidenceSources, useRuleSets } from './useRuleSets';
export { useStatus } from './useStatus';
export { useValueNode, useValueNodeHistory } from './useValueNode';
export { useValueTree } from './useValueTree';
export {
  useExportValueTree,
  usePlanValueTree,
  useValueTreeDocuments,
} from './useValueTreeDocuments';
export { useAskForWaiver, useDecideWaiver, useWaivers } from './useWaivers';
