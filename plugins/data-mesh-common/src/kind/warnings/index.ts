export type { DataProductWarning } from './DataProductWarning';
export { warningsOf } from './warningsOf';
