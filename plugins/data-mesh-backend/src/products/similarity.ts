import { wordsOf } from '../projection/searchTerms';

/** A word looked for, with the ways in which products may write it. */
export type SoughtWord = { word: string; terms: string[] };

/** Enough for a name and a sentence. */
const MOST_WORDS = 60;

/** Words that say nothing about what a product is. */
const EMPTY_WORDS = new Set(
  `a all an and any are as at be by can data each every for from has have how in
  into is it its of on one or our per product that the their them they this to
  was we what when where which who will with you your`.split(/\s+/),
);

/** The words of a name and a purpose that tell something, each once. */
export function soughtWords(
  ...texts: readonly (string | undefined)[]
): SoughtWord[] {
  const words = texts
    .flatMap(text => wordsOf(text ?? ''))
    .filter(word => word.length > 1 && !EMPTY_WORDS.has(word))
    .map(singular);
  return [...new Set(words)]
    .slice(0, MOST_WORDS)
    .map(word => ({ word, terms: spellings(word) }));
}

/**
 * What each word weighs: the rarer, the more (inverse document frequency, as
 * in full-text search), so that sharing "orders" in a house full of orders
 * says less than sharing "reagent". A word that nobody uses weighs most: it is
 * what is new.
 *
 * @param products - how many there are in all
 * @param frequency - in how many of them each word occurs
 */
export function weighWords(
  words: readonly SoughtWord[],
  products: number,
  frequency: ReadonlyMap<string, number>,
): Map<string, number> {
  return new Map(
    words.map(({ word }) => [
      word,
      Math.log(1 + (products + 1) / ((frequency.get(word) ?? 0) + 1)),
    ]),
  );
}

function singular(word: string): string {
  return word.length > 3 && /[^su]s$/.test(word) ? word.slice(0, -1) : word;
}

function spellings(word: string): string[] {
  return [word, `${word}s`];
}
