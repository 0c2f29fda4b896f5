import {
  ValueTree,
  ValueTreeQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Loaded } from './Loaded';
import { useDataMeshQuery } from './useDataMeshQuery';

/** A part of the value tree, all of it by default. */
export function useValueTree(
  query: ValueTreeQuery = {},
  options: { enabled?: boolean } = {},
): Loaded<ValueTree> {
  return useDataMeshQuery({
    key: ['value-tree', query],
    ask: (api, signal) => api.getValueTree(query, { signal }),
    enabled: options.enabled,
  });
}
