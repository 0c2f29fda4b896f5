import { parseEntityRef } from '@backstage/catalog-model';
import {
  OutlineRule,
  RuleSetOutline,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import {
  CompiledRuleSet,
  outlineOf,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { PRODUCT_MATURITY, RuleSetsInForce } from '../ruleSets/RuleSetsInForce';

const SUBJECTS = new Map([
  ['dataproduct', 'DataProduct'],
  ['domain', 'Domain'],
]);

/** The kind of an entity as rule sets name it, if rules are about it. */
export function subjectOf(ref: string): string | undefined {
  return SUBJECTS.get(parseEntityRef(ref).kind.toLocaleLowerCase('en-US'));
}

/** The texts of the rules in force today, for reading results with them. */
export class Outlines {
  readonly #ruleSets: RuleSetsInForce;
  readonly #now: () => Date;
  /** A set never changes; a reload gives another one. */
  #known = new WeakMap<CompiledRuleSet, Map<string, RuleSetOutline>>();
  #day = '';

  constructor(ruleSets: RuleSetsInForce, now: () => Date = () => new Date()) {
    this.#ruleSets = ruleSets;
    this.#now = now;
  }

  get today(): string {
    return this.#now().toISOString().slice(0, 10);
  }

  get ruleSetIds(): string[] {
    return [...this.#ruleSets.current().keys()];
  }

  /** Undefined when there is no such set, or it has no rules about these. */
  of(ruleSetId: string, subject: string): RuleSetOutline | undefined {
    const { today } = this;
    if (today !== this.#day) {
      this.#known = new WeakMap();
      this.#day = today;
    }
    const ruleSet = this.#ruleSets.current().get(ruleSetId)?.ruleSet;
    if (!ruleSet?.subjects.includes(subject)) {
      return undefined;
    }
    const bySubject = this.#known.get(ruleSet) ?? new Map();
    this.#known.set(ruleSet, bySubject);
    if (!bySubject.has(subject)) {
      bySubject.set(subject, outlineOf(ruleSet, today, subject));
    }
    return bySubject.get(subject);
  }

  /** The outlines of all sets about a kind of subject. */
  about(subject: string): RuleSetOutline[] {
    return this.ruleSetIds.flatMap(id => this.of(id, subject) ?? []);
  }

  /** How many levels there are for a product. */
  get productLevels(): number {
    return this.of(PRODUCT_MATURITY, 'DataProduct')?.levels.length ?? 0;
  }

  /** The ids of the rules with an id or a code; the name itself if none. */
  idsOf(ruleSetId: string, name: string): string[] {
    const rules = this.#subjectsOf(ruleSetId).flatMap(
      subject => this.of(ruleSetId, subject)?.rules ?? [],
    );
    const found = rules.filter(({ id, code }) => id === name || code === name);
    return found.length ? [...new Set(found.map(({ id }) => id))] : [name];
  }

  rule(
    ruleSetId: string,
    subject: string,
    rule: string,
  ): OutlineRule | undefined {
    return this.of(ruleSetId, subject)?.rules.find(({ id }) => id === rule);
  }

  #subjectsOf(ruleSetId: string): readonly string[] {
    return this.#ruleSets.current().get(ruleSetId)?.ruleSet.subjects ?? [];
  }
}
