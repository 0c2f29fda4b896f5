import { ERASED_PERSON } from '@backstage-data-mesh/plugin-data-mesh-common';
import { isDeepStrictEqual } from 'node:util';

/** What an erased person is called where there was a name. */
export const ERASED_TITLE = 'Erased person';

/** Whether a whole text is the ref of somebody whose name is to go. */
export type IsNamed = (text: string) => boolean;

/**
 * JSON without the names of some people: the mark of the erased stands where a
 * value, or a key, was the ref of one. Of what comes to the same in a list,
 * one stays. Texts in which a ref is only mentioned stay as they are.
 *
 * @returns the same value if it named none of them
 */
export function withoutPeople<T>(value: T, isNamed: IsNamed): T;
export function withoutPeople(value: unknown, isNamed: IsNamed): unknown {
  if (typeof value === 'string') {
    return isNamed(value) ? ERASED_PERSON : value;
  }
  if (Array.isArray(value)) {
    return withoutPeopleInList(value, isNamed);
  }
  return typeof value === 'object' && value !== null
    ? withoutPeopleInObject(value, isNamed)
    : value;
}

function withoutPeopleInList(list: unknown[], isNamed: IsNamed): unknown[] {
  const items = list.map(item => withoutPeople(item, isNamed));
  const changed = items.filter((item, at) => item !== list[at]);
  if (changed.length === 0) {
    return list;
  }
  return items.filter(
    (item, at) =>
      !changed.some(one => isDeepStrictEqual(one, item)) ||
      items.findIndex(one => isDeepStrictEqual(one, item)) === at,
  );
}

function withoutPeopleInObject(value: object, isNamed: IsNamed): object {
  const entries = Object.entries(value);
  const changed = entries.map(([key, one]): [string, unknown] => [
    isNamed(key) ? ERASED_PERSON : key,
    withoutPeople(one, isNamed),
  ]);
  if (
    changed.every(
      ([key, one], at) => key === entries[at][0] && one === entries[at][1],
    )
  ) {
    return value;
  }
  const result: Record<string, unknown> = Object.fromEntries(changed);
  const { ref, title } = value as { ref?: unknown; title?: unknown };
  return typeof title === 'string' && result.ref !== ref
    ? { ...result, title: ERASED_TITLE }
    : result;
}

/** The same for JSON as text, which stays as it is if it named none of them. */
export function jsonWithoutPeople(json: string, isNamed: IsNamed): string {
  const value: unknown = JSON.parse(json);
  const changed = withoutPeople(value, isNamed);
  return changed === value ? json : JSON.stringify(changed);
}

/** Replaces the ref of a person in sentences; longer refs stay. */
export function reportWithoutPerson(text: string, ref: string): string {
  const written = JSON.stringify(ref).slice(1, -1);
  const wanted = written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(
    new RegExp(`(?<![\\w:/.-])${wanted}(?![\\w:/-]|\\.\\w)`, 'gi'),
    ERASED_PERSON,
  );
}
