import { Knex } from 'knex';
import { isAmong } from '../database/sql';
import { LevelRow } from './rows';

/** What is known of the results of one rule set on one subject. */
export type KnownLevel = Pick<
  LevelRow,
  | 'subject_ref'
  | 'rule_set'
  | 'history_key'
  | 'domain_ref'
  | 'digest'
  | 'inputs_digest'
> & { gone_at: string | null };

/** Levels by subject, then by rule set. */
export type KnownLevels = Map<string, Map<string, KnownLevel>>;

/** Reads what evaluation needs of what is kept. */
export class ResultsStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async getKnown(): Promise<KnownLevels> {
    const rows: KnownLevel[] = await this.#knex('levels').select(
      'subject_ref',
      'rule_set',
      'history_key',
      'domain_ref',
      'digest',
      'inputs_digest',
      'gone_at',
    );
    const known: KnownLevels = new Map();
    for (const row of rows) {
      const own = known.get(row.subject_ref) ?? new Map();
      known.set(row.subject_ref, own.set(row.rule_set, row));
    }
    return known;
  }

  /** When the open faults of subjects were first seen, by subject and rule. */
  async getFaultsSince(
    ruleSet: string,
    subjects: readonly string[],
  ): Promise<Map<string, Map<string, string | undefined>>> {
    const rows: { subject_ref: string; rule: string; since: string | null }[] =
      await this.#knex('results')
        .select('subject_ref', 'rule', 'since')
        .where({ rule_set: ruleSet, status: 'fail' })
        .where(isAmong(this.#knex, 'subject_ref', subjects));
    const since = new Map<string, Map<string, string | undefined>>();
    for (const row of rows) {
      const own = since.get(row.subject_ref) ?? new Map();
      since.set(row.subject_ref, own.set(row.rule, row.since ?? undefined));
    }
    return since;
  }
}
