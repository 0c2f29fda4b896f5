import { InputError } from '@backstage/errors';
import { LONGEST_WAIVER_DAYS } from '@backstage-data-mesh/plugin-data-mesh-common';
import { RuleSetsInForce } from '../ruleSets/RuleSetsInForce';
import { findRule } from './findRule';

const DAY_MS = 24 * 60 * 60 * 1000;

/** @throws InputError unless the rule is in force for the subject */
export function checkRule(
  ruleSets: RuleSetsInForce,
  wanted: { subjectRef: string; ruleSet: string; rule: string },
): void {
  const { subjectRef, ruleSet, rule } = wanted;
  const sets = ruleSets.current();
  if (!sets.has(ruleSet)) {
    throw new InputError(
      `ruleSet: there is no rule set “${ruleSet}”; there are ${[
        ...sets.keys(),
      ].join(', ')}`,
    );
  }
  if (!findRule(ruleSets, wanted)) {
    throw new InputError(
      `rule: the rule set ${ruleSet} has no rule “${rule}” about ${subjectRef}`,
    );
  }
}

/** @throws InputError when an exception would be over or hold too long */
export function checkLastDay(until: string, today: string): void {
  const latest = new Date(Date.parse(today) + LONGEST_WAIVER_DAYS * DAY_MS)
    .toISOString()
    .slice(0, 10);
  if (until < today || until > latest) {
    throw new InputError(
      `until: an exception holds at most a year, so its last day has to be from ${today} to ${latest}`,
    );
  }
}
