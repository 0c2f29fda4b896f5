import {
  CompiledRuleSet,
  evidenceKeys,
  findEvidenceKey,
  outlineOf,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { RuleSetsInForce } from '../ruleSets/RuleSetsInForce';

/** What may be asked of a person about an entity. */
export type Question = {
  key: string;
  /** The kind of entity it is about, in lower case. */
  kind: string;
  /** Short enough for a list. */
  title: string;
  who: readonly string[];
  /** For how many days an answer holds. */
  days?: number;
};

const DECLARED: Question[] = Object.entries(evidenceKeys).flatMap(
  ([key, declared]) =>
    'ask' in declared
      ? [
          {
            key,
            kind: kindOf(declared.subject),
            title: declared.title,
            who: declared.ask.who,
            days: findEvidenceKey(key)?.validDays,
          },
        ]
      : [],
);

/**
 * The questions that the rules in force ask, and those that evidence keys ask
 * themselves.
 */
export class Questions {
  readonly #ruleSets: RuleSetsInForce;
  /** A set never changes; a reload gives another one. */
  readonly #ofSet = new WeakMap<CompiledRuleSet, Question[]>();

  constructor(ruleSets: RuleSetsInForce) {
    this.#ruleSets = ruleSets;
  }

  all(): Question[] {
    const asked = [...this.#ruleSets.current().values()].flatMap(
      ({ ruleSet }) => this.#of(ruleSet),
    );
    return [...asked, ...DECLARED];
  }

  /** By key, the kinds of entities of which an answer is asked for. */
  kindsByKey(): Map<string, Set<string>> {
    const kinds = new Map<string, Set<string>>();
    for (const { key, kind } of this.all()) {
      kinds.set(key, (kinds.get(key) ?? new Set()).add(kind));
    }
    return kinds;
  }

  #of(ruleSet: CompiledRuleSet): Question[] {
    const known = this.#ofSet.get(ruleSet);
    if (known) {
      return known;
    }
    const questions = ruleSet.subjects.flatMap(subject =>
      // Questions are the same on every day.
      outlineOf(ruleSet, '2000-01-01', subject).rules.flatMap(
        ({ ask, title }): Question[] =>
          ask
            ? [
                {
                  key: ask.key,
                  kind: kindOf(subject),
                  title: declaredTitle(ask.key) ?? title,
                  who: ask.who,
                  days: ask.days,
                },
              ]
            : [],
      ),
    );
    this.#ofSet.set(ruleSet, questions);
    return questions;
  }
}

function declaredTitle(key: string): string | undefined {
  return Object.hasOwn(evidenceKeys, key)
    ? findEvidenceKey(key)?.title
    : undefined;
}

function kindOf(subject: string): string {
  return subject.toLocaleLowerCase('en-US');
}
