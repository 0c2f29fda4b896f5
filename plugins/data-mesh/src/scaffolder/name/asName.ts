/** What was typed, in the spelling of names: lower case words and hyphens. */
export function asName(typed: string): string {
  return typed
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLocaleLowerCase('en-US')
    .replace(/^\s+/, '')
    .replace(/[\s_]+/g, '-');
}
