import { Knex } from 'knex';
import { insertRows, takeOver } from '../database/sql';

/** How a source is, as of the last time it was asked. */
export type SourceState = {
  startedAt?: string;
  /** When it last delivered without a failure. */
  deliveredAt?: string;
  /** In its last delivery. */
  items?: number;
  refused?: number;
  problems?: string[];
};

/** Remembers how the sources are, for all replicas. */
export class SourceStates {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async getAll(): Promise<Map<string, SourceState>> {
    const rows = await this.#knex('evidence_sources');
    return new Map(
      rows.map(row => [
        row.id,
        {
          ...JSON.parse(row.data),
          ...(row.started_at !== null && { startedAt: row.started_at }),
          ...(row.delivered_at !== null && { deliveredAt: row.delivered_at }),
        },
      ]),
    );
  }

  /** Notes how asking it ended; a failure keeps when it last delivered. */
  async save(id: string, state: SourceState): Promise<void> {
    const { startedAt, deliveredAt, ...data } = state;
    await insertRows(this.#knex, {
      table: 'evidence_sources',
      columns: {
        id: 'text',
        started_at: 'text',
        delivered_at: 'text',
        data: 'text',
      },
      rows: [
        {
          id,
          started_at: startedAt,
          delivered_at: deliveredAt,
          data: JSON.stringify(data),
        },
      ],
      onConflict: `(id) do update set ${takeOver([
        'started_at',
        'data',
      ])}, delivered_at = coalesce(excluded.delivered_at, evidence_sources.delivered_at)`,
    });
  }
}
