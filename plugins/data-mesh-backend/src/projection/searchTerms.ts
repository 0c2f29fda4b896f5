const LONGEST_TERM = 64;

/**
 * The words of a text as they are searched: without accents, in lower case,
 * split at everything that is no letter or digit and inside camelCase.
 */
export function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLocaleLowerCase('en-US')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
    .map(shorten);
}

/**
 * What a text is found by: its words, and each run without spaces written
 * together, so that `temperature_class` is found by `temperatureclass` too.
 */
export function termsOf(text: string): Set<string> {
  const terms = new Set<string>();
  for (const run of text.split(/\s+/)) {
    const words = wordsOf(run);
    words.forEach(word => terms.add(word));
    if (words.length > 1) {
      terms.add(shorten(words.join('')));
    }
  }
  return terms;
}

/** A key that puts titles in the order in which people look for them. */
export function sortKeyOf(title: string): string {
  return title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLocaleLowerCase('en-US')
    .trim();
}

function shorten(word: string): string {
  return word.length > LONGEST_TERM
    ? Array.from(word).slice(0, LONGEST_TERM).join('')
    : word;
}
