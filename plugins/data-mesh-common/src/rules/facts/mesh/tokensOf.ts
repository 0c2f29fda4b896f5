/** Words that say nothing about what a product is. */
const EMPTY = new Set(
  `a all an and any are as at be by can data each every for from has have how in
  into is it its of on one or our per product that the their them they this to
  was we what when where which who will with you your`.split(/\s+/),
);

/** The words of texts that tell something, in one spelling, each once. */
export function tokensOf(...texts: readonly (string | undefined)[]): string[] {
  const words = texts
    .join(' ')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLocaleLowerCase('en-US')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word.length > 1 && !EMPTY.has(word))
    .map(word =>
      word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word,
    );
  return [...new Set(words)];
}
