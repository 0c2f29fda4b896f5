export { backlogUrlOf, readIssueRef } from './issueRef';
export type { BacklogHost, IssueRef } from './issueRef';
export { parseBacklogRef } from './parseBacklogRef';
export type { BacklogRef } from './parseBacklogRef';
