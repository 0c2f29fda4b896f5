/** A copy of a list with another item in one place. */
export function replaceAt<T>(items: readonly T[], index: number, item: T): T[] {
  return items.map((other, i) => (i === index ? item : other));
}

/** A copy of a list without the item in one place. */
export function withoutAt<T>(items: readonly T[], index: number): T[] {
  return items.filter((_, i) => i !== index);
}

/**
 * A list as the form can hold it. The scaffolder guesses the shape of answers
 * given on other pages from their values, and fails on a key without one.
 */
export function storable<T>(items: readonly T[]): T[] {
  return JSON.parse(JSON.stringify(items));
}
