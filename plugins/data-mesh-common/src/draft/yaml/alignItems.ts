import { JsonValue } from '@backstage/types';
import { isEqual, isObject } from '../json';

/** What tells the items of a list apart, where they carry one of these. */
const NAMES = ['name', 'property', 'ref', 'channel', 'username', 'server'];

/**
 * Which item of a list becomes which of another: pairs of positions, rising on
 * both sides. Items without a partner come or go.
 */
export function alignItems(
  from: readonly JsonValue[],
  to: readonly JsonValue[],
): Map<number, number> {
  const pairs = new Map<number, number>();
  let next = 0;
  to.forEach((item, j) => {
    // Mostly it is the very next one, and long lists need no search.
    const isNext =
      next < from.length && hasSameNameAndVersion(from[next], item);
    const same = isNext
      ? next
      : [isEqual, hasSameNameAndVersion, hasSameName]
          .map(fits => from.findIndex((old, i) => i >= next && fits(old, item)))
          .find(i => i >= 0);
    if (
      same !== undefined &&
      (isNext || !isWantedLater(from[same], item, to, j))
    ) {
      pairs.set(j, same);
      next = same + 1;
    }
  });
  pairUp(from, to, pairs);
  return pairs;
}

/** Whether an item that is only like this one has its equal further on. */
function isWantedLater(
  old: JsonValue,
  item: JsonValue,
  to: readonly JsonValue[],
  j: number,
) {
  return (
    !isEqual(old, item) && to.slice(j + 1).some(later => isEqual(old, later))
  );
}

/** Takes those for renamed that are left over between the same neighbours. */
function pairUp(
  from: readonly JsonValue[],
  to: readonly JsonValue[],
  pairs: Map<number, number>,
) {
  let gap: number[] = [];
  let next = 0;
  for (let j = 0; j <= to.length; j++) {
    const i = j < to.length ? pairs.get(j) : from.length;
    if (i === undefined) {
      gap.push(j);
      continue;
    }
    if (gap.length === i - next) {
      for (const [n, k] of gap.entries()) {
        pairs.set(k, next + n);
      }
    }
    gap = [];
    next = i + 1;
  }
}

function hasSameName(a: JsonValue, b: JsonValue): boolean {
  return (
    isObject(a) &&
    isObject(b) &&
    NAMES.some(key => a[key] !== undefined && isEqual(a[key], b[key]))
  );
}

function hasSameNameAndVersion(a: JsonValue, b: JsonValue): boolean {
  return (
    hasSameName(a, b) &&
    isObject(a) &&
    isObject(b) &&
    isEqual(a.version, b.version)
  );
}
