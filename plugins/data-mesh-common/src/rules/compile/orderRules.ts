import { CompiledRule } from './CompiledRuleSet';

/**
 * Puts each rule after those it depends on.
 *
 * @param refuse - called once for each circle, with the ids it leads through
 */
export function orderRules(
  rules: readonly CompiledRule[],
  refuse: (rule: CompiledRule, circle: string[]) => void,
): CompiledRule[] {
  const byId = new Map(rules.map(rule => [rule.rule.id, rule]));
  const order = new Set<CompiledRule>();
  const trail: CompiledRule[] = [];

  const visit = (rule: CompiledRule) => {
    if (order.has(rule)) {
      return;
    }
    const start = trail.indexOf(rule);
    if (start >= 0) {
      const circle = trail.slice(start).concat(rule);
      refuse(
        rule,
        circle.map(member => member.rule.id),
      );
      return;
    }
    trail.push(rule);
    for (const id of [...rule.after, ...rule.met]) {
      const before = byId.get(id);
      if (before) {
        visit(before);
      }
    }
    trail.pop();
    order.add(rule);
  };
  rules.forEach(visit);
  return [...order];
}
