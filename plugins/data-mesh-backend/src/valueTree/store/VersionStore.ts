import {
  MeasureFields,
  NodeFields,
  NodeState,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { insertRows } from '../../database/sql';

/** All that a node, or one of its measures, said from then on. */
export type StoredVersion = {
  /** ULID, by time. */
  id: string;
  nodeId: string;
  /** Absent: about the node itself. */
  measureId?: string;
  version: number;
  /** Such as `edited` or `moved`; after `deleted` it said no more. */
  action: string;
  data: {
    fields: NodeFields | MeasureFields;
    /** Only of nodes. */
    state?: NodeState;
    parentId?: string;
  };
  by: string;
  at: string;
};

/** A version with what the same node or measure said before. */
export type StoredChange = StoredVersion & { before?: StoredVersion['data'] };

const COLUMNS = {
  id: 'text',
  node_id: 'text',
  measure_id: 'text',
  version: 'integer',
  action: 'text',
  data: 'text',
  by: 'text',
  at: 'text',
} as const;

/** Keeps what nodes and measures said, only added; see {@link NodeStore}. */
export class VersionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async append(versions: readonly StoredVersion[]): Promise<void> {
    await insertRows(this.#knex, {
      table: 'node_versions',
      columns: COLUMNS,
      rows: versions.map(toRow),
    });
  }

  /** Of a node and its measures, the newest first. */
  async page(
    nodeId: string,
    page: { beforeId?: string; limit: number },
  ): Promise<StoredChange[]> {
    const query = this.#changes(nodeId).orderBy('id', 'desc').limit(page.limit);
    if (page.beforeId) {
      query.where('id', '<', page.beforeId);
    }
    return (await query).map(toChange);
  }

  /**
   * What the node and each of its measures said last at the end of a day: the
   * node first, without what was deleted by then.
   */
  async onDay(nodeId: string, day: string): Promise<StoredChange[]> {
    const newest = this.#knex
      .from(
        this.#changes(nodeId).where('at', '<=', `${day}T23:59:59.999Z`).as('c'),
      )
      .select('*')
      .rowNumber('place', query =>
        query
          .partitionBy('measure_id')
          .orderBy([{ column: 'id', order: 'desc' }]),
      );
    const rows = await this.#knex
      .from(newest.as('n'))
      .where({ place: 1 })
      .whereNot({ action: 'deleted' })
      .orderBy('id', 'desc');
    const changes: StoredChange[] = rows.map(toChange);
    return [
      ...changes.filter(({ measureId }) => !measureId),
      ...changes.filter(({ measureId }) => measureId),
    ];
  }

  #changes(nodeId: string): Knex.QueryBuilder {
    return this.#knex.from(
      this.#knex('node_versions')
        .select(
          '*',
          this.#knex.raw(
            'lag(data) over (partition by measure_id order by id) as before',
          ),
        )
        .where({ node_id: nodeId })
        .as('v'),
    );
  }
}

function toRow(version: StoredVersion) {
  const { nodeId, measureId, data, ...same } = version;
  return {
    ...same,
    node_id: nodeId,
    measure_id: measureId,
    data: JSON.stringify(data),
  };
}

function toChange(row: Record<string, any>): StoredChange {
  return {
    id: row.id,
    nodeId: row.node_id,
    measureId: row.measure_id ?? undefined,
    version: row.version,
    action: row.action,
    data: JSON.parse(row.data),
    by: row.by,
    at: row.at,
    before: row.before === null ? undefined : JSON.parse(row.before),
  };
}
