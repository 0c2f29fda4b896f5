import { BacklogProvider } from '@backstage-data-mesh/plugin-data-mesh-common';
import { BacklogReading } from '@backstage-data-mesh/plugin-data-mesh-node';
import { Knex } from 'knex';
import { isAmong, updateRows } from '../../database/sql';

const COLUMNS = {
  provider: 'text',
  ref: 'text',
  title: 'text',
  state: 'text',
  url: 'text',
  seen_at: 'text',
  problem: 'text',
} as const;

/** What is known of backlog items, kept with the links to them. */
export class BacklogStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Items to look for, those that were looked for longest ago first. Several
   * nodes may be linked to one.
   *
   * @param before - those that were looked for later are left out
   */
  async due(
    provider: BacklogProvider,
    before: { open: string; done: string },
    limit: number,
  ): Promise<string[]> {
    const rows = await this.#knex('node_links as l')
      .join('value_nodes as n', 'n.id', 'l.node_id')
      .where('l.provider', provider)
      .whereNull('n.gone_at')
      .where(query =>
        query
          .whereNull('l.tried_at')
          .orWhere('l.tried_at', '<', before.done)
          .orWhere(open =>
            open
              .where('l.tried_at', '<', before.open)
              .whereRaw(`coalesce(l.state, 'open') <> 'done'`),
          ),
      )
      .select('l.ref')
      .groupBy('l.ref')
      .orderByRaw(`min(coalesce(l.tried_at, '')), l.ref`)
      .limit(limit);
    return rows.map(({ ref }) => ref);
  }

  /**
   * Keeps what was found of items that were looked for. What is known of one
   * that could not be seen stays.
   */
  async save(
    provider: BacklogProvider,
    looked: { at: string; refs: readonly string[] },
    readings: readonly BacklogReading[],
  ): Promise<void> {
    const rows = readings.map(one => ({
      ...one,
      provider,
      seen_at: looked.at,
    }));
    await this.#knex.transaction(async knex => {
      await knex('node_links')
        .where({ provider })
        .where(isAmong(knex, 'ref', looked.refs))
        .update({ tried_at: looked.at, problem: null });
      await updateRows(knex, {
        table: 'node_links',
        columns: COLUMNS,
        rows: rows.filter(row => 'title' in row),
        set: ['title', 'state', 'seen_at'],
        also: 'url = coalesce(new_url, url)',
        where: 'provider = new_provider and ref = new_ref',
      });
      await updateRows(knex, {
        table: 'node_links',
        columns: COLUMNS,
        rows: rows.filter(row => 'problem' in row),
        set: ['problem'],
        where: 'provider = new_provider and ref = new_ref',
      });
    });
  }
}
