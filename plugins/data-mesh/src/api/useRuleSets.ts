import {
  EvidenceSources,
  RuleSetList,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Loaded } from './Loaded';
import { useDataMeshQuery } from './useDataMeshQuery';

/** The rule sets in force, with their texts. */
export function useRuleSets(
  options: { enabled?: boolean } = {},
): Loaded<RuleSetList> {
  return useDataMeshQuery({
    key: ['rule-sets'],
    ask: (api, signal) => api.getRuleSets({ signal }),
    enabled: options.enabled,
  });
}

/** Where evidence comes from, and when it last came; for platform owners. */
export function useEvidenceSources(
  options: { enabled?: boolean } = {},
): Loaded<EvidenceSources> {
  return useDataMeshQuery({
    key: ['evidence-sources'],
    ask: (api, signal) => api.getEvidenceSources({ signal }),
    enabled: options.enabled,
  });
}
