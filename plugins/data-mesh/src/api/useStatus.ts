import { ProjectionStatus } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Loaded } from './Loaded';
import { useDataMeshQuery } from './useDataMeshQuery';

/** How far what is served follows the catalog. */
export function useStatus(
  options: { enabled?: boolean } = {},
): Loaded<ProjectionStatus> {
  return useDataMeshQuery({
    key: ['status'],
    ask: (api, signal) => api.getStatus({ signal }),
    enabled: options.enabled,
  });
}
