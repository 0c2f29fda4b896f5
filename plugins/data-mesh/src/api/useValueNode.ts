import {
  NodeHistory,
  NodeHistoryQuery,
  ValueNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Loaded } from './Loaded';
import { useDataMeshQuery } from './useDataMeshQuery';

/** All that is known of a node of the value tree. */
export function useValueNode(
  id: string,
  options: { enabled?: boolean } = {},
): Loaded<ValueNode> {
  return useDataMeshQuery({
    key: ['value-node', id],
    ask: (api, signal) => api.getValueNode(id, { signal }),
    enabled: options.enabled,
  });
}

/** What a node said before, and who changed it, the newest first. */
export function useValueNodeHistory(
  id: string,
  query: NodeHistoryQuery = {},
  options: { enabled?: boolean } = {},
): Loaded<NodeHistory> & { isStale: boolean } {
  return useDataMeshQuery({
    key: ['value-node-history', id, query],
    ask: (api, signal) => api.getValueNodeHistory(id, query, { signal }),
    keepPrevious: true,
    enabled: options.enabled,
  });
}
