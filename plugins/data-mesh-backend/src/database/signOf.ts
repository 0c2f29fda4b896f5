import { Knex } from 'knex';

/**
 * What tells of any write to some tables, in one statement.
 *
 * @param signs - SQL that is another after each write, by table
 */
export async function signOf(
  knex: Knex,
  signs: Readonly<Record<string, readonly string[]>>,
): Promise<string> {
  const columns = Object.entries(signs).flatMap(([table, own]) =>
    own.map((sign, i) => `(select ${sign} from ${table}) as ${table}_${i}`),
  );
  const row = await knex
    .select(columns.map(column => knex.raw(column)))
    .first();
  return JSON.stringify(row);
}
