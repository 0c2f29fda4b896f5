import { OutlineRule } from './RuleSetOutline';
import { RuleStatus, isUnmet } from './statuses';

/**
 * The statuses as they would be if some rules were fixed, for “If you fix
 * these”. A fixed rule passes; a rule that only reads the results of others
 * passes with the last of them. Rules that waited for a fixed one stay unmet:
 * only an evaluation can tell what they come to.
 *
 * @param fixed - ids of rules; those that do not apply stay as they are
 *
 * @public
 */
export function ifFixed(
  outline: {
    rules: readonly Pick<OutlineRule, 'id' | 'met' | 'metAlone' | 'counted'>[];
  },
  statuses: Readonly<Record<string, RuleStatus>>,
  fixed: readonly string[],
): Record<string, RuleStatus> {
  const after = { ...statuses };
  for (const id of fixed) {
    if (Object.hasOwn(after, id) && isUnmet(after[id])) {
      after[id] = 'pass';
    }
  }
  const rules = new Map(outline.rules.map(rule => [rule.id, rule]));
  const stillUnmet = (id: string) =>
    rules.get(id)?.counted && Object.hasOwn(after, id) && isUnmet(after[id]);

  // A rule that reads others may itself be read: until nothing changes.
  for (let changed = true; changed; ) {
    changed = false;
    for (const { id, met, metAlone } of outline.rules) {
      if (metAlone && after[id] === 'waiting' && !met.some(stillUnmet)) {
        after[id] = 'pass';
        changed = true;
      }
    }
  }
  return after;
}
