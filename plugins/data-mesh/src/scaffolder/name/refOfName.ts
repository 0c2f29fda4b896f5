/** The entity that a new product of this name would be. */
export function refOfName(name: string): string {
  return `dataproduct:default/${name.trim().toLocaleLowerCase('en-US')}`;
}
