import { WaiverList } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useWaivers } from '../api';
import { Loaded } from '../api/Loaded';

/** The exceptions of an entity, the newest first, but those taken back. */
export function useExceptions(
  entityRef: string,
  options: { enabled?: boolean } = {},
): Loaded<WaiverList> {
  return useWaivers(
    {
      entity: [entityRef],
      state: ['asked', 'approved', 'declined'],
      limit: 100,
    },
    options,
  );
}
