import { ProductUse } from '../ProductContext';

/** Two tell whether one of them is another than a given one. */
const ENOUGH = 2;

/**
 * The initiatives of the products that use a product, directly or through
 * others, by the ref of the product. A product that uses itself through others
 * is no user of itself.
 *
 * Each initiative is followed from the products that serve it to those that
 * they draw from, so that long chains of products are walked once.
 */
export function initiativesOfUsers(
  products: readonly {
    ref: string;
    initiatives: readonly string[];
    uses: readonly ProductUse[];
  }[],
): Map<string, string[]> {
  const drawsFrom = new Map<string, string[]>();
  const serving = new Map<string, string[]>();
  for (const { ref, initiatives, uses } of products) {
    for (const { user, state } of uses) {
      if (state === 'active') {
        put(drawsFrom, user, ref);
      }
    }
    new Set(initiatives).forEach(id => put(serving, id, ref));
  }
  const found = new Map<string, string[]>();
  for (const id of [...serving.keys()].sort()) {
    for (const ref of reachedFrom(serving.get(id) ?? [], drawsFrom)) {
      put(found, ref, id);
    }
  }
  return found;
}

/** What is reached from another one than itself. */
function reachedFrom(
  starts: readonly string[],
  next: ReadonlyMap<string, readonly string[]>,
): string[] {
  const origins = new Map<string, Set<string>>();
  const open = starts.map(start => ({ at: start, origin: start }));
  for (let step = open.pop(); step; step = open.pop()) {
    const { at, origin } = step;
    for (const ref of next.get(at) ?? []) {
      const known = origins.get(ref) ?? new Set();
      if (known.size < ENOUGH && !known.has(origin)) {
        origins.set(ref, known.add(origin));
        open.push({ at: ref, origin });
      }
    }
  }
  return [...origins]
    .filter(([ref, known]) => [...known].some(origin => origin !== ref))
    .map(([ref]) => ref);
}

function put(lists: Map<string, string[]>, key: string, value: string) {
  const list = lists.get(key);
  if (list) {
    list.push(value);
  } else {
    lists.set(key, [value]);
  }
}
