import {
  isUnmet,
  ruleStatuses,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { RuleSet } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { Knex } from 'knex';
import { encodeTime } from 'ulid';
import { isAmong } from '../database/sql';
import { groupBy } from '../lists';
import { ChangeDetail } from '../results/rows';
import { RuleSetsInForce } from '../ruleSets/RuleSetsInForce';
import {
  CALM_CAUSES,
  findLevelDrop,
  LevelChange,
  LevelDrop,
} from './levelDrops';
import { Notice } from './Notice';
import { causeWords, listWords } from './words';

const MOST_RULES_NAMED = 3;
const UNMET = ruleStatuses.filter(isUnmet);

type ChangeOf = {
  id: string;
  at: string;
  subject_ref: string;
  rule_set: string;
  rule: string | null;
  dimension: string | null;
  before: string | null;
  after: string | null;
  cause: LevelChange['cause'];
  detail: string | null;
};

/** Finds in the changes of results what is worth a notification. */
export class ResultNews {
  readonly #knex: Knex;
  readonly #ruleSets: RuleSetsInForce;

  constructor(options: { knex: Knex; ruleSets: RuleSetsInForce }) {
    this.#knex = options.knex;
    this.#ruleSets = options.ruleSets;
  }

  /**
   * @param since - nothing older is told any more
   * @param settledBefore - nothing newer is told yet
   */
  async find(since: Date, settledBefore: string): Promise<Notice[]> {
    return [
      ...(await this.#findDrops(since, settledBefore)),
      ...(await this.#findFaults(since, settledBefore)),
    ];
  }

  async #findDrops(since: Date, settledBefore: string): Promise<Notice[]> {
    const rows = await this.#changes(since).whereNull('c.rule');
    const chains = groupBy(rows, ({ subject_ref, rule_set, dimension }) =>
      JSON.stringify([subject_ref, rule_set, dimension]),
    );
    const drops = [...chains.values()].flatMap(chain => {
      const drop = findLevelDrop(chain.map(toLevelChange), settledBefore);
      return drop ? [{ ...drop, of: chain[0] }] : [];
    });
    const flips = groupBy(
      await this.#changes(since)
        .whereNotNull('c.rule')
        .whereIn('c.after', UNMET)
        .whereNotIn('c.before', UNMET)
        .where(
          isAmong(
            this.#knex,
            'l.subject_ref',
            drops.map(({ of }) => of.subject_ref),
          ),
        ),
      ({ subject_ref, rule_set }) => `${subject_ref} ${rule_set}`,
    );
    return drops.flatMap(drop => {
      const { subject_ref, rule_set } = drop.of;
      const own = flips.get(`${subject_ref} ${rule_set}`) ?? [];
      return this.#tellDrop(drop, own) ?? [];
    });
  }

  #tellDrop(
    drop: LevelDrop & { of: ChangeOf },
    flips: readonly ChangeOf[],
  ): Notice | undefined {
    const { subject_ref: subject, rule_set, dimension } = drop.of;
    const ruleSet = this.#ruleSets.current().get(rule_set)?.ruleSet.ruleSet;
    const [from, to] = [drop.from, drop.to].map(
      level => ruleSet?.levels[level]?.title,
    );
    const area = ruleSet?.dimensions.find(({ id }) => id === dimension)?.title;
    if (!ruleSet || !from || !to || (dimension && !area)) {
      return undefined;
    }
    const place = area ? ` in ${area}` : '';
    const broken = brokenRules(ruleSet, drop, flips);
    const { cause, isOwn } = drop.changes[drop.changes.length - 1];
    return {
      topic: 'level-dropped',
      keys: drop.changes.map(({ id }) => id),
      subject,
      headline: name => `${name} fell to ${to}${place}`,
      text: name =>
        [
          `${name} fell from ${from} to ${to}${place}, because ${causeWords(
            cause,
            isOwn,
          )}.`,
          ...(broken.length > 0
            ? [`No longer met: ${listWords(broken, MOST_RULES_NAMED)}.`]
            : []),
        ].join(' '),
    };
  }

  async #findFaults(since: Date, settledBefore: string): Promise<Notice[]> {
    const rows = await this.#changes(since)
      .join('results as r', join =>
        join
          .on('r.subject_ref', 'l.subject_ref')
          .on('r.rule_set', 'c.rule_set')
          .on('r.rule', 'c.rule'),
      )
      .where({ 'r.status': 'fail', 'r.severity': 'high', 'r.counted': true });
    const byRule = groupBy(rows, ({ subject_ref, rule_set, rule }) =>
      JSON.stringify([subject_ref, rule_set, rule]),
    );
    return [...byRule.values()].flatMap(changes => {
      const last = changes[changes.length - 1];
      const isTold =
        last.at < settledBefore &&
        last.after === 'fail' &&
        !CALM_CAUSES.includes(last.cause);
      return (isTold && this.#tellFault(last)) || [];
    });
  }

  #tellFault({
    id,
    subject_ref,
    rule_set,
    rule,
  }: ChangeOf): Notice | undefined {
    const found = this.#ruleSets
      .current()
      .get(rule_set)
      ?.ruleSet.ruleSet.rules.find(one => one.id === rule);
    return (
      found && {
        topic: 'sort-out-now',
        keys: [id],
        subject: subject_ref,
        headline: name => `Sort out now: ${name}: ${found.title}`,
        text: name => `${name}: ${found.title}. ${found.fix}`,
      }
    );
  }

  /** The oldest first, by the refs that the subjects have now. */
  #changes(since: Date): Knex.QueryBuilder<ChangeOf, ChangeOf[]> {
    return this.#knex('result_changes as c')
      .select(
        'c.id',
        'c.at',
        'l.subject_ref',
        'c.rule_set',
        'c.rule',
        'c.dimension',
        'c.before',
        'c.after',
        'c.cause',
        'c.detail',
      )
      .join('levels as l', join =>
        join
          .on('l.history_key', 'c.history_key')
          .on('l.rule_set', 'c.rule_set'),
      )
      .whereNull('l.gone_at')
      .where('c.id', '>=', encodeTime(since.getTime()))
      .orderBy('c.id');
  }
}

/** Titles of the rules that took a level down, what must be met first. */
function brokenRules(
  { levels, rules }: RuleSet,
  drop: LevelDrop & { of: ChangeOf },
  flips: readonly ChangeOf[],
): string[] {
  const times = new Set(drop.changes.map(({ at }) => at));
  const broken = new Set(
    flips.filter(({ at }) => times.has(at)).map(({ rule }) => rule),
  );
  return rules
    .filter(({ id, level, dimension }) => {
      const place = levels.findIndex(one => one.id === level);
      return (
        broken.has(id) &&
        (dimension ?? null) === drop.of.dimension &&
        place > drop.to &&
        place <= drop.from
      );
    })
    .sort(
      (a, b) => Number(b.weight !== 'should') - Number(a.weight !== 'should'),
    )
    .map(({ title }) => title);
}

function toLevelChange(row: ChangeOf): LevelChange {
  const { id, at, before, after, cause } = row;
  const detail: ChangeDetail = row.detail ? JSON.parse(row.detail) : {};
  return {
    id,
    at,
    before: before === null ? null : Number(before),
    after: after === null ? null : Number(after),
    cause,
    isOwn: detail.entity === row.subject_ref,
  };
}
