import { Severity } from '../../results';
import { Condition } from '../cel/Condition';
import { FactScope } from '../cel/FactScope';
import { Respondent, Rule, RuleSet } from '../set/RuleSet';
import { PlaceOf } from '../../yaml/DocumentProblem';
import { Vocabulary } from './Vocabulary';

/** An evidence key, and for how many days evidence of it holds. */
export type Need = { key: string; days: number | undefined };

export type Question = Need & { text: string; who: readonly Respondent[] };

/** A rule whose expressions are compiled and whose references are resolved. */
export type CompiledRule = {
  rule: Rule;
  level: number | undefined;
  when: Condition | undefined;
  pass: Condition | undefined;
  /** Evidence keys, without the one that stands for the waivers. */
  needs: (Need & { isAsked: boolean })[];
  /** True when it counts what is set aside as met in the rules it reads. */
  readsWaivers: boolean;
  ask: Question | undefined;
  after: string[];
  met: string[];
  severities: { when: Condition | undefined; severity: Severity }[];
};

/** The rules about one kind of subject. */
export type CompiledSubject = {
  scope: FactScope;
  /** As they are written in the set, without those that are off. */
  rules: CompiledRule[];
  /** Each rule after those it depends on. */
  order: CompiledRule[];
};

export type CompiledParts = {
  ruleSet: RuleSet;
  placeOf: PlaceOf;
  vocabulary: Vocabulary;
  subjects: Map<string, CompiledSubject>;
  targets: { when: Condition | undefined; level: number | null }[];
  caps: { when: Condition; level: number; reason: string }[];
};

/**
 * A rule set that is checked in every part and ready to be evaluated.
 *
 * @public
 */
export class CompiledRuleSet {
  /** The set as written, with overrides and defaults. */
  readonly ruleSet: RuleSet;
  /** The kinds of subjects its rules are about. */
  readonly subjects: readonly string[];
  readonly #parts: CompiledParts;

  private constructor(parts: CompiledParts) {
    this.#parts = parts;
    this.ruleSet = parts.ruleSet;
    this.subjects = [...parts.subjects.keys()];
  }

  /** @internal */
  static of(parts: CompiledParts): CompiledRuleSet {
    return new CompiledRuleSet(parts);
  }

  /** @internal */
  static partsOf(compiled: CompiledRuleSet): CompiledParts {
    return compiled.#parts;
  }

  /** @internal */
  static subjectOf(
    compiled: CompiledRuleSet,
    subject: string = compiled.ruleSet.subject,
  ): CompiledSubject {
    const found = compiled.#parts.subjects.get(subject);
    if (!found) {
      throw new Error(
        `The rule set “${compiled.ruleSet.id}” has no rules about a ${subject}.`,
      );
    }
    return found;
  }
}
