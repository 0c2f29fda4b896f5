import {
  AuthService,
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  LoggerService,
  PermissionsService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  AnswerRequest,
  AnswerResponse,
  EntityEvidence,
  EvidenceResponse,
  EvidenceSources,
  ruleSetManagePermission,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import {
  EvidenceSource,
  RecordsToBeginWith,
} from '@backstage-data-mesh/plugin-data-mesh-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { AuditLog } from '../audit/AuditLog';
import { Respondents } from '../respondents/Respondents';
import { Reevaluation } from '../results/Reevaluation';
import { RuleSetsInForce } from '../ruleSets/RuleSetsInForce';
import { Visibility } from '../visibility/Visibility';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { AnswerService, GetResults } from './AnswerService';
import { EvidenceExtension } from './EvidenceExtension';
import { EvidenceIntake } from './EvidenceIntake';
import { EvidenceService } from './EvidenceService';
import { EvidenceStore } from './EvidenceStore';
import { EvidenceViews } from './EvidenceViews';
import { PersonTells } from './PersonTells';
import { Questions } from './Questions';
import { RecordsIntake, TakeInWaivers } from './RecordsIntake';
import { SourceRunner } from './SourceRunner';
import { SourceStates } from './SourceStates';

const PRUNE_TASK = 'data-mesh-evidence-prune';

/** Evidence: what takes it in, what asks for it, and what shows it. */
export class Evidence {
  /** For what people say elsewhere than in answer to a question. */
  readonly tells: PersonTells;
  readonly #store: EvidenceStore;
  readonly #service: EvidenceService;
  readonly #answers: AnswerService;
  readonly #views: EvidenceViews;
  readonly #runner: SourceRunner;
  readonly #records: RecordsIntake;
  readonly #sources: readonly EvidenceSource[];
  readonly #visibility: VisibilityResolver;
  readonly #permissions: PermissionsService;

  /** @throws Error if two sources have one id */
  constructor(options: {
    knex: Knex;
    store: EvidenceStore;
    ruleSets: RuleSetsInForce;
    reevaluation: Reevaluation;
    respondents: Respondents;
    visibility: VisibilityResolver;
    audit: AuditLog;
    auth: AuthService;
    permissions: PermissionsService;
    logger: LoggerService;
    sources: readonly EvidenceSource[];
    getResults: GetResults;
    takeInWaivers: TakeInWaivers;
    now?: () => Date;
  }) {
    const { knex } = options;
    const { sources } = new EvidenceExtension(options.sources);
    const questions = new Questions(options.ruleSets);
    const intake = new EvidenceIntake({ ...options, questions });
    const states = new SourceStates(knex);
    this.#store = options.store;
    this.#service = new EvidenceService({ ...options, intake });
    this.#answers = new AnswerService({ ...options, questions, intake });
    this.tells = new PersonTells({ ...options, questions, intake });
    this.#views = new EvidenceViews({
      ...options,
      sources,
      questions,
      states,
    });
    this.#runner = new SourceRunner({ ...options, intake, states });
    this.#records = new RecordsIntake({ ...options, intake });
    this.#sources = sources;
    this.#visibility = options.visibility;
    this.#permissions = options.permissions;
  }

  /**
   * Takes in the records to begin with. To be awaited before anything is
   * evaluated, so that they belong to the first results.
   */
  async takeInRecords(records: readonly RecordsToBeginWith[]): Promise<void> {
    await this.#records.takeIn(records);
  }

  /** Starts asking the sources. */
  async start(options: { scheduler: SchedulerService }): Promise<void> {
    await this.#runner.start(this.#sources, options.scheduler);
    await options.scheduler.scheduleTask({
      id: PRUNE_TASK,
      frequency: { hours: 24 },
      timeout: { minutes: 10 },
      initialDelay: { minutes: 10 },
      fn: async () => {
        await this.#store.prune();
      },
    });
  }

  /** Takes items in, each by itself. */
  async put(
    items: readonly unknown[],
    credentials: BackstageCredentials<
      BackstageUserPrincipal | BackstageServicePrincipal
    >,
  ): Promise<EvidenceResponse> {
    return this.#service.put(items, credentials);
  }

  /** Takes the answer of a person in, and evaluates at once. */
  async answer(
    request: AnswerRequest,
    credentials: BackstageCredentials<BackstageUserPrincipal>,
  ): Promise<AnswerResponse> {
    return this.#answers.answer(request, credentials);
  }

  /** @throws NotFoundError when there is no such entity that one may see */
  async getEvidence(
    ref: string,
    visibility: Visibility,
  ): Promise<EntityEvidence> {
    return this.#views.getEvidence(ref, visibility);
  }

  /**
   * The sources and keys, for everybody who may read. What was wrong names
   * entities, so it is for those who manage rule sets.
   */
  async getSources(
    credentials: BackstageCredentials,
  ): Promise<EvidenceSources> {
    const visible = await this.#visibility.resolve(credentials);
    const [{ result }] = await this.#permissions.authorize(
      [{ permission: ruleSetManagePermission }],
      { credentials },
    );
    return this.#views.getSources(visible, result === AuthorizeResult.ALLOW);
  }
}
