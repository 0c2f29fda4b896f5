import { JsonObject, JsonValue } from '@backstage/types';
import {
  isEqual,
  isObject,
  listOf,
  objectsIn,
  textOf,
  withPart,
} from '../json';
import { CONTRACT_KEYS, OBJECT_KEYS } from './order';
import { matchItems } from './reconcile';

/** The statements about the data that a contract makes in words. */
export function readStatements(contract: JsonObject): string[] {
  return objectsIn(contract.schema).flatMap(object =>
    objectsIn(object.quality).flatMap(rule => statementOf(rule) ?? []),
  );
}

function statementOf(rule: unknown): string | undefined {
  return isObject(rule) && rule.type === 'text'
    ? textOf(rule.description)
    : undefined;
}

/**
 * Brings the statements of a contract in line with the answers: what is new
 * goes to the first object, what differs is changed where it is.
 *
 * @param original - the contract before any change; another contract may be
 *   the one that makes a statement, and goes on making it
 */
export function changeStatements(
  contract: JsonObject,
  original: JsonObject | undefined,
  before: readonly string[],
  after: readonly string[],
): JsonObject {
  const match = matchItems(before, after, [text => text]);
  const becomes = new Map(
    before.map((text, i) => [text, after[match.indexOf(i)]] as const),
  );
  const objects = listOf(contract, 'schema').map(object =>
    isObject(object) ? changeRules(object, becomes) : object,
  );
  const had = new Set(original && readStatements(original));
  const has = new Set(readStatements({ schema: objects }));
  const missing = after.filter(
    (text, j) => !has.has(text) && (match[j] < 0 || had.has(before[match[j]])),
  );
  const first = objects.findIndex(isObject);
  const target = objects[first];
  if (missing.length && isObject(target)) {
    const added = missing.map(description => ({ type: 'text', description }));
    objects[first] = withPart(
      target,
      'quality',
      [...listOf(target, 'quality'), ...added],
      OBJECT_KEYS,
    );
  }
  return isEqual(objects, listOf(contract, 'schema'))
    ? contract
    : withPart(contract, 'schema', objects, CONTRACT_KEYS);
}

function changeRules(
  object: JsonObject,
  becomes: ReadonlyMap<string, string | undefined>,
): JsonObject {
  const rules = listOf(object, 'quality');
  const changed = rules.flatMap((rule): JsonValue[] => {
    const text = statementOf(rule);
    if (!text || !becomes.has(text) || !isObject(rule)) {
      return [rule];
    }
    const description = becomes.get(text);
    if (description === text) {
      return [rule];
    }
    return description ? [{ ...rule, description }] : [];
  });
  return isEqual(rules, changed)
    ? object
    : withPart(object, 'quality', changed, OBJECT_KEYS);
}
