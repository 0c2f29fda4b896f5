import { tokensOf } from './tokensOf';

/** Share of the smaller one's words that the other has too. */
const OVERLAP = 0.6;

/** Of fewer words a chance hit says nothing. */
const FEWEST_WORDS = 5;

type Described = { ref: string; words: string[] };

/**
 * Products whose title, purpose and business keys share at least 60 % of the
 * words of the smaller one, a key counting as one word: by ref, the refs of the
 * others. Products of fewer than five words are not compared.
 *
 * Of the smaller one's words, all but 60 % may be missing in the other, so one
 * of its rarest 40 % and one more must be there: only products that share one
 * of these are compared, which keeps it fast for many products.
 *
 * @public
 */
export function findSimilar(
  products: readonly {
    ref: string;
    title?: string;
    purpose?: string;
    businessKeys: readonly string[];
  }[],
): Map<string, string[]> {
  const described = products
    .map(({ ref, title, purpose, businessKeys }) => ({
      ref,
      words: [...new Set([...tokensOf(title, purpose), ...businessKeys])],
    }))
    .filter(({ words }) => words.length >= FEWEST_WORDS);
  const having = indexByWord(described);
  const similar = new Map<string, Set<string>>();
  const link = (from: string, to: string) =>
    similar.set(from, (similar.get(from) ?? new Set()).add(to));

  for (const one of described) {
    const needed = Math.ceil(OVERLAP * one.words.length);
    const rarest = [...one.words]
      .sort((a, b) => count(having, a) - count(having, b))
      .slice(0, one.words.length - needed + 1);
    const candidates = new Set(rarest.flatMap(word => having.get(word) ?? []));
    for (const other of candidates) {
      if (
        other !== one &&
        other.words.length >= one.words.length &&
        countShared(one, other) >= needed
      ) {
        link(one.ref, other.ref);
        link(other.ref, one.ref);
      }
    }
  }
  return new Map(
    [...similar].map(([ref, others]) => [ref, [...others].sort()]),
  );
}

function indexByWord(products: readonly Described[]) {
  const having = new Map<string, Described[]>();
  for (const product of products) {
    for (const word of product.words) {
      const others = having.get(word);
      if (others) {
        others.push(product);
      } else {
        having.set(word, [product]);
      }
    }
  }
  return having;
}

function count(having: Map<string, Described[]>, word: string): number {
  return having.get(word)?.length ?? 0;
}

function countShared(one: Described, other: Described): number {
  const words = new Set(other.words);
  return one.words.filter(word => words.has(word)).length;
}
