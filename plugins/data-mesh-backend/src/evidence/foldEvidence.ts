import { EvidenceWay } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { isDeepStrictEqual } from 'node:util';

/** What a source says of an entity on one key, at one time. */
export type Word = {
  entityRef: string;
  key: string;
  source: string;
  way: EvidenceWay;
  value: unknown;
  /** A UTC time in ISO 8601, as all times here. */
  observedAt: string;
  expiresAt?: string;
  note?: string;
  link?: string;
};

/** A word as it is kept: `since` is when the source first told this value. */
export type KnownWord = Word & { since: string; receivedAt: string };

export type PutStatus = 'stored' | 'unchanged' | 'kept-as-history';

/** What comes of words that one source says on one key of one entity. */
export type Folded = {
  current: KnownWord;
  /** Values to be kept as what was said before. */
  history: KnownWord[];
  /** In the order of the words. */
  statuses: PutStatus[];
};

/**
 * Puts words to what is known. The one that was observed last is the newest;
 * an equal value moves the time on, another value moves the old one to the
 * history, and what is older than known is kept as history.
 *
 * @param earlier - what is in the history already
 * @param options.newestIsLast - the last word counts, whatever its time: a
 * person may correct the day as well
 */
export function foldEvidence(
  known: KnownWord | undefined,
  earlier: readonly KnownWord[],
  words: readonly Word[],
  options: { receivedAt: string; newestIsLast?: boolean },
): Folded {
  const { receivedAt, newestIsLast = false } = options;
  const statuses: PutStatus[] = [];
  const history: KnownWord[] = [];
  const keep = (word: Word, since: string): KnownWord => ({
    ...word,
    since,
    receivedAt,
  });
  const byTime = words.map((word, at) => ({ word, at }));
  if (!newestIsLast) {
    byTime.sort((a, b) => compare(a.word.observedAt, b.word.observedAt));
  }

  let current = known;
  for (const { word, at } of byTime) {
    const { observedAt, value } = word;
    if (!current) {
      current = keep(word, observedAt);
      statuses[at] = 'stored';
    } else if (isSameWord(word, current)) {
      statuses[at] = 'unchanged';
    } else if (observedAt < current.observedAt && !newestIsLast) {
      const isKnown = [current, ...earlier, ...history].some(
        one =>
          one.since <= observedAt &&
          observedAt <= one.observedAt &&
          isDeepStrictEqual(one.value, value),
      );
      if (!isKnown) {
        history.push(keep(word, observedAt));
      }
      statuses[at] = isKnown ? 'unchanged' : 'kept-as-history';
    } else {
      const isSameValue = isDeepStrictEqual(value, current.value);
      if (!isSameValue) {
        history.push(current);
      }
      const first: string[] = isSameValue ? [current.since] : [];
      current = keep(word, [...first, observedAt].sort()[0]);
      statuses[at] = 'stored';
    }
  }
  return { current: current as KnownWord, history, statuses };
}

function isSameWord(word: Word, known: KnownWord): boolean {
  return (
    word.observedAt === known.observedAt &&
    word.expiresAt === known.expiresAt &&
    word.note === known.note &&
    word.link === known.link &&
    word.way === known.way &&
    isDeepStrictEqual(word.value, known.value)
  );
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
