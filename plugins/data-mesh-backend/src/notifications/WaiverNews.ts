import { Knex } from 'knex';
import { isAmong } from '../database/sql';
import { groupBy } from '../lists';
import { RuleSetsInForce } from '../ruleSets/RuleSetsInForce';
import { GrantedWaiver, WaiverReader } from '../waivers/WaiverReader';
import { Notice } from './Notice';
import { dayWords } from './words';

const DAY = 24 * 60 * 60 * 1000;
/** How many days before its last day an exception is told of, twice. */
const DAYS_BEFORE = [14, 3];

type Ending = GrantedWaiver & { subject: string; daysLeft: number };

/** Finds exceptions that still act and end within days. */
export class WaiverNews {
  readonly #knex: Knex;
  readonly #waivers: WaiverReader;
  readonly #ruleSets: RuleSetsInForce;

  constructor(options: {
    knex: Knex;
    waivers: WaiverReader;
    ruleSets: RuleSetsInForce;
  }) {
    this.#knex = options.knex;
    this.#waivers = options.waivers;
    this.#ruleSets = options.ruleSets;
  }

  /**
   * @param today - UTC day
   * @param settledBefore - nothing that was decided later is told yet
   */
  async find(today: string, settledBefore: string): Promise<Notice[]> {
    const ending = await this.#findEnding(today);
    const acting = await this.#findActing(ending.map(({ subject }) => subject));
    const requests = await this.#findRequests(ending.map(({ id }) => id));
    return ending.flatMap(waiver => {
      const request = requests.get(waiver.id);
      return request &&
        request.decided_at < settledBefore &&
        acting.has(placeOf(waiver.subject, waiver))
        ? this.#tell(waiver, request) ?? []
        : [];
    });
  }

  /** Of several for the same rule, the one that holds longest. */
  async #findEnding(today: string): Promise<Ending[]> {
    const granted = await this.#waivers.read();
    const all = [...granted].flatMap(([subject, waivers]) =>
      waivers.map(waiver => ({
        ...waiver,
        subject,
        daysLeft: daysBetween(today, waiver.until),
      })),
    );
    const byRule = groupBy(all, waiver => placeOf(waiver.subject, waiver));
    return [...byRule.values()].flatMap(waivers => {
      const last = waivers.reduce((a, b) => (b.daysLeft > a.daysLeft ? b : a));
      return last.daysLeft >= 0 && last.daysLeft <= Math.max(...DAYS_BEFORE)
        ? [last]
        : [];
    });
  }

  /** Where rules are set aside now; where a rule is met, nothing will change. */
  async #findActing(subjects: readonly string[]): Promise<Set<string>> {
    const rows = await this.#knex('results')
      .select('subject_ref', 'rule_set', 'rule')
      .where({ status: 'waived' })
      .where(isAmong(this.#knex, 'subject_ref', subjects));
    return new Set(
      rows.map(row =>
        placeOf(row.subject_ref, { ruleSet: row.rule_set, rule: row.rule }),
      ),
    );
  }

  async #findRequests(
    ids: readonly string[],
  ): Promise<Map<string, { asked_by: string; decided_at: string }>> {
    const rows = await this.#knex('waivers')
      .select('id', 'asked_by', 'decided_at')
      .where(isAmong(this.#knex, 'id', ids))
      .whereNotNull('decided_at');
    return new Map(rows.map(row => [row.id, row]));
  }

  #tell(
    { id, subject, ruleSet, rule, until, daysLeft }: Ending,
    request: { asked_by: string; decided_at: string },
  ): Notice | undefined {
    // Whoever granted it for a few days knows how long these are.
    const granted = daysBetween(request.decided_at.slice(0, 10), until);
    const due = DAYS_BEFORE.filter(days => daysLeft <= days);
    const reached = Math.min(...due);
    const found = this.#ruleSets
      .current()
      .get(ruleSet)
      ?.ruleSet.ruleSet.rules.find(one => one.id === rule);
    if (!found || granted < reached) {
      return undefined;
    }
    const lastDay = dayWords(until.slice(0, 10));
    return {
      topic: 'exception-about-to-expire',
      keys: [`${id}:${reached}`],
      subject,
      also: [request.asked_by],
      headline: name => `An exception for ${name} ends on ${lastDay}`,
      text: name =>
        `${name}: “${found.title}” is set aside until ${lastDay}, ${daysWords(
          daysLeft,
        )}. Mend it by then, or ask for a new exception.`,
    };
  }
}

function placeOf(
  subject: string,
  { ruleSet, rule }: Pick<GrantedWaiver, 'ruleSet' | 'rule'>,
): string {
  return JSON.stringify([subject, ruleSet, rule]);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from)) / DAY);
}

function daysWords(days: number): string {
  if (days === 0) {
    return 'which is today';
  }
  return days === 1 ? 'which is tomorrow' : `${days} days from now`;
}
