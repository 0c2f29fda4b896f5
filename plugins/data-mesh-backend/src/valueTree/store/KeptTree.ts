import { Knex } from 'knex';
import { signOf } from '../../database/signOf';
import { StoredTree, TreeReader } from './TreeReader';

/** What changes with each write to what the tree is read from, by table. */
const SIGNS = {
  value_nodes: ['count(*)', 'sum(version)', 'sum(position)', 'count(gone_at)'],
  measures: ['count(*)', 'sum(version)', 'count(gone_at)'],
  check_ins: ['count(*)', 'count(superseded_by)'],
  node_links: ['count(*)', 'max(id)', 'max(tried_at)', 'max(seen_at)'],
  // Catalog files name initiatives.
  subjects: ['count(*)', 'max(seen_at)', 'count(gone_at)'],
};

/**
 * Keeps the tree as it was last read, until one statement tells that it is
 * another: it is read far more often than written. Whoever reads it leaves it
 * as it is.
 */
export class KeptTree {
  readonly #knex: Knex;
  #kept: { sign: string; tree: StoredTree } | undefined;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async read(): Promise<StoredTree> {
    // From before the tree, so that a write between both is not missed.
    const sign = await signOf(this.#knex, SIGNS);
    if (this.#kept?.sign !== sign) {
      this.#kept = { sign, tree: await TreeReader.read(this.#knex) };
    }
    return this.#kept.tree;
  }
}
