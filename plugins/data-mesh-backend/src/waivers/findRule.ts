import { parseEntityRef } from '@backstage/catalog-model';
import {
  outlineOf,
  OutlineRule,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { RuleSetsInForce } from '../ruleSets/RuleSetsInForce';

/** A rule that is in force for the kind of a subject. */
export function findRule(
  ruleSets: RuleSetsInForce,
  wanted: { subjectRef: string; ruleSet: string; rule: string },
): OutlineRule | undefined {
  const { kind } = parseEntityRef(wanted.subjectRef);
  const { ruleSet } = ruleSets.current().get(wanted.ruleSet) ?? {};
  const subject = ruleSet?.subjects.find(
    name => name.toLocaleLowerCase('en-US') === kind,
  );
  if (!ruleSet || !subject) {
    return undefined;
  }
  // Which rules there are is the same on every day.
  const { rules } = outlineOf(ruleSet, '2000-01-01', subject);
  return rules.find(({ id }) => id === wanted.rule);
}
