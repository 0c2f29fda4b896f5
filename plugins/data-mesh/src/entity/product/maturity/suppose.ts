import {
  EntityRuleSetResults,
  ifFixed,
  levelOf,
  RuleSetOutline,
  RuleStatus,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/**
 * Where a product would stand if some rules were met.
 *
 * @param fixed - ids of rules
 * @returns levels counted from 0, and how many rules would be met besides
 */
export function suppose(
  outline: RuleSetOutline,
  result: Pick<EntityRuleSetResults, 'results' | 'level' | 'cap'>,
  fixed: readonly string[],
): { now: number; then: number; more: number; isWaitingLeft: boolean } {
  const statuses: Record<string, RuleStatus> = Object.fromEntries(
    result.results.map(({ rule, status }) => [rule, status]),
  );
  const after = ifFixed(outline, statuses, fixed);
  const { level = 0 } = levelOf(outline, after, result.cap?.level);
  const met = Object.keys(after).filter(
    id => after[id] === 'pass' && statuses[id] !== 'pass',
  );
  return {
    now: result.level ?? 0,
    then: level,
    more: met.filter(id => !fixed.includes(id)).length,
    isWaitingLeft: Object.values(after).includes('waiting'),
  };
}
