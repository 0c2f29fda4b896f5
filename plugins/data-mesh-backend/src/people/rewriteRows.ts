import { Knex } from 'knex';
import { updateRows } from '../database/sql';
import { RecordTable, recordTables, RecordTableName } from './tables';

export const ROWS_AT_ONCE = 200;

export type TextRow = Record<string, string | null>;

/** Which rows of a table to look at, and what becomes of them. */
export type RowsToRewrite = {
  table: RecordTableName;
  /** Those that are read and may change, besides the key. */
  columns: readonly string[];
  where: (query: Knex.QueryBuilder) => void;
  /**
   * @returns the rows that are others now, with their key; the key of a row
   * stays
   */
  rewrite: (rows: readonly TextRow[], trx: Knex) => Promise<TextRow[]>;
  signal?: AbortSignal;
};

/**
 * Rewrites rows some at a time, so that tables of any length take the same
 * memory. Each of these holds or not; in a transaction, all of them together.
 *
 * @returns how many rows are others now
 */
export async function rewriteRows(
  knex: Knex,
  options: RowsToRewrite,
): Promise<number> {
  const { key }: RecordTable = recordTables[options.table];
  const rewriteAfter = (last: TextRow | undefined) =>
    knex.transaction(trx => rewritePart(trx, options, key, last));
  let part = await rewriteAfter(undefined);
  let { changed } = part;
  while (part.last && !options.signal?.aborted) {
    part = await rewriteAfter(part.last);
    changed += part.changed;
  }
  return changed;
}

async function rewritePart(
  trx: Knex,
  { table, columns, where, rewrite }: RowsToRewrite,
  key: readonly string[],
  after: TextRow | undefined,
): Promise<{ changed: number; last?: TextRow }> {
  const query = trx(table)
    .select([...new Set([...key, ...columns])])
    .orderBy([...key])
    .limit(ROWS_AT_ONCE)
    .forUpdate();
  where(query);
  if (after) {
    query.whereRaw(
      `(${key.join(', ')}) > (${key.map(() => '?').join(', ')})`,
      key.map(column => after[column]),
    );
  }
  const rows: TextRow[] = await query;
  const changed = await rewrite(rows, trx);
  const { also }: RecordTable = recordTables[table];
  await updateRows(trx, {
    table,
    columns: Object.fromEntries(
      [...key, ...columns].map(column => [column, 'text' as const]),
    ),
    rows: changed,
    set: columns,
    also,
    where: key.map(column => `${column} = new_${column}`).join(' and '),
  });
  return {
    changed: changed.length,
    last: rows.length === ROWS_AT_ONCE ? rows[rows.length - 1] : undefined,
  };
}
