import { Explanation } from '@backstage-data-mesh/plugin-data-mesh-common/rules';

/** Builds the facts of a subject anew and runs one rule on them. */
export interface Explainer {
  /**
   * @returns undefined when there is no such subject, rule set or rule, or
   * the rule is not about this kind of subject
   */
  explain(
    ref: string,
    ruleSet: string,
    rule: string,
  ): Promise<{ explanation: Explanation; today: string } | undefined>;
}
