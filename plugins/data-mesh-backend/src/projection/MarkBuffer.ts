import { LoggerService } from '@backstage/backend-plugin-api';
import { DirtyQueue } from './DirtyQueue';

const FLUSH_AFTER_MS = 500;

/**
 * Collects marks for half a second and writes them together, because whoever
 * marks must not be made to wait for the database. What a crash loses is
 * found by the next pass.
 */
export class MarkBuffer {
  readonly #queue: DirtyQueue;
  readonly #logger: LoggerService;
  readonly #refs = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: { queue: DirtyQueue; logger: LoggerService }) {
    this.#queue = options.queue;
    this.#logger = options.logger;
  }

  mark(ref: string): void {
    this.#refs.add(ref);
    this.#timer ??= setTimeout(() => this.flush(), FLUSH_AFTER_MS);
  }

  /** Never rejects. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const refs = [...this.#refs];
    this.#refs.clear();
    try {
      await this.#queue.mark(refs);
    } catch (error) {
      this.#logger.warn(
        `${refs.length} changed entities could not be noted, the next pass over the catalog finds them: ${error}`,
      );
    }
  }
}
