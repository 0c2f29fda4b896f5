import { Knex } from 'knex';
import { signOf } from '../../database/signOf';
import { digestOf } from '../digest';

/** After which time everything is looked at in any case. */
const HOLDS_MS = 60 * 60 * 1000;

/** What changes with each write to what an evaluation reads, by table. */
const SIGNS = {
  subjects: ['count(*)', 'max(seen_at)', 'count(gone_at)'],
  evidence: ['count(*)', 'max(received_at)'],
  waivers: ['count(*)', 'sum(version)'],
  levels: ['count(*)', 'max(changed_at)', 'count(gone_at)'],
  value_nodes: ['count(*)', 'sum(version)', 'count(gone_at)'],
  measures: ['count(*)', 'sum(version)', 'count(gone_at)'],
  check_ins: ['count(*)', 'count(superseded_by)'],
  decisions: ['count(*)'],
  node_links: ['count(*)', 'max(id)'],
};

/**
 * Tells in one statement that nothing was written since all was found as it
 * was kept. Whoever writes has what hangs on it evaluated besides: a write
 * that is missed here is not missed, and after an hour nothing is relied on.
 */
export class Stillness<TReport> {
  readonly #knex: Knex;
  readonly #now: () => Date;
  #found: { sign: string; report: TReport; at: number } | undefined;

  constructor(options: { knex: Knex; now: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  /** @param shared - what evaluations read besides the database */
  async sign(shared: unknown): Promise<string> {
    return digestOf([shared, await signOf(this.#knex, SIGNS)]);
  }

  /** What was found then, as long as nothing was written since. */
  find(sign: string): TReport | undefined {
    const found = this.#found;
    return found?.sign === sign && this.#now().getTime() - found.at < HOLDS_MS
      ? found.report
      : undefined;
  }

  /** @param sign - from before everything was found as it was kept */
  remember(sign: string, report: TReport): void {
    this.#found = { sign, report, at: this.#now().getTime() };
  }
}
