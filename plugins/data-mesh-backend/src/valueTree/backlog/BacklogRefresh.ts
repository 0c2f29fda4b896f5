import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  BacklogReading,
  BacklogSource,
} from '@backstage-data-mesh/plugin-data-mesh-node';
import { Deadline } from '../../evidence/Deadline';
import { BacklogStore } from './BacklogStore';
import { checkReadings } from './readings';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** What is done rarely changes. */
const LOOK_AGAIN = { open: HOUR, done: 24 * HOUR };
const MOST_A_RUN = 100;
const PATIENCE_MS = MINUTE;

/** Looks for backlog items, so that pages show what was found last. */
export class BacklogRefresh {
  readonly #sources: readonly BacklogSource[];
  readonly #store: BacklogStore;
  readonly #logger: LoggerService;
  readonly #patienceMs: number;
  readonly #now: () => Date;

  constructor(options: {
    sources: readonly BacklogSource[];
    store: BacklogStore;
    logger: LoggerService;
    patienceMs?: number;
    now?: () => Date;
  }) {
    this.#sources = options.sources;
    this.#store = options.store;
    this.#logger = options.logger;
    this.#patienceMs = options.patienceMs ?? PATIENCE_MS;
    this.#now = options.now ?? (() => new Date());
  }

  /** Never rejects: one source that fails holds up no other. */
  async run(signal: AbortSignal): Promise<void> {
    await Promise.all(
      this.#sources.map(async source => {
        try {
          await this.#runOne(source, signal);
        } catch (error) {
          this.#logger.error(
            `What is known of the backlog items of ${source.id} could not be kept`,
            toError(error),
          );
        }
      }),
    );
  }

  async #runOne(source: BacklogSource, signal: AbortSignal): Promise<void> {
    const now = this.#now().getTime();
    const before = {
      open: new Date(now - LOOK_AGAIN.open).toISOString(),
      done: new Date(now - LOOK_AGAIN.done).toISOString(),
    };
    const due = await this.#store.due(source.id, before, MOST_A_RUN);
    if (due.length === 0 || signal.aborted) {
      return;
    }
    // Else the same item would be the one to stop a host, time after time.
    const refs = shuffled(due);
    const readings = await this.#read(source, refs, signal);
    if (!signal.aborted) {
      const at = this.#now().toISOString();
      await this.#store.save(source.id, { at, refs }, readings);
    }
  }

  async #read(
    source: BacklogSource,
    refs: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly BacklogReading[]> {
    const patience = AbortSignal.timeout(this.#patienceMs);
    // One that heeds the signal has what it has found by then.
    const deadline = new Deadline(this.#patienceMs * 1.25, signal);
    try {
      const readings = source.read(refs, {
        signal: AbortSignal.any([signal, patience]),
      });
      const checked = checkReadings(await deadline.before(readings), refs);
      return checked.map(one =>
        'title' in one
          ? { ...one, url: one.url ?? source.urlOf(one.ref) }
          : one,
      );
    } catch (error) {
      const { message } = toError(error);
      this.#logger.warn(
        `Backlog items of ${source.id} could not be looked for: ${message}`,
      );
      return refs.map(ref => ({ ref, problem: 'it could not be looked for' }));
    } finally {
      deadline.end();
    }
  }
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map(item => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
