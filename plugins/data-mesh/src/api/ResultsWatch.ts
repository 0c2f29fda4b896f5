import {
  RESULTS_SIGNAL_CHANNEL,
  resultsMarkerOf,
  resultsSignalSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { SignalApi, SignalSubscriber } from '@backstage/plugin-signals-react';
import { QueryClient } from '@tanstack/react-query';
import { hangsOnResults, sameRef } from './keys';

/** All open pages get the same signal: they do not all ask at once. */
const LONGEST_DELAY_MS = 3_000;
const PAUSE_MS = 30_000;

const ANYTHING = '';

/**
 * Asks again for what is shown when a signal tells of new results; for all
 * cards of an app together, and not too often.
 */
export class ResultsWatch {
  static readonly #watches = new WeakMap<QueryClient, ResultsWatch>();

  readonly #client: QueryClient;
  /** How many cards show each entity. */
  readonly #shown = new Map<string, number>();
  readonly #changed = new Set<string>();
  #subscriber: SignalSubscriber | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #askedAt = -Infinity;

  /** The one of an app. */
  static of(client: QueryClient): ResultsWatch {
    const watch = ResultsWatch.#watches.get(client) ?? new ResultsWatch(client);
    ResultsWatch.#watches.set(client, watch);
    return watch;
  }

  private constructor(client: QueryClient) {
    this.#client = client;
  }

  /**
   * @param ref - the entity that is shown; any, where there are many
   * @returns to be called when it is shown no longer
   */
  show(signals: SignalApi, ref: string = ANYTHING): () => void {
    const key = sameRef(ref);
    this.#shown.set(key, (this.#shown.get(key) ?? 0) + 1);
    this.#subscriber ??= signals.subscribe(RESULTS_SIGNAL_CHANNEL, message =>
      this.#note(message),
    );
    return () => {
      const left = (this.#shown.get(key) ?? 0) - 1;
      if (left > 0) {
        this.#shown.set(key, left);
      } else {
        this.#shown.delete(key);
      }
      if (this.#shown.size === 0) {
        this.#subscriber?.unsubscribe();
        this.#subscriber = undefined;
        this.#changed.clear();
        clearTimeout(this.#timer);
        this.#timer = undefined;
      }
    };
  }

  #note(message: unknown) {
    const signal = resultsSignalSchema.safeParse(message);
    const markers = new Set(signal.data?.changed);
    for (const ref of this.#shown.keys()) {
      const isMeant =
        ref === ANYTHING ? markers.size > 0 : markers.has(resultsMarkerOf(ref));
      if (isMeant) {
        this.#changed.add(ref);
      }
    }
    if (this.#changed.size > 0) {
      const rest = this.#askedAt + PAUSE_MS - Date.now();
      this.#timer ??= setTimeout(
        () => this.#askAgain(),
        Math.max(rest, 0) + Math.random() * LONGEST_DELAY_MS,
      );
    }
  }

  #askAgain() {
    this.#timer = undefined;
    this.#askedAt = Date.now();
    const keys = [...this.#changed].flatMap(ref =>
      ref === ANYTHING
        ? []
        : [
            ['results', ref],
            ['evidence', ref],
          ],
    );
    this.#changed.clear();
    for (const key of [...keys, ...hangsOnResults.map(name => [name])]) {
      this.#client
        .invalidateQueries({ queryKey: ['data-mesh', ...key] })
        // Whoever shows the answer shows the error too.
        .catch(() => {});
    }
  }
}
