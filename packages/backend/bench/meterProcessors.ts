import { BackendFeature } from '@backstage/backend-plugin-api';
import { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { performance } from 'node:perf_hooks';

/** How long the processors of a module took, in seconds. */
export type ProcessorTime = { seconds: number };

type Init = {
  func: (deps: { catalog: { addProcessor: Function } }) => Promise<void>;
};

/**
 * The same module with a watch on the processors that it adds. It reaches into
 * how the backend system keeps features, which is fine for a measurement.
 */
export function meterProcessors(
  feature: BackendFeature,
  time: ProcessorTime,
): BackendFeature {
  const { getRegistrations } = feature as BackendFeature & {
    getRegistrations(): { init: Init }[];
  };
  return Object.assign(Object.create(feature), {
    $$type: feature.$$type,
    getRegistrations: () =>
      getRegistrations.call(feature).map(registration => ({
        ...registration,
        init: {
          ...registration.init,
          func: (deps: Parameters<Init['func']>[0]) =>
            registration.init.func({
              ...deps,
              catalog: metered(deps.catalog, time),
            }),
        },
      })),
  });
}

function metered<T extends { addProcessor: Function }>(
  catalog: T,
  time: ProcessorTime,
): T {
  return new Proxy(catalog, {
    get(target, key) {
      const value = Reflect.get(target, key);
      if (key !== 'addProcessor') {
        return typeof value === 'function' ? value.bind(target) : value;
      }
      return (...processors: CatalogProcessor[]) =>
        target.addProcessor(
          ...processors.flat().map(processor => watched(processor, time)),
        );
    },
  });
}

function watched(
  processor: CatalogProcessor,
  time: ProcessorTime,
): CatalogProcessor {
  return new Proxy(processor, {
    get(target, key) {
      const value = Reflect.get(target, key);
      if (typeof value !== 'function') {
        return value;
      }
      return (...args: unknown[]) => {
        const start = performance.now();
        const result = value.apply(target, args);
        const stop = () => {
          time.seconds += (performance.now() - start) / 1000;
        };
        if (result instanceof Promise) {
          result.then(stop, stop);
        } else {
          stop();
        }
        return result;
      };
    },
  });
}
