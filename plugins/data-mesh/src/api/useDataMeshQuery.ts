import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { DataMeshApi } from '@backstage-data-mesh/plugin-data-mesh-common';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { dataMeshApiRef } from './dataMeshApiRef';
import { dataMeshQueryApiRef } from './dataMeshQueryApiRef';
import { Loaded } from './Loaded';

/**
 * Asks the backend once for everything on the page that has the same key.
 *
 * `keepPrevious` shows the last answer while the key changes, so that a list
 * does not jump while somebody types; `isStale` tells the two apart.
 */
export function useDataMeshQuery<T>(options: {
  key: readonly unknown[];
  ask: (api: DataMeshApi, signal: AbortSignal) => Promise<T>;
  keepPrevious?: boolean;
  enabled?: boolean;
}): Loaded<T> & { isStale: boolean } {
  const api = useApi(dataMeshApiRef);
  const client = useApi(dataMeshQueryApiRef);
  const query = useQuery<T, Error>(
    {
      queryKey: ['data-mesh', ...options.key],
      queryFn: ({ signal }) => options.ask(api, signal),
      placeholderData: options.keepPrevious ? keepPreviousData : undefined,
      enabled: options.enabled,
    },
    client,
  );
  const again = query.refetch;
  return {
    data: query.data,
    error: query.error ?? undefined,
    isPending: query.isPending,
    isStale: query.isPlaceholderData,
    refetch: useCallback(() => void again(), [again]),
  };
}
