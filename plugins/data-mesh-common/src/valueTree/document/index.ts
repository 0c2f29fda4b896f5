export {
  documentBacklogItemSchema,
  documentCheckInSchema,
  documentDecisionSchema,
} from './ValueTreeDocument';
export type {
  DocumentBacklogItem,
  DocumentCheckIn,
  DocumentDecision,
  DocumentMeasure,
  DocumentNode,
  ValueTreeDocument,
} from './ValueTreeDocument';
export * from './exportValueTree';
export * from './parseValueTree';
export * from './planValueTree';
export * from './TreeChanges';
