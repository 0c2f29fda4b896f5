/**
 * What other backend plugins and modules build on: sources of evidence,
 * records to begin with, backlogs, and documents of the value tree.
 *
 * @packageDocumentation
 */

export * from './BacklogSource';
export * from './EvidenceSource';
export * from './RecordsToBeginWith';
export * from './ValueTreeDocumentToAdd';
export * from './extensionPoints';
