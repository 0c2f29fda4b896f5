import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import {
  AnswerRequest,
  AnswerResponse,
  EntityResults,
  evidenceWritePermission,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { AuditLog } from '../audit/AuditLog';
import { Respondents } from '../respondents/Respondents';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { EvidenceIntake } from './EvidenceIntake';
import { nameRoles } from './nameRoles';
import { Questions } from './Questions';
import { visibleEntities } from './visibleEntities';

/** Reads what an entity comes to, as the caller may see it. */
export type GetResults = (
  ref: string,
  credentials: BackstageCredentials<BackstageUserPrincipal>,
) => Promise<EntityResults>;

/** Takes in what people answer in the portal. */
export class AnswerService {
  readonly #knex: Knex;
  readonly #visibility: VisibilityResolver;
  readonly #respondents: Respondents;
  readonly #questions: Questions;
  readonly #intake: EvidenceIntake;
  readonly #audit: AuditLog;
  readonly #getResults: GetResults;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    visibility: VisibilityResolver;
    respondents: Respondents;
    questions: Questions;
    intake: EvidenceIntake;
    audit: AuditLog;
    getResults: GetResults;
    now?: () => Date;
  }) {
    this.#knex = options.knex;
    this.#visibility = options.visibility;
    this.#respondents = options.respondents;
    this.#questions = options.questions;
    this.#intake = options.intake;
    this.#audit = options.audit;
    this.#getResults = options.getResults;
    this.#now = options.now ?? (() => new Date());
  }

  /**
   * Keeps an answer and evaluates what it is about at once.
   *
   * @throws InputError when nobody asks, or the answer does not fit
   * @throws NotFoundError when there is no such entity that one may see
   * @throws NotAllowedError when others are asked
   */
  async answer(
    request: AnswerRequest,
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<AnswerResponse> {
    const { key, value, note, link } = request;
    const entityRef = readEntity(request.entityRef);
    const person = credentials.principal.userEntityRef;
    await this.#visibility.require(evidenceWritePermission, credentials);
    await this.#requireAsked(entityRef, key, credentials);

    const [outcome] = await this.#intake.takeIn(
      [
        {
          entityRef,
          key,
          value,
          observedAt: this.#timeOf(request.observedAt),
          source: person,
          ...(note && { note }),
          ...(link && { link }),
        },
      ],
      {
        way: 'portal',
        newestIsLast: true,
        evaluateNow: true,
        alongside: (trx, [status]) =>
          status === 'unchanged'
            ? Promise.resolve()
            : this.#audit.append(trx, {
                by: person,
                action: 'question-answered',
                subjectRef: entityRef,
                after: { key, value: value as JsonValue },
              }),
      },
    );
    if (outcome.status === 'refused') {
      throw new InputError(outcome.problem);
    }
    return { results: await this.#getResults(entityRef, credentials) };
  }

  async #requireAsked(
    entityRef: string,
    key: string,
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<void> {
    const { kind } = parseEntityRef(entityRef);
    const questions = this.#questions
      .all()
      .filter(question => question.key === key && question.kind === kind);
    if (questions.length === 0) {
      throw new InputError(
        `key: no rule in force asks “${key}” of people about an entity of kind ${kind}.`,
      );
    }
    const found = await visibleEntities(
      this.#knex,
      [entityRef],
      await this.#visibility.resolve(credentials),
    );
    if (!found.has(entityRef)) {
      throw new NotFoundError(`There is no ${entityRef}`);
    }
    const who = questions.flatMap(question => question.who);
    const roles = await this.#respondents.rolesFor(credentials, [entityRef]);
    const own: ReadonlySet<string> = roles.get(entityRef) ?? new Set();
    if (!who.some(role => own.has(role))) {
      throw new NotAllowedError(
        `This question is for ${nameRoles(who)} to answer.`,
      );
    }
  }

  /** A day that is today is now, so that a second answer comes after. */
  #timeOf(day: string | undefined): string {
    const now = this.#now().toISOString();
    return day === undefined || day === now.slice(0, 10) ? now : day;
  }
}

function readEntity(text: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, { defaultNamespace: 'default' }),
    );
  } catch {
    throw new InputError(
      `entityRef: “${text}” is no entity ref; write it like dataproduct:default/orders.`,
    );
  }
}
