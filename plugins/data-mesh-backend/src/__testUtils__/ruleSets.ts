import {
  CompiledRuleSet,
  loadRuleSet,
  RuleSetOverride,
  tellRuleSetProblem,
  vocabulary,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RuleSetInForce, RuleSetsInForce } from '../ruleSets/RuleSetsInForce';
import { digestOf } from '../results/digest';
import { defaultRuleSetsDirectory } from '../ruleSets/RuleSetTexts';

/** Rule sets that a test decides on. */
export class FakeRuleSets implements RuleSetsInForce {
  readonly #sets = new Map<string, RuleSetInForce>();

  current() {
    return this.#sets;
  }

  /** Takes a rule set as it is written. */
  take(text: string, override?: RuleSetOverride): CompiledRuleSet {
    const { ruleSet, problems } = loadRuleSet(text, {
      file: 'rules.yaml',
      vocabulary,
      override,
    });
    if (!ruleSet) {
      throw new Error(problems.map(tellRuleSetProblem).join('\n'));
    }
    const digest = digestOf([text, override]);
    this.#sets.set(ruleSet.ruleSet.id, { ruleSet, digest });
    return ruleSet;
  }

  /** Takes one of the default rule sets. */
  takeDefault(id: string, override?: RuleSetOverride): CompiledRuleSet {
    return this.take(
      readFileSync(join(defaultRuleSetsDirectory, `${id}.yaml`), 'utf8'),
      override,
    );
  }
}

/** The three default rule sets, in the phase that is to start with. */
export function defaultRuleSets(): FakeRuleSets {
  const ruleSets = new FakeRuleSets();
  ruleSets.takeDefault('data-product-maturity');
  ruleSets.takeDefault('domain-maturity');
  ruleSets.takeDefault('ownership-faults');
  return ruleSets;
}
