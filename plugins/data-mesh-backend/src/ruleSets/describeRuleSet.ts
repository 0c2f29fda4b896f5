import { RuleSetInForce as RuleSetDescription } from '@backstage-data-mesh/plugin-data-mesh-common';
import {
  findEvidenceKey,
  outlineOf,
  OutlineRule,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { RuleSetState } from './RuleSets';

/**
 * A rule set as the pages show it.
 *
 * @param day - the UTC day for which its rules count or do not count yet
 * @param delivered - evidence keys that have ever arrived
 */
export function describeRuleSet(
  state: RuleSetState,
  day: string,
  delivered: ReadonlySet<string>,
): RuleSetDescription {
  const { ruleSet, origin, changed, loadedAt, problems } = state;
  const { id, description, phase } = ruleSet.ruleSet;
  const outlines = ruleSet.subjects.map(subject =>
    outlineOf(ruleSet, day, subject),
  );
  return {
    id,
    outlines,
    description,
    origin,
    changed,
    phase,
    loadedAt,
    problems,
    notMeasured: outlines
      .flatMap(({ rules }) => rules)
      .flatMap(rule => {
        const keys = rule.needs.filter(
          key => !delivered.has(key) && !canBeAsked(key, rule),
        );
        const { id: name, code, title } = rule;
        return keys.length > 0 ? [{ rule: name, code, title, keys }] : [];
      }),
  };
}

function canBeAsked(key: string, { ask }: OutlineRule): boolean {
  return ask?.key === key || findEvidenceKey(key)?.ask !== undefined;
}
