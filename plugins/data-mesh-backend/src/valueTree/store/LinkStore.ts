import { BacklogProvider } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { insertRows, isAmong } from '../../database/sql';

/** A link of a node to an entity or a backlog item, as it is kept. */
export type StoredLink = {
  id: string;
  nodeId: string;
  provider: 'catalog' | BacklogProvider;
  /** Entity ref, or what the provider calls the item. */
  ref: string;
  url?: string;
  title?: string;
  state?: 'open' | 'done';
  seenAt?: string;
  triedAt?: string;
  problem?: string;
  by: string;
  createdAt: string;
};

const COLUMNS = {
  id: 'text',
  node_id: 'text',
  provider: 'text',
  ref: 'text',
  url: 'text',
  title: 'text',
  state: 'text',
  seen_at: 'text',
  tried_at: 'text',
  problem: 'text',
  by: 'text',
  created_at: 'text',
} as const;

/** Keeps links of nodes; see {@link NodeStore}. */
export class LinkStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Those of all nodes, also of nodes that are gone. */
  async all(): Promise<StoredLink[]> {
    return (await this.#inOrder()).map(toLink);
  }

  async ofNodes(nodeIds: readonly string[]): Promise<StoredLink[]> {
    const rows = await this.#inOrder().where(
      isAmong(this.#knex, 'node_id', nodeIds),
    );
    return rows.map(toLink);
  }

  /** Those to some entities, whatever node they are of. */
  async toEntities(refs: readonly string[]): Promise<StoredLink[]> {
    const rows = await this.#inOrder()
      .where({ provider: 'catalog' })
      .where(isAmong(this.#knex, 'ref', refs));
    return rows.map(toLink);
  }

  async find(id: string): Promise<StoredLink | undefined> {
    const row = await this.#knex('node_links').where({ id }).first();
    return row && toLink(row);
  }

  /** @returns ids of those that were added: the same is linked once */
  async insert(links: readonly StoredLink[]): Promise<Set<string>> {
    const rows = await insertRows(this.#knex, {
      table: 'node_links',
      columns: COLUMNS,
      rows: links.map(toRow),
      onConflict: '(node_id, provider, ref) do nothing',
      returning: 'id',
    });
    return new Set(rows.map(({ id }) => id));
  }

  /** @returns false when it was gone already */
  async delete(id: string): Promise<boolean> {
    return (await this.#knex('node_links').where({ id }).delete()) === 1;
  }

  #inOrder(): Knex.QueryBuilder {
    return this.#knex('node_links').orderBy([
      { column: 'node_id' },
      { column: 'id' },
    ]);
  }
}

function toRow(link: StoredLink) {
  const { nodeId, seenAt, triedAt, createdAt, ...same } = link;
  return {
    ...same,
    node_id: nodeId,
    seen_at: seenAt,
    tried_at: triedAt,
    created_at: createdAt,
  };
}

function toLink(row: Record<string, any>): StoredLink {
  return {
    id: row.id,
    nodeId: row.node_id,
    provider: row.provider,
    ref: row.ref,
    url: row.url ?? undefined,
    title: row.title ?? undefined,
    state: row.state ?? undefined,
    seenAt: row.seen_at ?? undefined,
    triedAt: row.tried_at ?? undefined,
    problem: row.problem ?? undefined,
    by: row.by,
    createdAt: row.created_at,
  };
}
