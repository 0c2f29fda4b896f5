import { Knex } from 'knex';
import { insertRows, isAmong, takeOver } from '../database/sql';
import { groupBy } from '../lists';

/** An entity to read again, and the mark by which it is known. */
export type DirtyEntity = { ref: string; markedAt: string; attempts: number };

const LONGEST_WAIT_SECONDS = 15 * 60;

/** The entities to look at again, shared by all replicas. */
export class DirtyQueue {
  readonly #knex: Knex;
  readonly #settleSeconds: number;
  readonly #table: string;

  /** @param settleSeconds - how long to wait for what else changes */
  constructor(
    knex: Knex,
    settleSeconds: number,
    table: 'dirty' | 'evaluation_queue' = 'dirty',
  ) {
    this.#knex = knex;
    this.#settleSeconds = settleSeconds;
    this.#table = table;
  }

  async mark(refs: Iterable<string>, now: Date = new Date()): Promise<void> {
    await insertRows(this.#knex, {
      table: this.#table,
      columns: {
        ref: 'text',
        marked_at: 'text',
        due_at: 'text',
        attempts: 'integer',
      },
      rows: [...new Set(refs)].sort().map(ref => ({
        ref,
        marked_at: now.toISOString(),
        due_at: later(now, this.#settleSeconds),
        attempts: 0,
      })),
      // The later change has to settle as well.
      onConflict: `(ref) do update set ${takeOver([
        'marked_at',
        'due_at',
        'attempts',
      ])}`,
    });
  }

  async getDue(limit: number, now: Date = new Date()): Promise<DirtyEntity[]> {
    const rows = await this.#knex(this.#table)
      .where('due_at', '<=', now.toISOString())
      .orderBy([{ column: 'due_at' }, { column: 'ref' }])
      .limit(limit);
    return rows.map(row => ({
      ref: row.ref,
      markedAt: row.marked_at,
      attempts: row.attempts,
    }));
  }

  /** Takes entities out, except those marked anew in the meantime. */
  async remove(done: readonly DirtyEntity[]): Promise<void> {
    for (const [markedAt, same] of groupBy(done, byMark)) {
      const refs = same.map(({ ref }) => ref);
      await this.#knex(this.#table)
        .where({ marked_at: markedAt })
        .where(isAmong(this.#knex, 'ref', refs))
        .delete();
    }
  }

  /** Puts entities off, each time for longer. */
  async postpone(
    failed: readonly DirtyEntity[],
    now: Date = new Date(),
  ): Promise<void> {
    for (const [markedAt, same] of groupBy(failed, byMark)) {
      const refs = same.map(({ ref }) => ref);
      const attempts = Math.max(...same.map(entity => entity.attempts));
      const wait = Math.min(5 * 2 ** attempts, LONGEST_WAIT_SECONDS);
      await this.#knex(this.#table)
        .where({ marked_at: markedAt })
        .where(isAmong(this.#knex, 'ref', refs))
        .update({ attempts: attempts + 1, due_at: later(now, wait) });
    }
  }

  async getState(
    now: Date = new Date(),
  ): Promise<{ length: number; oldestInSeconds: number }> {
    const row = await this.#knex(this.#table)
      .count({ length: '*' })
      .min({ oldest: 'marked_at' })
      .first();
    return {
      length: Number(row?.length ?? 0),
      oldestInSeconds: row?.oldest
        ? Math.max(0, (now.getTime() - Date.parse(row.oldest)) / 1000)
        : 0,
    };
  }
}

function later(now: Date, seconds: number): string {
  return new Date(now.getTime() + seconds * 1000).toISOString();
}

function byMark({ markedAt }: DirtyEntity): string {
  return markedAt;
}
