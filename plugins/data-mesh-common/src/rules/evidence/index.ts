export * from './EvidenceRecord';
export { answerKindOf } from './answerKindOf';
export { declareEvidence } from './declareEvidence';
export type {
  EvidenceDeclaration,
  EvidenceDeclarations,
} from './declareEvidence';
export { evidenceKeys } from './evidenceKeys';
export type { EvidenceKeyName } from './evidenceKeys';
export { checkEvidenceValue, findEvidenceKey } from './findEvidence';
export { evidenceByAuthor, pickEvidence } from './pickEvidence';
export type { PickedEvidence } from './pickEvidence';
export * from './domainAnnotations';
