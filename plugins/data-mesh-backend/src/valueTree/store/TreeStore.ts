import { Knex } from 'knex';
import { insertRows, isAmong, updateRows } from '../../database/sql';
import { TreeItem } from './treeItem';

type Rows = Parameters<typeof insertRows>[1];

/** Where items are kept, and how each is written and read. */
export type TreeTable<TItem> = Pick<Rows, 'table' | 'columns'> & {
  /** Columns that an update leaves as they are, besides id and creation. */
  apart?: readonly string[];
  order: readonly string[];
  toRow(item: TItem): Rows['rows'][number];
  toItem(row: Record<string, any>): TItem;
};

/**
 * Keeps items of the tree in versions: whoever writes one has read the version
 * before. An item that is gone keeps its row; reads leave it out, unless they
 * say so. It works on the connection that it is given: a transaction, or none.
 */
export abstract class TreeStore<TItem extends TreeItem> {
  protected readonly knex: Knex;
  readonly #table: TreeTable<TItem>;

  constructor(knex: Knex, table: TreeTable<TItem>) {
    this.knex = knex;
    this.#table = table;
  }

  /** All of them, in their order. */
  async all(): Promise<TItem[]> {
    return this.read(this.living());
  }

  async byIds(ids: readonly string[]): Promise<TItem[]> {
    return this.read(this.living().where(isAmong(this.knex, 'id', ids)));
  }

  async find(id: string): Promise<TItem | undefined> {
    return (await this.byIds([id]))[0];
  }

  /** Also those that are gone: their ids are not given away again. */
  async byIdsEver(ids: readonly string[]): Promise<TItem[]> {
    return this.read(
      this.knex(this.#table.table).where(isAmong(this.knex, 'id', ids)),
    );
  }

  /** Holds up other writes of it, and of what is written with it, meanwhile. */
  async lock(id: string): Promise<TItem | undefined> {
    const [item] = await this.read(this.living().where({ id }).forUpdate());
    return item;
  }

  /** @returns ids of those that were added; a known id is left as it is */
  async insert(items: readonly TItem[]): Promise<Set<string>> {
    const { table, columns, toRow } = this.#table;
    const rows = await insertRows(this.knex, {
      table,
      columns,
      rows: items.map(toRow),
      onConflict: '(id) do nothing',
      returning: 'id',
    });
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * Writes those that are still, and living, in the version before the given
   * one.
   *
   * @returns ids of those that were written
   */
  async update(items: readonly TItem[]): Promise<Set<string>> {
    const { table, columns, apart = [], toRow } = this.#table;
    const rows = await updateRows(this.knex, {
      table,
      columns,
      rows: items.map(toRow),
      set: Object.keys(columns).filter(
        column => !['id', 'created_at', ...apart].includes(column),
      ),
      where: 'id = new_id and version = new_version - 1 and gone_at is null',
      returning: ['id'],
    });
    return new Set(rows.map(({ id }) => id));
  }

  protected living(): Knex.QueryBuilder {
    const { table, order } = this.#table;
    return this.knex(table)
      .whereNull('gone_at')
      .orderBy(order.map(column => ({ column })));
  }

  protected async read(query: Knex.QueryBuilder): Promise<TItem[]> {
    const rows: Record<string, any>[] = await query;
    return rows.map(this.#table.toItem);
  }
}
