import {
  OutlineRule,
  RuleSetOutline,
  RuleStatus,
  isMet,
  isUnmet,
} from '../results';
import { ToDoResult } from './ToDo';

/**
 * The unmet rules, by set and id, that a target cannot be reached without: of
 * each level up to it, the `must` or `should` rules too few of which are met.
 *
 * @returns ids of set and rule, joined by a slash
 *
 * @public
 */
export function requiredRules(
  sets: readonly {
    outline: RuleSetOutline;
    target?: number | null;
    results: readonly ToDoResult[];
  }[],
): Set<string> {
  return new Set(
    sets.flatMap(({ outline, target, results }) => {
      const statuses = new Map(
        results.map(({ rule, status }) => [rule, status]),
      );
      const needed = outline.rules.filter(
        ({ counted, level }) =>
          counted && level !== undefined && level <= (target ?? 0),
      );
      return [...bucketsOf(needed).values()]
        .filter(rules => !isEnough(outline, rules, statuses))
        .flat()
        .filter(({ id }) => isUnmet(statuses.get(id) ?? 'not-applicable'))
        .map(({ id }) => `${outline.id}/${id}`);
    }),
  );
}

function bucketsOf(rules: readonly OutlineRule[]): Map<string, OutlineRule[]> {
  const buckets = new Map<string, OutlineRule[]>();
  for (const rule of rules) {
    const key = `${rule.dimension} ${rule.level} ${rule.weight}`;
    buckets.set(key, [...(buckets.get(key) ?? []), rule]);
  }
  return buckets;
}

function isEnough(
  { promotion }: RuleSetOutline,
  rules: readonly OutlineRule[],
  statuses: ReadonlyMap<string, RuleStatus>,
): boolean {
  const known = rules.map(({ id }) => statuses.get(id) ?? 'unknown');
  const met = known.filter(isMet).length;
  const applying = met + known.filter(isUnmet).length;
  if (rules[0].weight === 'should' && applying < promotion.shouldFrom) {
    return true;
  }
  return applying === 0 || met / applying >= promotion[rules[0].weight];
}
