import {
  OutlineRule,
  RuleSetOutline,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/** Rules that stand together: of one level, of one dimension, or faults. */
export type RuleGroup = {
  id: string;
  /** Undefined for those that stand in no level and no dimension. */
  title?: string;
  rules: OutlineRule[];
};

/** Whether every word of a search is somewhere in the texts of a rule. */
export function matches(rule: OutlineRule, search: string): boolean {
  const text = [
    rule.code,
    rule.id,
    rule.title,
    rule.why,
    rule.fix,
    rule.ask?.text,
    ...rule.needs,
  ]
    .join(' ')
    .toLocaleLowerCase();
  return search
    .toLocaleLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word));
}

/** The rules of a set that a search leaves, by dimension or else by level. */
export function findRules(
  outline: RuleSetOutline,
  search: string,
): RuleGroup[] {
  const { rules, dimensions, levels } = outline;
  const left = rules.filter(rule => matches(rule, search));
  const groups: RuleGroup[] = dimensions.length
    ? dimensions.map(({ id, title }) => ({
        id,
        title,
        rules: left.filter(({ dimension }) => dimension === id),
      }))
    : levels.map(({ id, title }, index) => ({
        id,
        title,
        rules: left.filter(({ level }) => level === index),
      }));
  const placed = new Set(groups.flatMap(group => group.rules));
  const others = left.filter(rule => !placed.has(rule));
  return [...groups, { id: '', rules: others }].filter(
    group => group.rules.length > 0,
  );
}
