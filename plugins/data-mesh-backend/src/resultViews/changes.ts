import {
  Cause,
  ResultChange,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { NameEntity } from '../visibility/links';
import { Outlines, subjectOf } from './Outlines';

/** A row of `result_changes`. */
export type ChangeRow = {
  id: string;
  at: string;
  subject_ref: string;
  rule_set: string;
  rule: string | null;
  dimension: string | null;
  before: string | null;
  after: string | null;
  cause: Cause['kind'];
  detail: string | null;
};

export const CHANGE_COLUMNS = [
  'id',
  'at',
  'subject_ref',
  'rule_set',
  'rule',
  'dimension',
  'before',
  'after',
  'cause',
  'detail',
] as const satisfies (keyof ChangeRow)[];

type Detail = { entity?: string; key?: string; by?: string; source?: string };

/** The entities that a change names. */
export function refsOfChange(row: ChangeRow): (string | undefined)[] {
  const { entity, by } = detailOf(row);
  return [row.subject_ref, entity, by];
}

/** Whoever calls has made sure that the caller may know of the subject. */
export function toChange(
  row: ChangeRow,
  name: NameEntity,
  outlines: Outlines,
): ResultChange {
  const { entity, key, by, source } = detailOf(row);
  const subject = subjectOf(row.subject_ref) ?? '';
  const rule =
    row.rule === null
      ? undefined
      : outlines.rule(row.rule_set, subject, row.rule);
  return {
    id: row.id,
    at: row.at,
    // Once it is gone, its name is all that is left of it.
    entity: name(row.subject_ref) ?? {
      ref: row.subject_ref,
      title: row.subject_ref.split('/').pop() ?? row.subject_ref,
      exists: false,
    },
    ruleSet: row.rule_set,
    rule: row.rule ?? undefined,
    code: rule?.code,
    title: rule?.title,
    dimension: row.dimension ?? undefined,
    before: row.before,
    after: row.after,
    cause: {
      kind: row.cause,
      entity: name(entity),
      key,
      by: name(by),
      source,
    },
  };
}

function detailOf({ detail }: ChangeRow): Detail {
  return detail ? JSON.parse(detail) : {};
}
