import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { Knex } from 'knex';
import { EvidenceReader } from '../evidence/EvidenceReader';
import { holdsWholeCatalog } from '../projection/Completeness';
import { DirtyQueue } from '../projection/DirtyQueue';
import {
  EvaluationState,
  ProjectionState,
} from '../projection/ProjectionState';
import { Explainer } from '../resultViews/Explainer';
import { MeshConfig } from '../ruleSets/readMeshConfig';
import { RuleSetsInForce } from '../ruleSets/RuleSetsInForce';
import { WaiverReader } from '../waivers/WaiverReader';
import { EvaluationQueue } from './EvaluationQueue';
import { Evaluator } from './Evaluator';
import { Explanations } from './Explanations';
import { MeshReader } from './mesh/MeshReader';
import { ResultsMetrics } from './metrics';
import { Reevaluation } from './Reevaluation';
import { Written } from './ResultsWriter';

const WORKER_TASK = 'data-mesh-results-worker';
/** Marks that come together are evaluated together. */
const SETTLE_SECONDS = 1;

/** What rules come to: what keeps it up to date, and how that goes. */
export class Results implements Reevaluation, Explainer {
  readonly #evaluator: Evaluator;
  readonly #queue: EvaluationQueue;
  readonly #explanations: Explanations;
  readonly #state: ProjectionState;
  readonly #metrics: ResultsMetrics;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #listeners: ((written: readonly Written[]) => void)[] = [];

  constructor(options: {
    knex: Knex;
    mesh: MeshConfig;
    evidence: EvidenceReader;
    waivers: WaiverReader;
    ruleSets: RuleSetsInForce;
    metrics: MetricsService;
    logger: LoggerService;
    now?: () => Date;
  }) {
    const { knex, logger } = options;
    this.#metrics = new ResultsMetrics(options.metrics);
    this.#state = new ProjectionState(knex);
    this.#logger = logger;
    this.#now = options.now ?? (() => new Date());
    const mesh = new MeshReader({ knex, logger, config: options.mesh });
    this.#explanations = new Explanations({ ...options, mesh });
    this.#evaluator = new Evaluator({
      ...options,
      mesh,
      onWritten: written => this.#tell(written),
    });
    this.#queue = new EvaluationQueue({
      queue: new DirtyQueue(knex, SETTLE_SECONDS, 'evaluation_queue'),
      evaluator: this.#evaluator,
      isReady: () => this.#isReady(),
      metrics: this.#metrics,
      logger,
      now: options.now,
    });
  }

  /** Starts to work off the queue, on each replica. */
  async start(options: { scheduler: SchedulerService }): Promise<void> {
    await options.scheduler.scheduleTask({
      id: WORKER_TASK,
      scope: 'local',
      frequency: { seconds: 2 },
      timeout: { minutes: 5 },
      fn: signal => this.work(signal),
    });
  }

  /** Works off what is due in the queue. */
  async work(signal?: AbortSignal): Promise<void> {
    await this.#queue.run(signal);
  }

  /** Calls back after results were kept, with what changed about each. */
  onWritten(listener: (written: readonly Written[]) => void): void {
    this.#listeners.push(listener);
  }

  /**
   * Evaluates everything for today, once the projection holds the whole
   * catalog. Never throws: an evaluation that fails says so in the log, and
   * the next one does what is left.
   *
   * @param options.isQuiet - whether the projection is as it was the last time
   */
  async evaluateAll(
    options: { isQuiet?: boolean; signal?: AbortSignal } = {},
  ): Promise<void> {
    const { signal } = options;
    const startedAt = this.#now();
    try {
      if (!(await this.#isReady())) {
        return;
      }
      const report = await this.#evaluator.evaluateAll(options);
      const seconds = this.#secondsSince(startedAt);
      this.#metrics.recordPass('complete', seconds, report.subjects);
      this.#metrics.count(report);
      this.#logger.info(
        `${report.subjects} products and domains were looked at in ${seconds} s, ${report.evaluated} of them evaluated: ${report.changes} changes, ${report.failures} failed`,
      );
      await this.#state.set('lastEvaluation', {
        startedAt: startedAt.toISOString(),
        finishedAt: this.#now().toISOString(),
        ...report,
      });
    } catch (error) {
      if (signal?.aborted) {
        this.#logger.info('The evaluation was stopped, the next one goes on');
      } else {
        this.#metrics.recordPass('failed', this.#secondsSince(startedAt), 0);
        this.#logger.error(
          `The evaluation failed, what was kept so far holds and the next one goes on: ${error}`,
        );
      }
    }
  }

  async mark(refs: readonly string[]): Promise<void> {
    await this.#queue.mark(refs);
  }

  async now(refs: readonly string[]): Promise<void> {
    await this.#queue.now(refs);
  }

  /** How a rule comes to its result today. */
  explain: Explainer['explain'] = (...rule) =>
    this.#explanations.explain(...rule);

  async getStatus(): Promise<{
    lastEvaluation?: EvaluationState;
    queue: { length: number; oldestInSeconds: number };
  }> {
    return {
      lastEvaluation: await this.#state.get('lastEvaluation'),
      queue: await this.#queue.getState(),
    };
  }

  /** Half a catalog would make for results that are true of nothing. */
  async #isReady(): Promise<boolean> {
    return holdsWholeCatalog(this.#state);
  }

  #tell(written: readonly Written[]): void {
    for (const listener of this.#listeners) {
      try {
        listener(written);
      } catch (error) {
        this.#logger.warn(`Nobody could be told of new results: ${error}`);
      }
    }
  }

  #secondsSince(time: Date): number {
    return (this.#now().getTime() - time.getTime()) / 1000;
  }
}
