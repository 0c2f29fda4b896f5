import { JsonValue } from '@backstage/types';
import { Knex } from 'knex';
import { monotonicFactory } from 'ulid';
import { insertRows } from '../database/sql';

/** One write of somebody: what was before and what is since. */
export type AuditEntry = {
  /** Ref of a user, or the subject of a service. */
  by: string;
  /** Such as `waiver-approved`. */
  action: string;
  subjectRef?: string;
  before?: JsonValue;
  after?: JsonValue;
};

/** Who changed what; entries are only added. */
export class AuditLog {
  readonly #now: () => Date;
  /** Entries of one millisecond keep their order. */
  readonly #nextId = monotonicFactory();

  constructor(options: { now?: () => Date } = {}) {
    this.#now = options.now ?? (() => new Date());
  }

  /** Notes writes in the transaction that makes them. */
  async append(trx: Knex, ...entries: readonly AuditEntry[]): Promise<void> {
    const now = this.#now();
    await insertRows(trx, {
      table: 'audit_log',
      columns: {
        id: 'text',
        at: 'text',
        by: 'text',
        action: 'text',
        subject_ref: 'text',
        before: 'text',
        after: 'text',
      },
      rows: entries.map(({ by, action, subjectRef, before, after }) => ({
        id: this.#nextId(now.getTime()),
        at: now.toISOString(),
        by,
        action,
        subject_ref: subjectRef,
        before: before === undefined ? null : JSON.stringify(before),
        after: after === undefined ? null : JSON.stringify(after),
      })),
    });
  }
}
