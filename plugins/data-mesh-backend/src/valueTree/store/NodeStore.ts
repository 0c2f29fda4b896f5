import {
  NodeFields,
  NodeKind,
  NodeModel,
  NodeState,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import {
  insertRows,
  isAmong,
  isPostgres,
  updateRows,
} from '../../database/sql';

/** A node as it is kept. */
export type StoredNode = NodeModel & {
  kind: NodeKind;
  state: NodeState;
  fields: NodeFields;
  /** Among its siblings. */
  position: number;
  /** Document in Git that owns its wording and place. */
  managedBy?: string;
  version: number;
  createdAt: string;
  updatedAt: string;
  goneAt?: string;
};

const COLUMNS = {
  id: 'text',
  kind: 'text',
  parent_id: 'text',
  domain_ref: 'text',
  owner_ref: 'text',
  state: 'text',
  position: 'double precision',
  review_at: 'text',
  data: 'text',
  managed_by: 'text',
  version: 'integer',
  created_at: 'text',
  updated_at: 'text',
  gone_at: 'text',
} as const;

/**
 * Keeps nodes. Reads leave out those that are gone, unless they say so. It
 * works on the connection that it is given: a transaction, or none.
 */
export class NodeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** All of them, siblings in their order. */
  async all(): Promise<StoredNode[]> {
    return toNodes(await this.#living());
  }

  async byIds(ids: readonly string[]): Promise<StoredNode[]> {
    return toNodes(await this.#living().where(isAmong(this.#knex, 'id', ids)));
  }

  async find(id: string): Promise<StoredNode | undefined> {
    return (await this.byIds([id]))[0];
  }

  /** Also those that are gone: their ids are not given away again. */
  async byIdsEver(ids: readonly string[]): Promise<StoredNode[]> {
    return toNodes(
      await this.#knex('value_nodes').where(isAmong(this.#knex, 'id', ids)),
    );
  }

  /** Holds up other writes of the node, and of its measures, meanwhile. */
  async lock(id: string): Promise<StoredNode | undefined> {
    if (isPostgres(this.#knex)) {
      // The table as for a write, so that it is taken in the same order as by
      // lockTree: two would wait for each other else.
      await this.#knex.raw('lock table value_nodes in row exclusive mode');
    }
    const [node] = toNodes(await this.#living().where({ id }).forUpdate());
    return node;
  }

  /** Nodes right below a node, or at the top, in their order. */
  async children(parentId: string | undefined): Promise<StoredNode[]> {
    const query = this.#living();
    return toNodes(
      await (parentId === undefined
        ? query.whereNull('parent_id')
        : query.where({ parent_id: parentId })),
    );
  }

  /** A node and all below it, parents before children. */
  async subtree(id: string): Promise<StoredNode[]> {
    const nodes = await this.#living().whereIn('id', query =>
      query
        .withRecursive('below', ['id'], below =>
          below
            .select('id')
            .from('value_nodes')
            .where({ id })
            .whereNull('gone_at')
            // Not "all": a cycle ends.
            .union(more =>
              more
                .select('n.id')
                .from('value_nodes as n')
                .join('below as b', 'n.parent_id', 'b.id')
                .whereNull('n.gone_at'),
            ),
        )
        .select('id')
        .from('below'),
    );
    return parentsFirst(toNodes(nodes), id);
  }

  /** A node and what is above it, the top first. */
  async path(id: string): Promise<StoredNode[]> {
    const nodes = toNodes(
      await this.#living().whereIn('id', query =>
        query
          .withRecursive('above', ['id', 'parent_id'], above =>
            above
              .select('id', 'parent_id')
              .from('value_nodes')
              .where({ id })
              .whereNull('gone_at')
              .union(more =>
                more
                  .select('n.id', 'n.parent_id')
                  .from('value_nodes as n')
                  .join('above as a', 'n.id', 'a.parent_id')
                  .whereNull('n.gone_at'),
              ),
          )
          .select('id')
          .from('above'),
      ),
    );
    const byId = new Map(nodes.map(node => [node.id, node]));
    const path: StoredNode[] = [];
    for (
      let node = byId.get(id);
      node && !path.includes(node);
      node = byId.get(node.parentId ?? '')
    ) {
      path.unshift(node);
    }
    return path;
  }

  /** @returns ids of those that were added; a known id is left as it is */
  async insert(nodes: readonly StoredNode[]): Promise<Set<string>> {
    const rows = await insertRows(this.#knex, {
      table: 'value_nodes',
      columns: COLUMNS,
      rows: nodes.map(toRow),
      onConflict: '(id) do nothing',
      returning: 'id',
    });
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * Writes nodes that are still, and living, in the version before the given
   * one.
   *
   * @returns ids of those that were written
   */
  async update(nodes: readonly StoredNode[]): Promise<Set<string>> {
    const rows = await updateRows(this.#knex, {
      table: 'value_nodes',
      columns: COLUMNS,
      rows: nodes.map(toRow),
      set: [
        'kind',
        'parent_id',
        'domain_ref',
        'owner_ref',
        'state',
        'position',
        'review_at',
        'data',
        'managed_by',
        'version',
        'updated_at',
        'gone_at',
      ],
      where: 'id = new_id and version = new_version - 1 and gone_at is null',
      returning: ['id'],
    });
    return new Set(rows.map(({ id }) => id));
  }

  /** Puts siblings anew; what they say stays, and so does their version. */
  async place(
    positions: readonly { id: string; position: number }[],
  ): Promise<void> {
    await updateRows(this.#knex, {
      table: 'value_nodes',
      columns: { id: 'text', position: 'double precision' },
      rows: positions,
      set: ['position'],
      where: 'id = new_id',
    });
  }

  /**
   * Holds up all others that change the shape of the tree until the end of the
   * transaction; they take it before anything else. SQLite has one transaction
   * at a time anyway.
   */
  async lockTree(): Promise<void> {
    if (isPostgres(this.#knex)) {
      await this.#knex.raw(
        'lock table value_nodes in share row exclusive mode',
      );
    }
  }

  #living(): Knex.QueryBuilder {
    return this.#knex('value_nodes')
      .whereNull('gone_at')
      .orderBy([{ column: 'position' }, { column: 'id' }]);
  }
}

function parentsFirst(nodes: StoredNode[], root: string): StoredNode[] {
  const rest = new Set(nodes);
  const sorted = nodes.filter(({ id }) => id === root);
  sorted.forEach(node => rest.delete(node));
  // The list grows while it is walked.
  for (const { id } of sorted) {
    for (const node of rest) {
      if (node.parentId === id) {
        rest.delete(node);
        sorted.push(node);
      }
    }
  }
  return sorted;
}

function toRow(node: StoredNode) {
  const { fields } = node;
  return {
    id: node.id,
    kind: node.kind,
    parent_id: node.parentId,
    domain_ref: fields.domain,
    owner_ref: fields.owner,
    state: node.state,
    position: node.position,
    review_at: fields.reviewAt,
    data: JSON.stringify(fields),
    managed_by: node.managedBy,
    version: node.version,
    created_at: node.createdAt,
    updated_at: node.updatedAt,
    gone_at: node.goneAt,
  };
}

function toNodes(rows: Record<string, any>[]): StoredNode[] {
  return rows.map(row => ({
    id: row.id,
    kind: row.kind,
    parentId: row.parent_id ?? undefined,
    state: row.state,
    fields: JSON.parse(row.data),
    position: row.position,
    managedBy: row.managed_by ?? undefined,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    goneAt: row.gone_at ?? undefined,
  }));
}
