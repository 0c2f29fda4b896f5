import { LoggerService } from '@backstage/backend-plugin-api';
import { DirtyQueue } from '../projection/DirtyQueue';
import { Evaluator } from './Evaluator';
import { ResultsMetrics } from './metrics';
import { Reevaluation } from './Reevaluation';

const BATCH_SIZE = 5000;
/** Longer ones name nothing. */
const LONGEST_REF = 300;

/** The entities to evaluate again before the next pass, on all replicas. */
export class EvaluationQueue implements Reevaluation {
  readonly #queue: DirtyQueue;
  readonly #evaluator: Evaluator;
  readonly #isReady: () => Promise<boolean>;
  readonly #metrics: ResultsMetrics;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    queue: DirtyQueue;
    evaluator: Evaluator;
    /** Whether the projection holds the whole catalog. */
    isReady: () => Promise<boolean>;
    metrics: ResultsMetrics;
    logger: LoggerService;
    now?: () => Date;
  }) {
    this.#queue = options.queue;
    this.#evaluator = options.evaluator;
    this.#isReady = options.isReady;
    this.#metrics = options.metrics;
    this.#logger = options.logger;
    this.#now = options.now ?? (() => new Date());
  }

  async mark(refs: readonly string[]): Promise<void> {
    await this.#queue.mark(fitting(refs), this.#now());
  }

  async now(refs: readonly string[]): Promise<void> {
    try {
      const markedAt = this.#now();
      const marked = fitting(refs);
      await this.#queue.mark(marked, markedAt);
      if (await this.#isReady()) {
        this.#metrics.count(await this.#evaluator.evaluate(marked));
        await this.#queue.remove(
          marked.map(ref => ({
            ref,
            markedAt: markedAt.toISOString(),
            attempts: 0,
          })),
        );
      }
    } catch (error) {
      this.#logger.warn(
        `What was written is kept, its results follow later: ${error}`,
      );
    }
  }

  /** Works off what is due; what fails is tried again later. */
  async run(signal?: AbortSignal): Promise<void> {
    if (!(await this.#isReady())) {
      return;
    }
    while (!signal?.aborted) {
      const due = await this.#queue.getDue(BATCH_SIZE, this.#now());
      if (due.length === 0) {
        break;
      }
      try {
        const refs = due.map(({ ref }) => ref);
        this.#metrics.count(await this.#evaluator.evaluate(refs, signal));
        await this.#queue.remove(due);
      } catch (error) {
        this.#logger.warn(
          `${due.length} entities could not be evaluated, they are tried again later: ${error}`,
        );
        await this.#queue.postpone(due, this.#now());
      }
    }
    const { length, oldestInSeconds } = await this.getState();
    this.#metrics.recordQueue(length, oldestInSeconds);
  }

  async getState(): Promise<{ length: number; oldestInSeconds: number }> {
    return this.#queue.getState(this.#now());
  }
}

function fitting(refs: readonly string[]): string[] {
  return [...new Set(refs)].filter(ref => ref.length <= LONGEST_REF);
}
