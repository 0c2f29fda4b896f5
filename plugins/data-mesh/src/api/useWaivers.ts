import {
  WaiverDecision,
  WaiverList,
  WaiverRecord,
  WaiverRequest,
  WaiversQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { hangsOnResults, sameRef } from './keys';
import { Loaded } from './Loaded';
import { Sending, useDataMeshMutation } from './useDataMeshMutation';
import { useDataMeshQuery } from './useDataMeshQuery';

/** Exceptions, the newest first. */
export function useWaivers(
  query: WaiversQuery,
  options: { enabled?: boolean } = {},
): Loaded<WaiverList> {
  return useDataMeshQuery({
    key: ['waivers', query],
    ask: (api, signal) => api.getWaivers(query, { signal }),
    enabled: options.enabled,
  });
}

/** Asks for an exception in the name of the signed-in person. */
export function useAskForWaiver(): Sending<WaiverRequest, WaiverRecord> {
  return useDataMeshMutation({
    send: (api, request: WaiverRequest) => api.askForWaiver(request),
    hanging: () => [['waivers'], ['my-work']],
  });
}

/** Approves, declines or takes back an exception. */
export function useDecideWaiver(): Sending<
  { id: string } & WaiverDecision,
  WaiverRecord
> {
  return useDataMeshMutation({
    send: (api, { id, ...decision }: { id: string } & WaiverDecision) =>
      api.decideWaiver(id, decision),
    hanging: waiver => [
      ['waivers'],
      ['results', sameRef(waiver.entity.ref)],
      ...hangsOnResults.map(key => [key]),
    ],
    // Somebody else may have decided: what is shown is looked at anew.
    hangingOnError: () => [['waivers'], ['my-work']],
  });
}
