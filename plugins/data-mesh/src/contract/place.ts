/** Where the contract is shown, below the page of its API entity. */
export const CONTRACT_TAB_PATH = '/contract';

/** The id, in the page and its address, of an object or one of its fields. */
export function placeOf(object: string, field?: string): string {
  return encodeURIComponent(field ? `${object}.${field}` : object);
}
