import {
  EntityResults,
  RuleSetOutline,
  RuleStatus,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { RuleWithResult } from './RuleList';

/** All rules of the rule sets that have a result, in the order of the sets. */
export function rulesWithResults(
  outlines: readonly RuleSetOutline[],
  results: EntityResults,
): RuleWithResult[] {
  return results.items.flatMap(item => {
    const outline = outlines.find(({ id }) => id === item.ruleSet);
    return (outline?.rules ?? []).flatMap(rule => {
      const result = item.results.find(one => one.rule === rule.id);
      return result ? [{ ruleSet: item.ruleSet, rule, result }] : [];
    });
  });
}

/** How many rules come to each status. */
export function countByStatus(
  rules: readonly RuleWithResult[],
): Partial<Record<RuleStatus, number>> {
  const counts: Partial<Record<RuleStatus, number>> = {};
  for (const { result } of rules) {
    counts[result.status] = (counts[result.status] ?? 0) + 1;
  }
  return counts;
}

/** Groups rules by level, the lowest first; open points come last. */
export function byLevel(
  rules: readonly RuleWithResult[],
): { level: number | undefined; rules: RuleWithResult[] }[] {
  const levels = [...new Set(rules.map(({ rule }) => rule.level))].sort(
    (a = Infinity, b = Infinity) => a - b,
  );
  return levels.map(level => ({
    level,
    rules: rules.filter(({ rule }) => rule.level === level),
  }));
}
