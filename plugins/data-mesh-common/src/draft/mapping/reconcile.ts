import { JsonObject, JsonValue } from '@backstage/types';
import { isEqual, isObject } from '../json';

/** What tells the items of a list apart: the best way first. */
type Keys<Item> = ((item: Item) => string | undefined)[];

/**
 * Which answer of a list was which before: for each item after the change the
 * position before it, or -1 for a new one. Equal keys belong together; what
 * stands in the same place and differs in its name only was renamed.
 */
export function matchItems<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keys: Keys<Item>,
): number[] {
  const match = after.map(() => -1);
  const free = new Set(before.keys());
  const take = (j: number, i: number) => {
    match[j] = i;
    free.delete(i);
  };
  for (const key of keys) {
    const waiting = new Map<string, number[]>();
    for (const i of free) {
      const name = key(before[i]);
      if (name !== undefined) {
        waiting.set(name, [...(waiting.get(name) ?? []), i]);
      }
    }
    after.forEach((item, j) => {
      const name = match[j] < 0 ? key(item) : undefined;
      const i = name === undefined ? undefined : waiting.get(name)?.shift();
      if (i !== undefined) {
        take(j, i);
      }
    });
  }
  after.forEach((item, j) => {
    if (match[j] < 0 && free.has(j) && isRenamed(before[j], item)) {
      take(j, j);
    }
  });
  return match;
}

function isRenamed(before: unknown, after: unknown): boolean {
  return isObject(before) && isObject(after)
    ? isEqual(unnamed(before), unnamed(after))
    : typeof before === typeof after;
}

function unnamed({ name, channel, ...rest }: JsonObject): JsonObject {
  return rest;
}

/**
 * Brings a list of a file in line with the answers about it. Items that the
 * answers did not know before stay where they are.
 *
 * @param raw - the list as written
 * @param options - `written` reads an item of `raw` as an answer, as far as it
 *   is one; `change` gives the item for an answer, made from what was there
 */
export function reconcile<Item>(
  raw: readonly JsonValue[],
  before: readonly Item[] | undefined,
  after: readonly Item[] | undefined,
  options: {
    written: (raw: JsonObject) => Partial<Item>;
    keys: Keys<Partial<Item>>;
    change: (
      raw: JsonObject,
      before: Item | undefined,
      after: Item,
    ) => JsonObject;
  },
): JsonValue[] {
  if (isEqual(before ?? [], after ?? [])) {
    return raw as JsonValue[];
  }
  const { keys, written, change } = options;
  const known = positionsIn(raw, before ?? [], keys, written);
  const match = matchItems<Partial<Item>>(before ?? [], after ?? [], keys);
  const result = (after ?? []).map((item, j) => {
    const i = match[j];
    const there = i < 0 ? undefined : raw[known[i]];
    return {
      from: i < 0 ? -1 : known[i],
      value: change(
        isObject(there) ? there : {},
        before?.[i],
        item,
      ) as JsonValue,
    };
  });
  const isKnown = new Set(known);
  raw.forEach((value, from) => {
    if (!isKnown.has(from)) {
      const previous = result.findLastIndex(item => item.from === from - 1);
      result.splice(from === 0 ? 0 : previous + 1, 0, { from, value });
    }
  });
  return result.map(({ value }) => value);
}

/** Where in the written list each answer was read from. */
function positionsIn<Item>(
  raw: readonly JsonValue[],
  items: readonly Item[],
  keys: Keys<Partial<Item>>,
  written: (raw: JsonObject) => Partial<Item>,
): number[] {
  const readings = raw.map(value => (isObject(value) ? written(value) : {}));
  // The other way round: each answer was one of the written items once.
  return matchItems<Partial<Item>>(readings, items, keys.slice(0, 1));
}
