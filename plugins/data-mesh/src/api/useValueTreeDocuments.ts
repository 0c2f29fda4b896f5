import {
  ValueTreeDocuments,
  ValueTreeExportQuery,
  ValueTreePlan,
  ValueTreePlanRequest,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Loaded } from './Loaded';
import { Sending, useDataMeshMutation } from './useDataMeshMutation';
import { useDataMeshQuery } from './useDataMeshQuery';

/**
 * How the documents stand that the value tree is read from; for those who may
 * change goals of the whole company.
 */
export function useValueTreeDocuments(
  options: { enabled?: boolean } = {},
): Loaded<ValueTreeDocuments> {
  return useDataMeshQuery({
    key: ['value-tree-documents'],
    ask: (api, signal) => api.getValueTreeDocuments({ signal }),
    enabled: options.enabled,
  });
}

/** Looks what a document would do to the value tree; changes nothing. */
export function usePlanValueTree(): Sending<
  ValueTreePlanRequest,
  ValueTreePlan
> {
  return useDataMeshMutation({
    send: (api, request: ValueTreePlanRequest) => api.planValueTree(request),
    hanging: () => [],
  });
}

/**
 * Writes the value tree as a document. It is sent for when somebody wants it:
 * it may be long.
 */
export function useExportValueTree(): Sending<ValueTreeExportQuery, string> {
  return useDataMeshMutation({
    send: (api, query: ValueTreeExportQuery) => api.exportValueTree(query),
    hanging: () => [],
  });
}
