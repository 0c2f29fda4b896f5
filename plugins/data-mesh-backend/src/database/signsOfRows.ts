import { Knex } from 'knex';
import { isPostgres } from './sql';

/** Of this connection, and whether others have written. */
const OF_SQLITE = `total_changes() || ' ' || (select data_version from pragma_data_version)`;

/**
 * What tells of any write to rows, by groups of them, in one statement that
 * answers with one row.
 *
 * It relies on no column, and so on no clock: on PostgreSQL each row has the
 * number of the transaction that wrote it, and SQLite counts what it writes,
 * whatever it is.
 *
 * @param groups - what comes after `from`: tables, with or without a condition
 */
export async function signsOfRows<TGroup extends string>(
  knex: Knex,
  groups: Readonly<Record<TGroup, readonly string[]>>,
): Promise<Record<TGroup, string>> {
  const names = Object.keys(groups) as TGroup[];
  const signOf = (name: TGroup) =>
    isPostgres(knex)
      ? groups[name].map(ofPostgres).join(` || ' ' || `)
      : OF_SQLITE;
  return knex
    .select(names.map(name => knex.raw(`${signOf(name)} as ??`, [name])))
    .first();
}

function ofPostgres(rows: string): string {
  return `(select count(*) || ':' || coalesce(sum(xmin::text::bigint), 0) from ${rows})`;
}
