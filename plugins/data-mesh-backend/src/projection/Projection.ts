import {
  AuthService,
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import {
  ENTITY_CHANGED_TOPIC,
  EntityChangedPayload,
  ProjectionStatus,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { Knex } from 'knex';
import { CatalogReader } from './CatalogReader';
import { Completeness } from './Completeness';
import { ProjectionConfig } from './config';
import { ContractFactsStore } from './ContractFactsStore';
import { DirtyQueue } from './DirtyQueue';
import { FieldTermsStore } from './FieldTermsStore';
import { MarkBuffer } from './MarkBuffer';
import { ProjectionMetrics } from './metrics';
import { ProjectionPass } from './ProjectionPass';
import { ProjectionState } from './ProjectionState';
import { ProjectionStore } from './ProjectionStore';
import { ProjectionWorker } from './ProjectionWorker';
import { Projector } from './Projector';
import { UsesStore } from './UsesStore';

const PASS_TASK = 'data-mesh-projection-pass';
/** Longer ones name nothing. */
const LONGEST_REF = 300;

const WORKER_TASK = 'data-mesh-projection-worker';

/** The read model of the catalog: what keeps it up to date, and how it is. */
export class Projection {
  readonly #pass: ProjectionPass;
  readonly #worker: ProjectionWorker;
  readonly #queue: DirtyQueue;
  readonly #marks: MarkBuffer;
  readonly #state: ProjectionState;
  readonly #completeness: Completeness;
  readonly #store: ProjectionStore;
  readonly #config: ProjectionConfig;
  readonly #scheduler: SchedulerService;
  readonly #logger: LoggerService;

  constructor(options: {
    knex: Knex;
    catalog: CatalogService;
    auth: AuthService;
    config: ProjectionConfig;
    scheduler: SchedulerService;
    metrics: MetricsService;
    logger: LoggerService;
    /** Evaluates what has changed, and everything after each pass. */
    results?: {
      mark(refs: readonly string[]): Promise<void>;
      evaluateAll(options: {
        isQuiet: boolean;
        signal?: AbortSignal;
      }): Promise<void>;
    };
  }) {
    const { knex, config, logger, results } = options;
    const metrics = new ProjectionMetrics(options.metrics);
    const catalog = new CatalogReader(options);
    const store = new ProjectionStore(knex);
    const contracts = new ContractFactsStore(knex);
    const uses = new UsesStore(knex);
    const fields = new FieldTermsStore(knex);
    const state = new ProjectionState(knex);
    const queue = new DirtyQueue(knex, config.settleSeconds);
    const completeness = new Completeness({ state, queue });
    const projector = new Projector({ store, contracts, metrics, logger });
    const shared = {
      catalog,
      projector,
      store,
      uses,
      fields,
      metrics,
      logger,
    };

    this.#pass = new ProjectionPass({
      ...shared,
      contracts,
      state,
      completeness,
      rules: config,
      evaluate: results && (pass => results.evaluateAll(pass)),
    });
    this.#worker = new ProjectionWorker({
      ...shared,
      queue,
      onChanged: results && (refs => results.mark(refs)),
    });
    this.#marks = new MarkBuffer({ queue, logger });
    this.#queue = queue;
    this.#state = state;
    this.#completeness = completeness;
    this.#store = store;
    this.#config = config;
    this.#scheduler = options.scheduler;
    this.#logger = logger;
  }

  /** Starts passes, the worker and listening to changes. */
  async start(options: {
    events: EventsService;
    lifecycle: LifecycleService;
    /** Follows each complete pass, once everything was evaluated. */
    afterPass?: (pass: { startedAt: string }) => Promise<void>;
  }): Promise<void> {
    await this.#scheduler.scheduleTask({
      ...this.#config.schedule,
      id: PASS_TASK,
      fn: async signal => {
        const report = await this.#pass.run(signal);
        if (report.outcome === 'complete') {
          await options.afterPass?.(report);
        }
      },
    });
    await this.#scheduler.scheduleTask({
      id: WORKER_TASK,
      scope: 'local',
      frequency: { seconds: 5 },
      timeout: { minutes: 5 },
      fn: async signal => {
        await this.#worker.run(signal);
        if (await this.#completeness.hasComeToRest()) {
          await this.requestPass();
        }
      },
    });
    await options.events.subscribe({
      id: 'projection',
      topics: [ENTITY_CHANGED_TOPIC],
      onEvent: async ({ eventPayload }) => {
        const ref = (eventPayload as Partial<EntityChangedPayload>)?.ref;
        if (typeof ref === 'string' && ref.length <= LONGEST_REF) {
          this.#marks.mark(ref);
        }
      },
    });
    options.lifecycle.addStartupHook(() => this.requestPass());
    options.lifecycle.addShutdownHook(() => this.#marks.flush());
  }

  /**
   * Looks in the catalog for an entity that is not known yet: one that was
   * made just now is opened before the worker gets to it.
   *
   * @returns whether it was new
   */
  async readNow(ref: string): Promise<boolean> {
    return this.#worker.readNow(ref);
  }

  /** Asks for a pass now; one that runs already is enough. */
  async requestPass(): Promise<void> {
    try {
      await this.#scheduler.triggerTask(PASS_TASK);
    } catch (error) {
      this.#logger.debug(`No further pass was started: ${error}`);
    }
  }

  /** Lets the next pass believe that whatever is missing is gone. */
  async acceptVanished(by: string): Promise<void> {
    await this.#state.set('acceptance', { by, at: new Date().toISOString() });
  }

  /** @param detailed - whether the caller may know of all entities */
  async getStatus(detailed: boolean): Promise<ProjectionStatus> {
    const lastComplete = await this.#state.get('lastComplete');
    const details = detailed && {
      lastPass: await this.#state.get('lastPass'),
      lastEvaluation: await this.#state.get('lastEvaluation'),
      subjects: await this.#store.countByKind(),
      queue: await this.#queue.getState(),
    };
    return {
      lastCompleteAt: lastComplete?.finishedAt,
      details: details || undefined,
    };
  }
}
