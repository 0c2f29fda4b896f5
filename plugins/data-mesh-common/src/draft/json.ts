import { JsonObject, JsonValue } from '@backstage/types';

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The objects of a list, wherever the list may come from. */
export function objectsIn(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A single value as text; nothing for blank text and for what is no value. */
export function textOf(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return value.trim() || undefined;
    case 'number':
    case 'boolean':
      return String(value);
    default:
      return undefined;
  }
}

/** Whether two values hold the same; the order of keys does not count. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (a === b) {
    return true;
  }
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, i) => isEqual(item, b[i]));
  }
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a);
    return (
      keys.length === Object.keys(b).length &&
      keys.every(key => Object.hasOwn(b, key) && isEqual(a[key], b[key]))
    );
  }
  return Number.isNaN(a) && Number.isNaN(b);
}

/**
 * Sets or, with undefined, removes a key. A new key goes behind the last of
 * those that come before it in `order`; one that `order` does not know, to the
 * end.
 */
export function withKey(
  object: JsonObject,
  key: string,
  value: JsonValue | undefined,
  order: readonly string[],
): JsonObject {
  const entries = Object.entries(object);
  if (value === undefined) {
    return Object.fromEntries(entries.filter(([other]) => other !== key));
  }
  const there = entries.findIndex(([other]) => other === key);
  if (there >= 0) {
    entries[there] = [key, value];
    return Object.fromEntries(entries);
  }
  const rank = order.indexOf(key);
  const before = entries.findLastIndex(([other]) => {
    const otherRank = order.indexOf(other);
    return rank < 0 || (otherRank >= 0 && otherRank < rank);
  });
  entries.splice(before + 1, 0, [key, value]);
  return Object.fromEntries(entries);
}

/** Sets those of the keys whose answers differ; the rest stays as it is. */
export function changeKeys(
  object: JsonObject,
  before: Readonly<Record<string, unknown>> | undefined,
  after: Readonly<Record<string, unknown>> | undefined,
  keys: readonly string[],
  order: readonly string[] = keys,
): JsonObject {
  return keys
    .filter(key => !isEqual(before?.[key], after?.[key]))
    .reduce(
      (changed, key) =>
        withKey(changed, key, after?.[key] as JsonValue | undefined, order),
      object,
    );
}

/**
 * Sets a key to a part of the object, or removes it when nothing is left in
 * that part. Where nothing was, and nothing is, it stays as it is written.
 */
export function withPart(
  object: JsonObject,
  key: string,
  part: JsonObject | JsonValue[],
  order: readonly string[],
): JsonObject {
  const there = Object.hasOwn(object, key) ? object[key] : undefined;
  if (there === part || (isBare(part) && isBare(there))) {
    return object;
  }
  return withKey(object, key, isBare(part) ? undefined : part, order);
}

function isBare(part: unknown): boolean {
  return !(
    typeof part === 'object' &&
    part !== null &&
    Object.keys(part).length > 0
  );
}

/** What is there under a key when it is an object, else an empty one. */
export function partOf(object: JsonObject, key: string): JsonObject {
  const part = Object.hasOwn(object, key) ? object[key] : undefined;
  return isObject(part) ? part : {};
}

/** What is there under a key when it is a list, else an empty one. */
export function listOf(object: JsonObject, key: string): JsonValue[] {
  const list = Object.hasOwn(object, key) ? object[key] : undefined;
  return Array.isArray(list) ? (list as JsonValue[]) : [];
}
