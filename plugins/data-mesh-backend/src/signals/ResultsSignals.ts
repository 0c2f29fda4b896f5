import { LoggerService } from '@backstage/backend-plugin-api';
import {
  RESULTS_SIGNAL_CHANNEL,
  ResultsSignal,
  resultsMarkerOf,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { SignalsService } from '@backstage/plugin-signals-node';

const PUBLISH_AFTER_MS = 2_000;

/**
 * Tells open pages that results changed, all changes of two seconds at once.
 * Signals reach everyone who is signed in, so they carry markers that many
 * entities share, never names.
 */
export class ResultsSignals {
  readonly #signals: SignalsService;
  readonly #logger: LoggerService;
  readonly #markers = new Set<number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: { signals: SignalsService; logger: LoggerService }) {
    this.#signals = options.signals;
    this.#logger = options.logger;
  }

  /** To be called once the results of these entities are stored. */
  changed(refs: Iterable<string>): void {
    for (const ref of refs) {
      this.#markers.add(resultsMarkerOf(ref));
    }
    if (this.#markers.size > 0) {
      this.#timer ??= setTimeout(() => this.flush(), PUBLISH_AFTER_MS);
    }
  }

  /** Never rejects: whoever misses a signal sees the change on reloading. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const message: ResultsSignal = {
      changed: [...this.#markers].sort((a, b) => a - b),
    };
    this.#markers.clear();
    if (message.changed.length === 0) {
      return;
    }
    try {
      await this.#signals.publish<ResultsSignal>({
        recipients: { type: 'broadcast' },
        channel: RESULTS_SIGNAL_CHANNEL,
        message,
      });
    } catch (error) {
      this.#logger.debug(`Open pages were not told of new results: ${error}`);
    }
  }
}
