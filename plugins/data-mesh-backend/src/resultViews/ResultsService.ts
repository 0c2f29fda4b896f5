import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  EntityResults,
  ifFixed,
  isMet,
  levelOf,
  RuleStatus,
  WhatIf,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { groupBy } from '../lists';
import { nameEntities } from '../visibility/links';
import { Visibility } from '../visibility/Visibility';
import { CallerRights } from './CallerRights';
import { HiddenRefs } from './HiddenRefs';
import { findSubject } from './KnownSubject';
import { Outlines, subjectOf } from './Outlines';
import { inOrderOf, StoredResults } from './StoredResults';

/** Answers what one entity comes to, from what is stored. */
export class ResultsService {
  readonly #knex: Knex;
  readonly #outlines: Outlines;
  readonly #stored: StoredResults;
  readonly #rights: CallerRights;

  constructor(options: {
    knex: Knex;
    outlines: Outlines;
    rights: CallerRights;
  }) {
    this.#knex = options.knex;
    this.#outlines = options.outlines;
    this.#stored = new StoredResults(options.knex, options.outlines);
    this.#rights = options.rights;
  }

  /** @throws NotFoundError when there is none that the caller may read */
  async getResults(
    ref: string,
    visibility: Visibility,
    credentials: BackstageCredentials,
  ): Promise<EntityResults> {
    const { goneAt, ...subject } = await findSubject(
      this.#knex,
      ref,
      visibility,
    );
    const [levels, rules, name] = await Promise.all([
      this.#stored.getLevels([ref]),
      this.#stored.getRules([ref]),
      nameEntities(this.#knex, [ref], visibility),
    ]);
    const hidden = await HiddenRefs.in(
      this.#knex,
      rules.map(({ reason }) => reason),
      visibility,
    );
    const isGone = goneAt !== undefined;
    const bySet = groupBy(rules, ({ ruleSet }) => ruleSet);
    const kind = subjectOf(ref) ?? '';
    return {
      entity: name(ref) ?? { ...refOnly(subject.ref), exists: false },
      items: levels
        .filter(level => isGone || level.goneAt === undefined)
        .map(({ subjectRef: _ref, goneAt: _gone, ...level }) => ({
          ...level,
          results: inOrderOf(
            this.#outlines.of(level.ruleSet, kind),
            bySet.get(level.ruleSet) ?? [],
          ).map(result => ({ ...result, reason: hidden.text(result.reason) })),
        })),
      ...(isGone && { gone: goneAt }),
      may: isGone
        ? { answer: [], askForWaiver: false, decideWaivers: false }
        : await this.#rights.rightsOn(ref, credentials),
    };
  }

  /**
   * Supposes that rules were fixed; nothing is evaluated.
   *
   * @throws NotFoundError when there is no such entity that the caller may
   * read, or the rule set has nothing to say of it
   */
  async whatIf(
    ref: string,
    request: { ruleSet: string; fixed: readonly string[] },
    visibility: Visibility,
  ): Promise<WhatIf> {
    const { ruleSet, fixed } = request;
    await findSubject(this.#knex, ref, visibility);
    const [[level], results] = await Promise.all([
      this.#stored.getLevels([ref], ruleSet),
      this.#stored.getRules([ref], { ruleSet }),
    ]);
    const outline = this.#outlines.of(ruleSet, subjectOf(ref) ?? '');
    if (!level || level.goneAt !== undefined || !outline) {
      throw new NotFoundError(`${ref} has no results of a rule set ${ruleSet}`);
    }
    const rules = new Set(outline.rules.map(({ id }) => id));
    const strange = fixed.filter(id => !rules.has(id));
    if (strange.length) {
      throw new InputError(
        `fixed: ${ruleSet} has no rule ${strange.join(', ')}`,
      );
    }
    const before: Record<string, RuleStatus> = Object.fromEntries(
      results.map(({ rule, status }) => [rule, status]),
    );
    const after = ifFixed(outline, before, fixed);
    return {
      ...levelOf(outline, after, level.cap?.level),
      target: level.target,
      passing: Object.keys(after).filter(
        id => isMet(after[id]) && !isMet(before[id]),
      ),
    };
  }
}

function refOnly(ref: string) {
  return { ref, title: ref.split('/').pop() ?? ref };
}
