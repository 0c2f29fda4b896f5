/** A ref as all requests about the same entity have it in their key. */
export function sameRef(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}

/** What hangs on the results of some entity, besides these results. */
export const hangsOnResults = [
  'changes',
  'domain-profile',
  'domains',
  'explanation',
  'my-work',
  'product',
  'products',
  'results-list',
  'review',
] as const;

/** What hangs on the value tree: what it says, and what follows from it. */
export const hangsOnTree = [
  'value-tree',
  'value-node',
  'value-node-history',
  'evidence',
  'results',
  ...hangsOnResults,
] as const;
