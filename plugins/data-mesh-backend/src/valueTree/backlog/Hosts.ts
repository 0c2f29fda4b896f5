import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { BacklogReading } from '@backstage-data-mesh/plugin-data-mesh-node';
import { groupBy } from '../../lists';
import { askHost, HostAnswer, HostRests } from './HostAnswer';

export type Get = (
  url: string,
  headers: Record<string, string>,
) => Promise<HostAnswer>;

/** Items that are kept in one repository. */
export type Ask = {
  /** With its port, if it has one. */
  host: string;
  refs: readonly string[];
  /**
   * What it leaves out stays as it is. When it throws, whatever it has not
   * told of has a problem.
   */
  read(get: Get, signal: AbortSignal): AsyncIterable<BacklogReading>;
};

/** How many repositories in a row may fail before a host is left alone. */
const MOST_FAILURES = 2;
const PATIENCE_MS = 10_000;

/**
 * Asks hosts, all of them at the same time and each of them for one repository
 * after the other. A host that wants a rest gets it, one that is away is left
 * alone until the next time; neither holds up the others.
 */
export class Hosts {
  readonly #logger: LoggerService;
  readonly #patienceMs: number;
  readonly #now: () => Date;
  readonly #restsUntil = new Map<string, number>();
  readonly #failing = new Set<string>();

  constructor(options: {
    logger: LoggerService;
    patienceMs?: number;
    now?: () => Date;
  }) {
    this.#logger = options.logger;
    this.#patienceMs = options.patienceMs ?? PATIENCE_MS;
    this.#now = options.now ?? (() => new Date());
  }

  /** Never rejects. */
  async ask(
    asks: readonly Ask[],
    signal: AbortSignal,
  ): Promise<BacklogReading[]> {
    const byHost = groupBy(asks, ({ host }) => host);
    const all = await Promise.all(
      [...byHost].map(([host, own]) => this.#askOne(host, own, signal)),
    );
    return all.flat();
  }

  async #askOne(
    host: string,
    asks: readonly Ask[],
    signal: AbortSignal,
  ): Promise<BacklogReading[]> {
    const readings: BacklogReading[] = [];
    const get: Get = (url, headers) =>
      askHost(url, { headers, host, signal, patienceMs: this.#patienceMs });
    let stopped = this.#whyItRests(host);
    let failures = 0;
    let last: string | undefined;
    for (const ask of asks) {
      if (signal.aborted) {
        break;
      }
      let problem = stopped;
      const told = new Set<string>();
      try {
        if (!problem) {
          for await (const reading of ask.read(get, signal)) {
            readings.push(reading);
            told.add(reading.ref);
          }
          failures = 0;
        }
      } catch (error) {
        // It is none of the host that there was no more time.
        problem = signal.aborted ? undefined : toError(error).message;
        last = problem;
        failures += 1;
        this.#noteRest(host, error);
        const isOver = error instanceof HostRests || failures >= MOST_FAILURES;
        stopped = isOver ? problem : undefined;
      }
      if (problem) {
        const open = ask.refs.filter(ref => !told.has(ref));
        readings.push(...open.map(ref => ({ ref, problem })));
      }
    }
    this.#tell(host, stopped ?? (failures === asks.length ? last : undefined));
    return readings;
  }

  #whyItRests(host: string): string | undefined {
    const until = this.#restsUntil.get(host) ?? 0;
    const rest = until - this.#now().getTime();
    return rest > 0 ? new HostRests(host, rest).message : undefined;
  }

  #noteRest(host: string, error: unknown): void {
    if (error instanceof HostRests) {
      const until = this.#now().getTime() + error.milliseconds;
      this.#restsUntil.set(host, until);
    }
  }

  /** Once, not each time. */
  #tell(host: string, stopped: string | undefined): void {
    if (stopped && !this.#failing.has(host)) {
      this.#failing.add(host);
      this.#logger.warn(
        `Backlog items on ${host} cannot be read at the moment: ${stopped}`,
      );
    } else if (!stopped && this.#failing.delete(host)) {
      this.#logger.info(`Backlog items on ${host} are read again`);
    }
  }
}
