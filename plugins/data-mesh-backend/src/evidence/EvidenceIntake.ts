import { EvidenceResponse } from '@backstage-data-mesh/plugin-data-mesh-common';
import { EvidenceWay } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { Knex } from 'knex';
import { isDeepStrictEqual } from 'node:util';
import { Reevaluation } from '../results/Reevaluation';
import { Visibility } from '../visibility/Visibility';
import { checkItem, CheckedItem, noSuchEntity } from './checkItem';
import { EvidenceStore, PutOptions } from './EvidenceStore';
import { Word } from './foldEvidence';
import { Questions } from './Questions';
import { visibleEntities } from './visibleEntities';

/** What became of one item. */
export type Outcome = EvidenceResponse['items'][number];

export type IntakeOptions = Pick<
  PutOptions,
  'newestIsLast' | 'onlyNew' | 'alongside'
> & {
  way: EvidenceWay;
  /** What the teller may see; an entity need not be known if absent. */
  visibility?: Visibility;
  /** Why the teller may say nothing about an entity; else undefined. */
  refusals?: (
    refs: readonly string[],
  ) => Promise<(ref: string) => string | undefined>;
  /** Evaluates before it returns; else soon after. */
  evaluateNow?: boolean;
};

/**
 * The one way in for evidence, wherever it is from: checks each item by
 * itself, stores what is right, and has evaluated again what it is about.
 */
export class EvidenceIntake {
  readonly #knex: Knex;
  readonly #store: EvidenceStore;
  readonly #questions: Questions;
  readonly #reevaluation: Reevaluation;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    store: EvidenceStore;
    questions: Questions;
    reevaluation: Reevaluation;
    now?: () => Date;
  }) {
    this.#knex = options.knex;
    this.#store = options.store;
    this.#questions = options.questions;
    this.#reevaluation = options.reevaluation;
    this.#now = options.now ?? (() => new Date());
  }

  /** @returns what became of each item, in their order */
  async takeIn(
    items: readonly unknown[],
    options: IntakeOptions,
  ): Promise<Outcome[]> {
    const now = this.#now();
    const rules = {
      way: options.way,
      now,
      answerKinds: this.#questions.kindsByKey(),
    };
    const checked = items.map(item => checkItem(item, rules));
    const refuse = await this.#refusals(checked, options);
    const outcomes: Outcome[] = [];
    const words: Word[] = [];
    const places: number[] = [];
    checked.forEach(({ word, problem }, at) => {
      const refusal =
        word === undefined
          ? problem
          : refuse(word.entityRef) ?? contradiction(checked, at);
      if (word === undefined || refusal !== undefined) {
        outcomes[at] = { status: 'refused', problem: refusal };
      } else {
        words.push(word);
        places.push(at);
      }
    });
    if (words.length > 0) {
      const statuses = await this.#store.put(words, {
        ...options,
        receivedAt: now.toISOString(),
      });
      statuses.forEach((status, i) => {
        outcomes[places[i]] = { status };
      });
      await this.#evaluate(
        words.filter((_, i) => statuses[i] === 'stored'),
        options,
      );
    }
    return outcomes;
  }

  async #refusals(
    checked: readonly CheckedItem[],
    { visibility, refusals }: IntakeOptions,
  ): Promise<(ref: string) => string | undefined> {
    if (visibility === undefined) {
      return () => undefined;
    }
    const refs = [
      ...new Set(checked.flatMap(({ word }) => word?.entityRef ?? [])),
    ];
    const found = await visibleEntities(this.#knex, refs, visibility);
    const refuse = await refusals?.([...found]);
    return ref => (found.has(ref) ? refuse?.(ref) : noSuchEntity(ref));
  }

  async #evaluate(
    words: readonly Word[],
    { evaluateNow }: IntakeOptions,
  ): Promise<void> {
    const refs = [...new Set(words.map(({ entityRef }) => entityRef))];
    if (refs.length > 0) {
      await (evaluateNow
        ? this.#reevaluation.now(refs)
        : this.#reevaluation.mark(refs));
    }
  }
}

/** A source that says two things at once in one request is not believed. */
function contradiction(
  checked: readonly CheckedItem[],
  at: number,
): string | undefined {
  const word = checked[at].word;
  const first = checked.findIndex(
    ({ word: other }) =>
      other?.entityRef === word?.entityRef &&
      other?.key === word?.key &&
      other?.source === word?.source &&
      other?.observedAt === word?.observedAt,
  );
  return first < at &&
    !isDeepStrictEqual(checked[first].word?.value, word?.value)
    ? `value: item ${first + 1} says something else of the same time.`
    : undefined;
}
