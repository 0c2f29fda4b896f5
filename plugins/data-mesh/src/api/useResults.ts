import {
  ChangeList,
  ChangesQuery,
  EntityEvidence,
  EntityResults,
  ResultsList,
  ResultsQuery,
  RuleExplanation,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { sameRef } from './keys';
import { Loaded } from './Loaded';
import { useDataMeshQuery } from './useDataMeshQuery';
import { useResultsSignal } from './useResultsSignal';

/** What all rule sets come to for an entity; one request for all cards. */
export function useResults(
  ref: string,
  options: { enabled?: boolean } = {},
): Loaded<EntityResults> {
  useResultsSignal(ref, options);
  return useDataMeshQuery({
    key: ['results', sameRef(ref)],
    ask: (api, signal) => api.getResults(ref, { signal }),
    enabled: options.enabled,
  });
}

/** Entities with level and unmet rules, a page at a time. */
export function useResultsList(
  query: ResultsQuery,
  options: { keepPrevious?: boolean; enabled?: boolean } = {},
): Loaded<ResultsList> & { isStale: boolean } {
  return useDataMeshQuery({
    key: ['results-list', query],
    ask: (api, signal) => api.listResults(query, { signal }),
    ...options,
  });
}

/** How the results of an entity changed, the newest first. */
export function useResultChanges(
  ref: string,
  query: ChangesQuery = {},
  options: { enabled?: boolean } = {},
): Loaded<ChangeList> & { isStale: boolean } {
  return useDataMeshQuery({
    key: ['changes', sameRef(ref), query],
    ask: (api, signal) => api.getResultChanges(ref, query, { signal }),
    keepPrevious: true,
    enabled: options.enabled,
  });
}

/** How a rule came to its result. */
export function useExplanation(
  ref: string,
  rule: { ruleSet: string; rule: string },
  options: { enabled?: boolean } = {},
): Loaded<RuleExplanation> {
  return useDataMeshQuery({
    key: ['explanation', sameRef(ref), rule.ruleSet, rule.rule],
    ask: (api, signal) => api.explainResult(ref, rule, { signal }),
    enabled: options.enabled,
  });
}

/** What is known about an entity besides the catalog. */
export function useEvidence(
  ref: string,
  options: { enabled?: boolean } = {},
): Loaded<EntityEvidence> {
  return useDataMeshQuery({
    key: ['evidence', sameRef(ref)],
    ask: (api, signal) => api.getEvidence(ref, { signal }),
    enabled: options.enabled,
  });
}
