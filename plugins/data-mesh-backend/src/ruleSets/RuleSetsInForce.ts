import { CompiledRuleSet } from '@backstage-data-mesh/plugin-data-mesh-common/rules';

/** A rule set in force, with the digest of its text and configuration. */
export type RuleSetInForce = {
  ruleSet: CompiledRuleSet;
  digest: string;
};

/** The ids of the sets that the pages know. */
export const PRODUCT_MATURITY = 'data-product-maturity';
export const DOMAIN_MATURITY = 'domain-maturity';
export const OWNERSHIP_FAULTS = 'ownership-faults';

/** Where the rule sets are found that are in force now. */
export interface RuleSetsInForce {
  /** By id. A loaded set never changes; a reload gives another one. */
  current(): ReadonlyMap<string, RuleSetInForce>;
}
