import { CheckIn, Reading } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { insertRows, isAmong } from '../../database/sql';

/** A check-in as it is kept. */
export type StoredCheckIn = Omit<CheckIn, 'by'> & {
  /** Ref of a user, or the subject of a service. */
  by: string;
};

/** A place in the list, which has the newest day first. */
export type CheckInPlace = { date: string; id: string };

/** How many readings a measure carries itself. */
export const RECENT = 5;

const COLUMNS = {
  id: 'text',
  measure_id: 'text',
  date: 'text',
  value: 'double precision',
  confidence: 'text',
  note: 'text',
  link: 'text',
  by: 'text',
  at: 'text',
  superseded_by: 'text',
} as const;

const NEWEST_FIRST = [
  { column: 'date', order: 'desc' },
  { column: 'id', order: 'desc' },
];

/** Keeps check-ins, which are only added; see {@link NodeStore}. */
export class CheckInStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async find(id: string): Promise<StoredCheckIn | undefined> {
    const row = await this.#knex('check_ins').where({ id }).first();
    return row && toCheckIn(row);
  }

  /** What holds for a day. */
  async ofDay(
    measureId: string,
    date: string,
  ): Promise<StoredCheckIn | undefined> {
    const row = await this.#knex('check_ins')
      .where({ measure_id: measureId, date })
      .whereNull('superseded_by')
      .first();
    return row && toCheckIn(row);
  }

  /** The newest readings that hold, the oldest of them first. */
  async recent(measureId: string): Promise<Reading[]> {
    const rows = await this.#knex('check_ins')
      .select('date', 'value')
      .where({ measure_id: measureId })
      .whereNull('superseded_by')
      .orderBy(NEWEST_FIRST)
      .limit(RECENT);
    return rows.map(({ date, value }) => ({ date, value })).reverse();
  }

  /**
   * The newest of each measure, also superseded ones, the oldest first, in one
   * statement.
   */
  async newest(
    measureIds: readonly string[],
    limit: number,
  ): Promise<StoredCheckIn[]> {
    const rows = await this.#knex
      .from(
        this.#knex('check_ins')
          .select('*')
          .rowNumber('place', query =>
            query.partitionBy('measure_id').orderBy(NEWEST_FIRST),
          )
          .where(isAmong(this.#knex, 'measure_id', measureIds))
          .as('c'),
      )
      .where('place', '<=', limit)
      .orderBy([
        { column: 'measure_id' },
        { column: 'date' },
        { column: 'id' },
      ]);
    return rows.map(toCheckIn);
  }

  /** Those of a measure, also superseded ones, the newest day first. */
  async page(
    measureId: string,
    page: { after?: CheckInPlace; limit: number },
  ): Promise<{ checkIns: StoredCheckIn[]; total: number }> {
    const all = () => this.#knex('check_ins').where({ measure_id: measureId });
    const rows = all().orderBy(NEWEST_FIRST).limit(page.limit);
    if (page.after) {
      const { date, id } = page.after;
      rows.whereRaw('(date, id) < (?, ?)', [date, id]);
    }
    const found = await rows;
    const [{ count }] = await all().count({ count: '*' });
    return { checkIns: found.map(toCheckIn), total: Number(count) };
  }

  /** @returns ids of those that were added: one holds for a day */
  async insert(checkIns: readonly StoredCheckIn[]): Promise<Set<string>> {
    const rows = await insertRows(this.#knex, {
      table: 'check_ins',
      columns: COLUMNS,
      rows: checkIns.map(toRow),
      onConflict: 'do nothing',
      returning: 'id',
    });
    return new Set(rows.map(({ id }) => id));
  }

  /** @returns false when another one has taken its place before */
  async supersede(id: string, by: string): Promise<boolean> {
    const updated = await this.#knex('check_ins')
      .where({ id })
      .whereNull('superseded_by')
      .update({ superseded_by: by });
    return updated === 1;
  }
}

function toRow(checkIn: StoredCheckIn) {
  const { measureId, supersededBy, ...same } = checkIn;
  return { ...same, measure_id: measureId, superseded_by: supersededBy };
}

function toCheckIn(row: Record<string, any>): StoredCheckIn {
  return {
    id: row.id,
    measureId: row.measure_id,
    date: row.date,
    value: row.value,
    confidence: row.confidence ?? undefined,
    note: row.note ?? undefined,
    link: row.link ?? undefined,
    by: row.by,
    at: row.at,
    supersededBy: row.superseded_by ?? undefined,
  };
}
