import { RuleSetProblem, RuleSetProblems } from '../set/RuleSetProblem';
import { CompiledRuleSet } from './CompiledRuleSet';

/**
 * Checks what rules cover across rule sets: each code is of a fault that is in
 * one of the sets, and no fault is covered twice, so that it is shown once.
 *
 * @public
 */
export function checkCovers(
  ruleSets: readonly CompiledRuleSet[],
): RuleSetProblem[] {
  const faults = new Set(
    ruleSets
      .filter(({ ruleSet }) => !ruleSet.levels.length)
      .flatMap(({ ruleSet }) => ruleSet.rules.map(({ code }) => code)),
  );
  const coveredBy = new Map<string, string>();
  return ruleSets.flatMap(compiled => {
    const { ruleSet, placeOf } = CompiledRuleSet.partsOf(compiled);
    const problems = new RuleSetProblems(
      placeOf,
      index => ruleSet.rules[index].id,
    );
    ruleSet.rules.forEach(({ code, covers }, index) =>
      covers.forEach((fault, at) => {
        const path = ['rules', index, 'covers', at];
        const other = coveredBy.get(fault);
        if (!faults.has(fault)) {
          problems.add(path, `There is no fault “${fault}” in the rule sets.`);
        } else if (other) {
          problems.add(path, `“${fault}” is covered by ${other} already.`);
        }
        coveredBy.set(fault, code);
      }),
    );
    return problems.list;
  });
}
