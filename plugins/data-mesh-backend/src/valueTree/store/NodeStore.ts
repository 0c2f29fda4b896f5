import {
  NodeFields,
  NodeKind,
  NodeModel,
  NodeState,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { isPostgres, updateRows } from '../../database/sql';
import { ITEM_COLUMNS, itemOfRow, rowOfItem, TreeItem } from './treeItem';
import { TreeStore, TreeTable } from './TreeStore';

/** A node as it is kept. */
export type StoredNode = NodeModel &
  TreeItem & { kind: NodeKind; state: NodeState; fields: NodeFields };

const COLUMNS = {
  ...ITEM_COLUMNS,
  kind: 'text',
  parent_id: 'text',
  domain_ref: 'text',
  owner_ref: 'text',
  state: 'text',
  position: 'double precision',
  review_at: 'text',
  data: 'text',
} as const;

const NODES: TreeTable<StoredNode> = {
  table: 'value_nodes',
  columns: COLUMNS,
  order: ['position', 'id'],
  toRow,
  toItem: toNode,
};

/** Keeps nodes. */
export class NodeStore extends TreeStore<StoredNode> {
  constructor(knex: Knex) {
    super(knex, NODES);
  }

  override async lock(id: string): Promise<StoredNode | undefined> {
    if (isPostgres(this.knex)) {
      // The table as for a write, so that it is taken in the same order as by
      // lockTree: two would wait for each other else.
      await this.knex.raw('lock table value_nodes in row exclusive mode');
    }
    return super.lock(id);
  }

  /** Nodes right below a node, or at the top, in their order. */
  async children(parentId: string | undefined): Promise<StoredNode[]> {
    const query = this.living();
    return this.read(
      parentId === undefined
        ? query.whereNull('parent_id')
        : query.where({ parent_id: parentId }),
    );
  }

  /** A node and all below it, parents before children. */
  async subtree(id: string): Promise<StoredNode[]> {
    const nodes = await this.read(
      this.living().whereIn('id', query =>
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
      ),
    );
    return parentsFirst(nodes, id);
  }

  /** A node and what is above it, the top first. */
  async path(id: string): Promise<StoredNode[]> {
    const nodes = await this.read(
      this.living().whereIn('id', query =>
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

  /** Puts siblings anew; what they say stays, and so does their version. */
  async place(
    positions: readonly { id: string; position: number }[],
  ): Promise<void> {
    await updateRows(this.knex, {
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
    if (isPostgres(this.knex)) {
      await this.knex.raw('lock table value_nodes in share row exclusive mode');
    }
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
    ...rowOfItem(node),
    kind: node.kind,
    parent_id: node.parentId,
    domain_ref: fields.domain,
    owner_ref: fields.owner,
    state: node.state,
    review_at: fields.reviewAt,
    data: JSON.stringify(fields),
  };
}

function toNode(row: Record<string, any>): StoredNode {
  return {
    ...itemOfRow(row),
    kind: row.kind,
    parentId: row.parent_id ?? undefined,
    state: row.state,
    fields: JSON.parse(row.data),
  };
}
