export { MaturityContent } from './MaturityContent';
export { MaturitySummary } from './MaturitySummary';
