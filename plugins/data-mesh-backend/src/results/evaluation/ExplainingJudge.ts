import {
  explain,
  Explanation,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { RuleSetInForce } from '../../ruleSets/RuleSetsInForce';
import { Case, Judge, Judged } from './Judge';

/** A judge that tells of one rule on one subject how it is judged. */
export class ExplainingJudge extends Judge {
  readonly #wanted: { ref: string; ruleSet: RuleSetInForce; rule: string };
  explanation: Explanation | undefined;

  constructor(
    options: ConstructorParameters<typeof Judge>[0],
    wanted: { ref: string; ruleSet: RuleSetInForce; rule: string },
  ) {
    super(options);
    this.#wanted = wanted;
  }

  judge(id: string, about: Case): Judged | undefined {
    const { ref, ruleSet, rule } = this.#wanted;
    if (id === ruleSet.ruleSet.ruleSet.id && about.subject === ref) {
      this.explanation = explain(
        ruleSet.ruleSet,
        rule,
        this.inputOf(id, about),
      );
    }
    return super.judge(id, about);
  }
}
