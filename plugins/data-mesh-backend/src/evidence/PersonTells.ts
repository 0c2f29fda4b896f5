import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { evidenceWritePermission } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { Respondents } from '../respondents/Respondents';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { EvidenceIntake, Outcome } from './EvidenceIntake';
import { Questions } from './Questions';

type PersonCredentials = BackstageCredentials<BackstageUserPrincipal>;

/** What a person says of an entity, on one key. */
export type Told = { key: string; value: unknown; note?: string };

/** Takes in what people say where a right of its own lets them. */
export class PersonTells {
  readonly #visibility: Pick<VisibilityResolver, 'may' | 'require'>;
  readonly #respondents: Pick<Respondents, 'rolesFor'>;
  readonly #questions: Questions;
  readonly #intake: EvidenceIntake;
  readonly #now: () => Date;

  constructor(options: {
    visibility: Pick<VisibilityResolver, 'may' | 'require'>;
    respondents: Pick<Respondents, 'rolesFor'>;
    questions: Questions;
    intake: EvidenceIntake;
    now?: () => Date;
  }) {
    this.#visibility = options.visibility;
    this.#respondents = options.respondents;
    this.#questions = options.questions;
    this.#intake = options.intake;
    this.#now = options.now ?? (() => new Date());
  }

  /** Who is asked about entities of a kind; undefined: nobody is. */
  whoIsAsked(key: string, kind: string): string[] | undefined {
    const questions = this.#questions
      .all()
      .filter(question => question.key === key && question.kind === kind);
    return questions.length > 0
      ? [...new Set(questions.flatMap(({ who }) => who))]
      : undefined;
  }

  /** The keys of the questions that a person may answer, by entity. */
  async keysFor(
    refs: readonly string[],
    credentials: PersonCredentials,
  ): Promise<Map<string, Set<string>>> {
    const [may, roles] = await Promise.all([
      this.#visibility.may(evidenceWritePermission, credentials),
      this.#respondents.rolesFor(credentials, refs),
    ]);
    const questions = may ? this.#questions.all() : [];
    return new Map(
      refs.map(ref => {
        const own: ReadonlySet<string> = roles.get(ref) ?? new Set();
        const { kind } = parseEntityRef(ref);
        const mine = questions.filter(
          question =>
            question.kind === kind && question.who.some(role => own.has(role)),
        );
        return [ref, new Set(mine.map(({ key }) => key))];
      }),
    );
  }

  /**
   * Keeps what a person says of one entity, in their name and as of now, and
   * evaluates it at once. Whoever calls has made sure that they may say it.
   *
   * @param alongside - runs in the same transaction: what it throws undoes all
   * @throws NotAllowedError when they may tell nothing at all
   */
  async tell(
    entityRef: string,
    told: readonly Told[],
    credentials: PersonCredentials,
    alongside: (trx: Knex) => Promise<void>,
  ): Promise<Outcome[]> {
    await this.#visibility.require(evidenceWritePermission, credentials);
    const observedAt = this.#now().toISOString();
    const source = credentials.principal.userEntityRef;
    return this.#intake.takeIn(
      told.map(({ key, value, note }) => ({
        entityRef,
        key,
        value,
        observedAt,
        source,
        ...(note && { note }),
      })),
      { way: 'portal', newestIsLast: true, evaluateNow: true, alongside },
    );
  }
}
