import {
  DomainList,
  DomainProfile,
  DomainsQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { sameRef } from './keys';
import { Loaded } from './Loaded';
import { useDataMeshQuery } from './useDataMeshQuery';
import { useResultsSignal } from './useResultsSignal';

/** The domains that take part, and how they stand. */
export function useDomains(
  query: DomainsQuery = {},
): Loaded<DomainList> & { isStale: boolean } {
  useResultsSignal();
  return useDataMeshQuery({
    key: ['domains', query],
    ask: (api, signal) => api.getDomains(query, { signal }),
    keepPrevious: true,
  });
}

/** How a domain stands; one request for all cards of its page. */
export function useDomainProfile(
  ref: string,
  options: { enabled?: boolean } = {},
): Loaded<DomainProfile> {
  useResultsSignal(ref, options);
  return useDataMeshQuery({
    key: ['domain-profile', sameRef(ref)],
    ask: (api, signal) => api.getDomainProfile(ref, { signal }),
    enabled: options.enabled,
  });
}
