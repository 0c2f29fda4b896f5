import { Knex } from 'knex';

export function isPostgres(knex: Knex): boolean {
  return knex.client.config.client.includes('pg');
}

/**
 * A condition that a column is among the values. They travel as one bind
 * parameter, so that their number is not bound by the database's limit.
 */
export function isAmong(
  knex: Knex,
  column: string,
  values: readonly string[],
): Knex.Raw {
  return isPostgres(knex)
    ? knex.raw('?? = any(?::text[])', [column, [...values]])
    : knex.raw('?? in (select value from json_each(?))', [
        column,
        JSON.stringify(values),
      ]);
}

/**
 * Inserts rows in one statement with one bind parameter, whatever their
 * number. `onConflict` is the SQL that follows `on conflict`.
 */
export async function insertRows<TColumn extends string>(
  knex: Knex,
  options: {
    table: string;
    columns: Record<TColumn, 'text' | 'integer'>;
    rows: readonly { [column in NoInfer<TColumn>]?: string | number | null }[];
    onConflict?: string;
    returning?: NoInfer<TColumn>;
  },
): Promise<Record<string, string>[]> {
  const { table, columns, rows, onConflict, returning } = options;
  if (rows.length === 0) {
    return [];
  }
  const names = Object.keys(columns) as TColumn[];
  const select = isPostgres(knex)
    ? `select ${names.join(', ')} from json_to_recordset(?::json) as r(${names
        .map(name => `${name} ${columns[name]}`)
        .join(', ')})`
    : `select ${names
        .map(name => `value ->> '$.${name}'`)
        .join(', ')} from json_each(?) where true`;
  const result = await knex.raw(
    [
      `insert into ${table} (${names.join(', ')})`,
      select,
      onConflict ? `on conflict ${onConflict}` : '',
      returning ? `returning ${returning}` : '',
    ].join(' '),
    [storable(JSON.stringify(rows))],
  );
  return isPostgres(knex) ? result.rows : result;
}

/**
 * PostgreSQL keeps no NUL and no half of a surrogate pair in a text. JSON
 * writes both as escapes, which are found here and replaced.
 */
function storable(json: string): string {
  return json.replace(/\\(?:u(?:0000|d[89a-f][0-9a-f]{2})|.)/g, escape =>
    /^\\u(?:0000|d)/.test(escape) ? '\ufffd' : escape,
  );
}

/** `a = excluded.a, b = excluded.b`: takes over what was to be inserted. */
export function takeOver(columns: readonly string[]): string {
  return columns.map(column => `${column} = excluded.${column}`).join(', ');
}
