/**
 * What other backend plugins and modules build on: sources of evidence, and
 * records to begin with.
 *
 * @packageDocumentation
 */

export * from './EvidenceSource';
export * from './RecordsToBeginWith';
export * from './extensionPoints';
