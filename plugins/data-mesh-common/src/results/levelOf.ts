import { OutlineRule, RuleSetOutline } from './RuleSetOutline';
import { RuleStatus, isMet, isUnmet } from './statuses';

/**
 * What {@link levelOf} reads of a rule.
 *
 * @public
 */
export type LevelRule = Pick<
  OutlineRule,
  'id' | 'weight' | 'level' | 'dimension' | 'counted'
>;

/**
 * What {@link levelOf} reads of a rule set.
 *
 * @public
 */
export type LevelOutline = Pick<
  RuleSetOutline,
  'levels' | 'dimensions' | 'promotion'
> & { rules: readonly LevelRule[] };

/**
 * Where statuses put a subject, counted from 0.
 *
 * @public
 */
export interface Levels {
  /** Absent for a set with dimensions and for a set of faults. */
  level?: number;
  dimensions?: Record<string, number>;
}

/**
 * The level that statuses come to, without evaluating anything.
 *
 * A level is reached when all levels below are reached, the share of met
 * `must` rules is at least `promotion.must` and, where `promotion.shouldFrom`
 * or more `should` rules apply, the share of met ones is at least
 * `promotion.should`. Met is `pass` or `waived`; `not-applicable` and
 * `not-measured` are on neither side; a rule without a status is not met.
 *
 * @param statuses - by the ids of the rules
 * @param cap - a level that is not exceeded
 *
 * @public
 */
export function levelOf(
  outline: LevelOutline,
  statuses: Readonly<Record<string, RuleStatus>>,
  cap: number = Infinity,
): Levels {
  const { levels, dimensions, rules } = outline;
  if (!levels.length) {
    return {};
  }
  const counted = rules.filter(rule => rule.counted);
  const levelIn = (some: readonly LevelRule[]) =>
    Math.min(highestLevel(outline, some, statuses), cap);
  if (!dimensions.length) {
    return { level: levelIn(counted) };
  }
  return {
    dimensions: Object.fromEntries(
      dimensions.map(({ id }) => [
        id,
        levelIn(counted.filter(({ dimension }) => dimension === id)),
      ]),
    ),
  };
}

function highestLevel(
  { levels, promotion }: LevelOutline,
  rules: readonly LevelRule[],
  statuses: Readonly<Record<string, RuleStatus>>,
): number {
  const { must, should, shouldFrom } = promotion;
  const isReached = (level: number) => {
    const own = rules.filter(rule => rule.level === level);
    const musts = tally(own, 'must', statuses);
    const shoulds = tally(own, 'should', statuses);
    return (
      isEnough(musts, must) &&
      (shoulds.applying < shouldFrom || isEnough(shoulds, should))
    );
  };
  let level = 0;
  while (level + 1 < levels.length && isReached(level + 1)) {
    level += 1;
  }
  return level;
}

type Tally = { met: number; applying: number };

function tally(
  rules: readonly LevelRule[],
  weight: LevelRule['weight'],
  statuses: Readonly<Record<string, RuleStatus>>,
): Tally {
  const of = rules
    .filter(rule => rule.weight === weight)
    .map(({ id }) => (Object.hasOwn(statuses, id) ? statuses[id] : 'unknown'));
  const met = of.filter(isMet).length;
  return { met, applying: met + of.filter(isUnmet).length };
}

function isEnough({ met, applying }: Tally, share: number): boolean {
  return applying === 0 || met / applying >= share;
}
