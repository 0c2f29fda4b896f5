import { Knex } from 'knex';
import { isAmong } from '../database/sql';
import { inParts } from '../lists';

const SUBJECTS_A_TRANSACTION = 500;

/** What becomes of results whose subject is gone; changes stay for ever. */
export class Tombstones {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Results stay as they were for as long as the projection remembers. */
  async bury(subjects: readonly string[], at: string): Promise<void> {
    if (subjects.length > 0) {
      await this.#knex('levels')
        .whereNull('gone_at')
        .where(isAmong(this.#knex, 'subject_ref', subjects))
        .update({ gone_at: at });
    }
  }

  /** Removes the results of what the projection has forgotten. */
  async removeForgotten(): Promise<number> {
    const gone: { subject_ref: string }[] = await this.#knex('levels as l')
      .distinct('l.subject_ref')
      .leftJoin('subjects as s', 's.ref', 'l.subject_ref')
      .whereNotNull('l.gone_at')
      .whereNull('s.ref')
      .orderBy('l.subject_ref');
    const forgotten = gone.map(row => row.subject_ref);
    for (const part of inParts(forgotten, SUBJECTS_A_TRANSACTION)) {
      await this.#knex.transaction(async trx => {
        const rows = await trx('levels')
          .select('subject_ref')
          .whereNotNull('gone_at')
          .where(isAmong(trx, 'subject_ref', part))
          .orderBy(['subject_ref', 'rule_set'])
          .forUpdate();
        const removed = [...new Set(rows.map(row => row.subject_ref))];
        for (const table of ['levels', 'results']) {
          await trx(table).where(isAmong(trx, 'subject_ref', removed)).delete();
        }
      });
    }
    return forgotten.length;
  }
}
