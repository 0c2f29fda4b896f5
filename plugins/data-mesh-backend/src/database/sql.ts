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

/** The same for several columns that together are among the rows. */
export function isRowAmong<TColumn extends string>(
  knex: Knex,
  columns: readonly TColumn[],
  rows: readonly { [column in NoInfer<TColumn>]: string }[],
): Knex.Raw {
  const names = columns.join(', ');
  const select = isPostgres(knex)
    ? `select ${names} from json_to_recordset(?::json) as r(${columns
        .map(name => `${name} text`)
        .join(', ')})`
    : `select ${columns
        .map(name => `value ->> '$.${name}'`)
        .join(', ')} from json_each(?)`;
  return knex.raw(`(${names}) in (${select})`, [
    storable(JSON.stringify(rows)),
  ]);
}

type ColumnType = 'text' | 'integer' | 'boolean' | 'double precision';

type RowOf<TColumn extends string> = {
  [column in TColumn]?: string | number | boolean | null;
};

/**
 * Inserts rows in one statement with one bind parameter, whatever their
 * number. `onConflict` is the SQL that follows `on conflict`.
 */
export async function insertRows<TColumn extends string>(
  knex: Knex,
  options: {
    table: string;
    columns: Record<TColumn, ColumnType>;
    rows: readonly RowOf<NoInfer<TColumn>>[];
    onConflict?: string;
    returning?: NoInfer<TColumn> | readonly NoInfer<TColumn>[];
  },
): Promise<Record<string, string>[]> {
  const { table, columns, rows, onConflict, returning } = options;
  if (rows.length === 0) {
    return [];
  }
  const result = await knex.raw(
    [
      `insert into ${table} (${Object.keys(columns).join(', ')})`,
      selectFrom(knex, columns),
      onConflict ? `on conflict ${onConflict}` : '',
      returning ? `returning ${[returning].flat().join(', ')}` : '',
    ].join(' '),
    [storable(JSON.stringify(rows))],
  );
  return isPostgres(knex) ? result.rows : result;
}

/**
 * Updates rows in one statement with one bind parameter, whatever their
 * number. `where` is the SQL that finds the row of each; what was given for a
 * column is named there with `new_` before it.
 */
export async function updateRows<TColumn extends string>(
  knex: Knex,
  options: {
    table: string;
    columns: Record<TColumn, ColumnType>;
    rows: readonly RowOf<NoInfer<TColumn>>[];
    set: readonly NoInfer<TColumn>[];
    /** What is set besides, as SQL. */
    also?: string;
    where: string;
    returning?: readonly string[];
  },
): Promise<Record<string, string>[]> {
  const { table, columns, rows, set, also, where, returning } = options;
  if (rows.length === 0) {
    return [];
  }
  const changes = set.map(column => `${column} = new_${column}`);
  const result = await knex.raw(
    [
      `update ${table} set ${[...changes, ...(also ? [also] : [])].join(', ')}`,
      `from (${selectFrom(knex, columns, 'new_')}) as given`,
      `where ${where}`,
      returning ? `returning ${returning.join(', ')}` : '',
    ].join(' '),
    [storable(JSON.stringify(rows))],
  );
  return isPostgres(knex) ? result.rows : result;
}

/** Rows that are given as JSON, in one bind parameter. */
function selectFrom(
  knex: Knex,
  columns: Record<string, ColumnType>,
  prefix: string = '',
): string {
  const names = Object.keys(columns);
  return isPostgres(knex)
    ? `select ${names
        .map(name => `${name} as ${prefix}${name}`)
        .join(', ')} from json_to_recordset(?::json) as r(${names
        .map(name => `${name} ${columns[name]}`)
        .join(', ')})`
    : `select ${names
        .map(name => `value ->> '$.${name}' as ${prefix}${name}`)
        .join(', ')} from json_each(?) where true`;
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
