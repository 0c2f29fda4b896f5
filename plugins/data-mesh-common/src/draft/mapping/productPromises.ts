import { JsonObject, JsonValue } from '@backstage/types';
import { isObject, listOf, textOf, withPart } from '../json';
import { SPEC_KEYS } from './order';
import { changeLevels, Promises, readLevels } from './promises';
import { matchItems } from './reconcile';

/** What a product without contracts promises by itself. */
export function readProductPromises(spec: JsonObject): Promises {
  return {
    ...readLevels(spec.sla),
    quality: listOf(spec, 'sla').flatMap(level => statementOf(level) ?? []),
  };
}

/** Brings the promises of a product without contracts in line. */
export function changeProductPromises(
  spec: JsonObject,
  before: Promises | undefined,
  after: Promises | undefined,
): JsonObject {
  const was = before?.quality ?? [];
  const is = after?.quality ?? [];
  const match = matchItems(was, is, [text => text]);
  const levels = changeLevels(listOf(spec, 'sla'), before, after).flatMap(
    (level): JsonValue[] => {
      const text = statementOf(level);
      const i = text === undefined ? -1 : was.indexOf(text);
      if (i < 0 || !isObject(level)) {
        return [level];
      }
      const value = is[match.indexOf(i)];
      if (value === text) {
        return [level];
      }
      return value === undefined ? [] : [{ ...level, value }];
    },
  );
  const added = is
    .filter((_, j) => match[j] < 0)
    .map(value => ({ property: 'quality', value }));
  const sla = listOf(spec, 'sla');
  const changed = [...levels, ...added];
  const same =
    changed.length === sla.length &&
    changed.every((level, i) => level === sla[i]);
  return same ? spec : withPart(spec, 'sla', changed, SPEC_KEYS);
}

/** A sentence about the data that holds for all ports. */
function statementOf(level: JsonValue): string | undefined {
  return isObject(level) &&
    level.property === 'quality' &&
    level.port === undefined
    ? textOf(level.value)
    : undefined;
}
