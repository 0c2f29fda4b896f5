import { Knex } from 'knex';
import { insertRows, takeOver } from '../database/sql';

/** The last good texts of rule sets that come from a server, by url. */
export class KeptTexts {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get(url: string): Promise<string | undefined> {
    const row = await this.#knex('projection_state')
      .where({ key: keyOf(url) })
      .first();
    return row && JSON.parse(row.value);
  }

  async set(url: string, text: string): Promise<void> {
    await insertRows(this.#knex, {
      table: 'projection_state',
      columns: { key: 'text', value: 'text' },
      rows: [{ key: keyOf(url), value: JSON.stringify(text) }],
      onConflict: `(key) do update set ${takeOver(['value'])}`,
    });
  }
}

function keyOf(url: string): string {
  return `ruleSet:${url}`;
}
