import {
  CheckInRequest,
  CheckInResponse,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { hangsOnTree } from './keys';
import { Sending, useDataMeshMutation } from './useDataMeshMutation';

/**
 * Reports a reading of a measure in the name of the signed-in person. The same
 * one again changes nothing, so that it may be sent anew after a failure.
 */
export function useCheckIn(
  measureId: string,
): Sending<CheckInRequest, CheckInResponse> {
  return useDataMeshMutation({
    send: (api, request: CheckInRequest) => api.checkIn(measureId, request),
    hanging: () => hangsOnTree.map(key => [key]),
  });
}
