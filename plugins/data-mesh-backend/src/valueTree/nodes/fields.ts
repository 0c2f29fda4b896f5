import { InputError } from '@backstage/errors';
import {
  checkMeasures,
  checkNodeFields,
  MeasureFields,
  measureProblems,
  NodeFields,
  NodeKind,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { readRefs } from '../../http/readValues';

/**
 * Checks what a node is to say; refs are full and in lower case after that.
 *
 * @throws InputError when something does not belong to the kind, or is no ref
 */
export function readNodeFields(kind: NodeKind, fields: NodeFields): NodeFields {
  refuse(checkNodeFields(kind, fields));
  const { domain, owner, sponsor, contributors, teams } = fields;
  return {
    ...fields,
    ...(domain && { domain: readRef('domain', domain, 'Domain') }),
    ...(owner && { owner: readRef('owner', owner, 'Group') }),
    ...(sponsor && { sponsor: readRef('sponsor', sponsor, 'User') }),
    ...(contributors && {
      contributors: contributors.map(({ role, ref }) => ({
        role,
        ref: readRef('contributors', ref, 'User'),
      })),
    }),
    ...(teams && {
      teams: teams.map(team => readRef('teams', team, 'Group')),
    }),
  };
}

/**
 * Checks what a measure is to say; refs are full and in lower case after that.
 *
 * @throws InputError when no progress could be told from it
 */
export function readMeasureFields(fields: MeasureFields): MeasureFields {
  refuse(
    measureProblems(fields).map(problem => `“${fields.name}”: ${problem}`),
  );
  const { owner } = fields;
  return owner
    ? { ...fields, owner: readRef('owner', owner, 'Group') }
    : fields;
}

/** @throws InputError when the measures of one node do not go together */
export function requireMeasures(measures: readonly MeasureFields[]): void {
  refuse(checkMeasures(measures));
}

/** Takes over changes; null takes a field away. */
export function merged<TFields extends object>(
  fields: TFields,
  changes: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries({ ...fields, ...changes }).filter(
      ([, value]) => value !== undefined && value !== null,
    ),
  );
}

function readRef(field: string, ref: string, defaultKind: string): string {
  const [full = ''] = readRefs(field, [ref], defaultKind) ?? [];
  return full;
}

function refuse(problems: readonly string[]): void {
  if (problems.length > 0) {
    throw new InputError(`${problems.join('. ')}.`);
  }
}
