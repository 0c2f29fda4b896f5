import {
  DecisionType,
  NodeFields,
  NodeKind,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { ProductDescription } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { Knex } from 'knex';
import { encodeTime } from 'ulid';
import { isAmong } from '../../database/sql';
import { CHANGE_COLUMNS, ChangeRow } from '../../resultViews/changes';
import {
  isVisible,
  Visibility,
  withVisible,
} from '../../visibility/Visibility';

/** How many changes of levels are told one by one. */
export const MOST_LEVEL_CHANGES = 50;

/** The random part that is before all others of its time. */
const FIRST_OF_TIME = '0'.repeat(16);

/** A data product of a domain that was not retired. */
export type ProductToReview = {
  ref: string;
  lifecycle?: string;
  owner?: string;
  level?: number;
  target?: number;
  funding?: ProductDescription['funding'];
  mvpAt?: string;
};

/** The living products of a domain that the caller may see, by title. */
export async function readProducts(
  knex: Knex,
  domain: string,
  visibility: Visibility,
): Promise<ProductToReview[]> {
  const rows: Record<string, any>[] = await withVisible(
    knex,
    knex('products as p'),
    visibility,
  )
    .join('subjects as s', 's.ref', 'p.ref')
    .select(
      'p.ref',
      'p.lifecycle',
      'p.owner_ref',
      'p.level',
      'p.target',
      's.facts',
    )
    .where('p.domain_ref', domain)
    .whereNull('s.gone_at')
    .where(living =>
      living.whereNull('p.lifecycle').orWhereNot('p.lifecycle', 'retired'),
    )
    .whereRaw(isVisible(visibility, 'p.ref'))
    .orderBy(['p.sort_title', 'p.ref']);
  return rows.map(row => {
    const { funding, mvpAt } = JSON.parse(row.facts ?? '{}').product ?? {};
    return {
      ref: row.ref,
      lifecycle: row.lifecycle ?? undefined,
      owner: row.owner_ref ?? undefined,
      level: row.level ?? undefined,
      target: row.target ?? undefined,
      funding,
      mvpAt,
    };
  });
}

/** The teams that use products, besides the one that owns each. */
export async function readUsers(
  knex: Knex,
  products: readonly string[],
): Promise<{ product: string; team: string }[]> {
  return knex('uses as u')
    .join('products as p', 'p.ref', 'u.product_ref')
    .distinct({ product: 'u.product_ref', team: 'u.team_ref' })
    .where('u.state', 'active')
    .whereNotNull('u.team_ref')
    .whereRaw(`u.team_ref <> coalesce(p.owner_ref, '')`)
    .where(isAmong(knex, 'u.product_ref', products))
    .orderBy(['u.product_ref', 'u.team_ref']);
}

/** Changes of levels in a domain, the newest first, without where all began. */
export async function readLevelChanges(
  knex: Knex,
  domain: string,
  since: string,
  visibility: Visibility,
): Promise<{ rows: ChangeRow[]; total: number }> {
  const rows: (ChangeRow & { total: unknown })[] = await withVisible(
    knex,
    knex('result_changes as c'),
    visibility,
  )
    .leftJoin('subjects as s', join =>
      join.on('s.ref', 'c.subject_ref').onNull('s.gone_at'),
    )
    .select(CHANGE_COLUMNS.map(column => `c.${column}`))
    .select(knex.raw('count(*) over () as total'))
    .where('c.domain_ref', domain)
    .where('c.id', '>=', encodeTime(Date.parse(since), 10) + FIRST_OF_TIME)
    .whereNull('c.rule')
    .whereNot('c.cause', 'baseline')
    .whereRaw(`(s.ref is null or ${isVisible(visibility, 's.ref')})`)
    .orderBy('c.id', 'desc')
    .limit(MOST_LEVEL_CHANGES);
  return { rows, total: Number(rows[0]?.total ?? 0) };
}

/** The newest reading of a measure since a day, and the newest before. */
export type ReadingChange = {
  measure: string;
  before?: number;
  now: number;
  date: string;
  count: number;
};

export async function readReadings(
  knex: Knex,
  measures: readonly string[],
  since: string,
): Promise<ReadingChange[]> {
  const isNew = 'case when date >= ? then 1 else 0 end';
  const newest = knex('check_ins')
    .select('measure_id', 'date', 'value')
    .select(
      knex.raw(`${isNew} as is_new`, [since]),
      knex.raw(`count(*) over (partition by measure_id, ${isNew}) as count`, [
        since,
      ]),
      knex.raw(
        `row_number() over (partition by measure_id, ${isNew} order by date desc, id desc) as place`,
        [since],
      ),
    )
    .where(isAmong(knex, 'measure_id', measures))
    .whereNull('superseded_by');
  const rows: Record<string, any>[] = await knex
    .from(newest.as('n'))
    .where('place', 1)
    .orderBy('measure_id');
  const before = new Map(
    rows
      .filter(row => Number(row.is_new) === 0)
      .map(row => [row.measure_id, row.value]),
  );
  return rows
    .filter(row => Number(row.is_new) === 1)
    .map(row => ({
      measure: row.measure_id,
      before: before.get(row.measure_id),
      now: row.value,
      date: row.date,
      count: Number(row.count),
    }));
}

export type DecisionRow = {
  nodeId: string;
  date: string;
  type: DecisionType;
  reason: string;
};

/** Decisions since a day, besides those of one review, the newest first. */
export async function readDecisions(
  knex: Knex,
  nodes: readonly string[],
  since: string,
  review: string,
): Promise<DecisionRow[]> {
  return knex('decisions')
    .select({ nodeId: 'node_id' }, 'date', 'type', 'reason')
    .where(isAmong(knex, 'node_id', nodes))
    .where('date', '>=', since)
    .where(others =>
      others.whereNull('review_id').orWhereNot('review_id', review),
    )
    .orderBy('id', 'desc');
}

export type NodeChangeRow = {
  id: string;
  what: 'added' | 'changed' | 'deleted';
  at: string;
};

/** Which nodes were written to since a time, the last one first. */
export async function readNodeChanges(
  knex: Knex,
  nodes: readonly string[],
  since: string,
): Promise<NodeChangeRow[]> {
  const did = (action: string) =>
    knex.raw(
      'max(case when measure_id is null and action = ? then 1 else 0 end) as ??',
      [action, action],
    );
  const rows: Record<string, any>[] = await knex('node_versions')
    .select({ id: 'node_id' })
    .select(did('added'), did('deleted'))
    .max({ at: 'at' })
    .where(isAmong(knex, 'node_id', nodes))
    .where('at', '>=', since)
    // Decisions are told apart.
    .whereNot('action', 'decided')
    .groupBy('node_id')
    .orderBy([{ column: 'at', order: 'desc' }, { column: 'node_id' }]);
  return rows.flatMap(({ id, at, added, deleted }): NodeChangeRow[] => {
    const isNew = Number(added) === 1;
    const isGone = Number(deleted) === 1;
    if (isNew && isGone) {
      return [];
    }
    const before = isGone ? 'deleted' : 'changed';
    return [{ id, at, what: isNew ? 'added' : before }];
  });
}

/** A node that was deleted. */
export type GoneNode = {
  id: string;
  kind: NodeKind;
  parentId?: string;
  fields: NodeFields;
};

export async function readGoneNodes(
  knex: Knex,
  since: string,
): Promise<GoneNode[]> {
  const rows: Record<string, any>[] = await knex('value_nodes')
    .select('id', 'kind', 'parent_id', 'data')
    .where('gone_at', '>=', since);
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    parentId: row.parent_id ?? undefined,
    fields: JSON.parse(row.data),
  }));
}
