/** Cuts a list into parts of at most `size`. */
export function inParts<T>(items: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let i = 0; i < items.length; i += size) {
    parts.push(items.slice(i, i + size));
  }
  return parts;
}

/** Reads what belongs to each item while the one before is worked on. */
export async function* readAhead<T, R>(
  items: readonly T[],
  read: (item: T) => Promise<R>,
): AsyncGenerator<[T, R]> {
  const start = (index: number) => {
    const reading = index < items.length ? read(items[index]) : undefined;
    // It is awaited later, and what it throws is thrown then.
    reading?.catch(() => {});
    return reading;
  };
  let next = start(0);
  for (const [index, item] of items.entries()) {
    const found = await next!;
    next = start(index + 1);
    yield [item, found];
  }
}

/** Puts items of one key together, in the order of the keys' first items. */
export function groupBy<T>(
  items: readonly T[],
  keyOfItem: (item: T) => string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOfItem(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return groups;
}
