import { Knex } from 'knex';
import { insertRows, takeOver } from '../database/sql';

const KEY = 'noticePasses';

type Starts = { last: string; previous?: string };

/**
 * Remembers when the last two passes started, on all replicas: what is older
 * than the one before the last, and still so, has been there for two passes.
 */
export class PassTimes {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * Notes a pass that is complete.
   *
   * @returns when the pass before it started; undefined after the first one
   */
  async note(startedAt: string): Promise<string | undefined> {
    const row = await this.#knex('projection_state')
      .where({ key: KEY })
      .first();
    const known: Starts | undefined = row && JSON.parse(row.value);
    if (known && startedAt <= known.last) {
      return known.previous;
    }
    const starts: Starts = { last: startedAt, previous: known?.last };
    await insertRows(this.#knex, {
      table: 'projection_state',
      columns: { key: 'text', value: 'text' },
      rows: [{ key: KEY, value: JSON.stringify(starts) }],
      onConflict: `(key) do update set ${takeOver(['value'])}`,
    });
    return starts.previous;
  }
}
