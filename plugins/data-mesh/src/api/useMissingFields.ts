import {
  MissingFieldsList,
  MissingFieldsQuery,
  PatchesRequest,
  PatchesResponse,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Loaded } from './Loaded';
import { Sending, useDataMeshMutation } from './useDataMeshMutation';
import { useDataMeshQuery } from './useDataMeshQuery';

/** A page of what catalog files say and lack. */
export function useMissingFields(
  query: MissingFieldsQuery,
): Loaded<MissingFieldsList> & { isStale: boolean } {
  return useDataMeshQuery({
    key: ['missing-fields', query],
    ask: (api, signal) => api.getMissingFields(query, { signal }),
    keepPrevious: true,
  });
}

/** Makes patches for the catalog files; changes nothing. */
export function useMakePatches(): Sending<PatchesRequest, PatchesResponse> {
  return useDataMeshMutation({
    send: (api, request: PatchesRequest) => api.makePatches(request),
    hanging: () => [],
  });
}
