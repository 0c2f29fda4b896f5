import { Rule } from '../set/RuleSet';

/**
 * How far a rule is rolled out today. A draft is shown and not counted; in
 * its grace period a rule is shown as to do and not counted, through the day
 * that is named; an enforced rule counts.
 */
export function rolloutOf(
  { rollout }: Pick<Rule, 'rollout'>,
  today: string,
): { state: 'draft' | 'grace' | 'enforced'; counted: boolean } {
  if (rollout === 'draft') {
    return { state: 'draft', counted: false };
  }
  const isGrace = typeof rollout === 'object' && today <= rollout.grace;
  return { state: isGrace ? 'grace' : 'enforced', counted: !isGrace };
}
