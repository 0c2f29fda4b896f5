import { MyWork } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Loaded } from './Loaded';
import { useDataMeshQuery } from './useDataMeshQuery';
import { useResultsSignal } from './useResultsSignal';

/** What the signed-in person can do. */
export function useMyWork(options: { enabled?: boolean } = {}): Loaded<MyWork> {
  useResultsSignal(undefined, options);
  return useDataMeshQuery({
    key: ['my-work'],
    ask: (api, signal) => api.getMyWork({ signal }),
    enabled: options.enabled,
  });
}
