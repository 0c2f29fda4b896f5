import { CompiledRuleSet } from '../compile/CompiledRuleSet';

/**
 * What a rule is judged by.
 *
 * @public
 */
export interface RuleReads {
  /** The evidence keys it needs, and the one that holds its answer. */
  keys: string[];
  /** Where its facts come from, such as `contract`, as they are declared. */
  sources: string[];
  /** Ids of the rules whose results it reads, or that come first. */
  rules: string[];
}

/**
 * What each rule of a set is judged by, by the id of the rule.
 *
 * @param subject - the kind of subject; by default the one the set is about
 *
 * @throws Error if the set has no rules about the kind of subject
 *
 * @public
 */
export function readsOf(
  ruleSet: CompiledRuleSet,
  subject?: string,
): Map<string, RuleReads> {
  const { scope, rules } = CompiledRuleSet.subjectOf(ruleSet, subject);
  return new Map(
    rules.map(({ rule, when, pass, needs, ask, met, after }) => {
      const facts = [when, pass].flatMap(
        condition => condition?.clauses.flatMap(clause => clause.facts) ?? [],
      );
      const sources = facts.flatMap(
        name => scope.fact(name)?.source.split(/\s*,\s*/) ?? [],
      );
      const keys = [...needs.map(({ key }) => key), ...(ask ? [ask.key] : [])];
      return [
        rule.id,
        {
          keys: [...new Set(keys)],
          sources: [...new Set(sources)].sort(),
          rules: [...new Set([...met, ...after])],
        },
      ];
    }),
  );
}
