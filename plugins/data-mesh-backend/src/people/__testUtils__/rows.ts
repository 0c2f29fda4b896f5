import { Knex } from 'knex';
import { isPostgres } from '../../database/sql';

export type Rows = Record<string, Record<string, unknown>[]>;

/** The columns of all tables of ours that hold text, by table. */
export async function textColumns(
  knex: Knex,
): Promise<Record<string, string[]>> {
  const found: { table: string; column: string; type: string }[] = isPostgres(
    knex,
  )
    ? await knex('information_schema.columns')
        .select({
          table: 'table_name',
          column: 'column_name',
          type: 'data_type',
        })
        .where({ table_schema: 'public' })
    : await knex('sqlite_master as m')
        .joinRaw('join pragma_table_info(m.name) as c')
        .where('m.type', 'table')
        .select({ table: 'm.name', column: 'c.name', type: 'c.type' });
  const columns: Record<string, string[]> = {};
  for (const { table, column, type } of found) {
    if (
      !/^(knex_|sqlite_)/.test(table) &&
      !/^(int|bigint|bool|double|float|real|numeric)/i.test(type)
    ) {
      (columns[table] ??= []).push(column);
    }
  }
  return columns;
}

/** All rows of all tables of ours, those of a table in one order. */
export async function allRows(knex: Knex): Promise<Rows> {
  const rows: Rows = {};
  for (const table of Object.keys(await textColumns(knex))) {
    rows[table] = (await knex(table)).map(row => ({ ...row }));
    rows[table].sort((a, b) =>
      JSON.stringify(a) < JSON.stringify(b) ? -1 : 1,
    );
  }
  return rows;
}

/** Where a text stands, in whatever case, as `table.column`. */
export function placesOf(rows: Rows, text: string): string[] {
  const wanted = text.toLocaleLowerCase('en-US');
  const places = Object.entries(rows).flatMap(([table, all]) =>
    all.flatMap(row =>
      Object.entries(row)
        .filter(([, value]) =>
          String(value).toLocaleLowerCase('en-US').includes(wanted),
        )
        .map(([column]) => `${table}.${column}`),
    ),
  );
  return [...new Set(places)].sort();
}
