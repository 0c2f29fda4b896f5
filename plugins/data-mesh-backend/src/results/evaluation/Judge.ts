import {
  Evaluation,
  evaluate,
  EvaluationInput,
  FactValues,
  PickedEvidence,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { RuleSetInForce } from '../../ruleSets/RuleSetsInForce';
import { GrantedWaiver } from '../../waivers/WaiverReader';
import { Inputs, waiverMarks } from '../inputs';

/** What one rule set says of one subject, and what it was judged by. */
export type Judged = {
  subject: string;
  /** Kind of the subject. */
  kind: 'DataProduct' | 'Domain';
  inForce: RuleSetInForce;
  evaluation: Evaluation;
  inputs: Inputs;
};

/** A subject with all that a rule set reads of it. */
export type Case = {
  subject: string;
  kind: Judged['kind'];
  facts: FactValues;
  evidence: PickedEvidence;
  waivers: readonly GrantedWaiver[];
  inputs: Omit<Inputs, 'ruleSet' | 'waivers'>;
};

/** The rule sets in force on a day, for all subjects of a pass. */
export class Judge {
  readonly today: string;
  readonly #ruleSets: ReadonlyMap<string, RuleSetInForce>;
  readonly #delivered: ReadonlySet<string>;

  constructor(options: {
    today: string;
    ruleSets: ReadonlyMap<string, RuleSetInForce>;
    /** Keys that were ever delivered, for any subject. */
    delivered: ReadonlySet<string>;
  }) {
    this.today = options.today;
    this.#ruleSets = options.ruleSets;
    this.#delivered = options.delivered;
  }

  /** Undefined when there is no such set, or none about the kind. */
  judge(id: string, about: Case): Judged | undefined {
    const inForce = this.#ruleSets.get(id);
    if (!inForce?.ruleSet.subjects.includes(about.kind)) {
      return undefined;
    }
    const { subject, kind, waivers, inputs } = about;
    return {
      subject,
      kind,
      inForce,
      evaluation: evaluate(inForce.ruleSet, this.inputOf(id, about)),
      inputs: {
        ...inputs,
        ruleSet: inForce.digest.slice(0, 10),
        waivers: waiverMarks(waivers, id, this.today),
      },
    };
  }

  protected inputOf(id: string, about: Case): EvaluationInput {
    const { kind, facts, evidence, waivers } = about;
    return {
      subject: kind,
      facts,
      evidence,
      delivered: this.#delivered,
      waivers: waivers.filter(({ ruleSet }) => ruleSet === id),
      today: this.today,
    };
  }
}
