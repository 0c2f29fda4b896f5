import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  MetricsService,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';

/** Adds up what the plugins report as histograms, by metric name. */
export class MetricsCollector {
  readonly #sums = new Map<string, { sum: number; count: number }>();

  get(name: string): { sum: number; count: number } {
    return this.#sums.get(name) ?? { sum: 0, count: 0 };
  }

  get factory() {
    return createServiceFactory({
      service: metricsServiceRef,
      deps: {},
      factory: () => this.#service(),
    });
  }

  #service(): MetricsService {
    const record = (name: string) => (value: number) => {
      const { sum, count } = this.get(name);
      this.#sums.set(name, { sum: sum + value, count: count + 1 });
    };
    const nothing = () => {};
    const observable = () => ({
      addCallback: nothing,
      removeCallback: nothing,
    });
    return {
      createCounter: () => ({ add: nothing }),
      createUpDownCounter: () => ({ add: nothing }),
      createGauge: () => ({ record: nothing }),
      createHistogram: name => ({ record: record(name) }),
      createObservableCounter: observable,
      createObservableGauge: observable,
      createObservableUpDownCounter: observable,
    };
  }
}
