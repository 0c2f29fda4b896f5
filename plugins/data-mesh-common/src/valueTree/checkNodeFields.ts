import { NodeKind } from '../api';
import { fieldsOfKind } from './kinds';

const named: Record<NodeKind, string> = {
  vision: 'a vision',
  goal: 'a goal',
  bet: 'a bet',
  initiative: 'an initiative',
};

/**
 * Finds what is said of a node that does not belong to its kind.
 *
 * @param fields - one that is undefined or null is not there
 * @returns a sentence for each, such as `stance: a goal has none`
 * @public
 */
export function checkNodeFields(
  kind: NodeKind,
  fields: Readonly<Record<string, unknown>>,
): string[] {
  const known: readonly string[] = fieldsOfKind[kind];
  return Object.entries(fields)
    .filter(([name, value]) => isThere(value) && !known.includes(name))
    .map(([name]) => `${name}: ${named[kind]} has none`);
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}
