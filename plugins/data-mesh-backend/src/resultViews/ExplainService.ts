import { NotFoundError } from '@backstage/errors';
import { RuleExplanation } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { Visibility } from '../visibility/Visibility';
import { Explainer } from './Explainer';
import { HiddenRefs } from './HiddenRefs';
import { findSubject } from './KnownSubject';
import { Outlines, subjectOf } from './Outlines';

/** Explains how a rule comes to its result, as far as the caller may know. */
export class ExplainService {
  readonly #knex: Knex;
  readonly #outlines: Outlines;
  readonly #explainer: Explainer;

  constructor(options: {
    knex: Knex;
    outlines: Outlines;
    explainer: Explainer;
  }) {
    this.#knex = options.knex;
    this.#outlines = options.outlines;
    this.#explainer = options.explainer;
  }

  /**
   * @param rule - its id or its code
   *
   * @throws NotFoundError when there is no such entity that the caller may
   * read, or the rule says nothing about it
   */
  async explain(
    ref: string,
    { ruleSet, rule }: { ruleSet: string; rule: string },
    visibility: Visibility,
  ): Promise<RuleExplanation> {
    const { goneAt } = await findSubject(this.#knex, ref, visibility);
    const outline = this.#outlines
      .of(ruleSet, subjectOf(ref) ?? '')
      ?.rules.find(({ id, code }) => id === rule || code === rule);
    const explained =
      outline && goneAt === undefined
        ? await this.#explainer.explain(ref, ruleSet, outline.id)
        : undefined;
    if (!outline || !explained) {
      throw new NotFoundError(
        `The rule set ${ruleSet} has no rule ${rule} that could be explained for ${ref}`,
      );
    }
    const { result, parts, facts, ...others } = explained.explanation;
    const hidden = await HiddenRefs.in(
      this.#knex,
      [
        result.reason,
        ...parts.map(({ error }) => error),
        ...facts.flatMap(({ value, refusal }) => [value, refusal]),
      ],
      visibility,
    );
    return {
      rule: outline,
      result: { ...result, reason: hidden.text(result.reason) },
      today: explained.today,
      parts: parts.map(part => ({ ...part, error: hidden.text(part.error) })),
      facts: facts.map(fact => ({
        ...fact,
        value: hidden.value(fact.value),
        refusal: hidden.text(fact.refusal),
      })),
      ...others,
    };
  }
}
