import { createApiRef } from '@backstage/core-plugin-api';
import { QueryClient } from '@tanstack/react-query';

/**
 * The requests that the pages and cards of one app share. It is an API and not
 * a React provider because cards are mounted by the catalog's pages, one by
 * one, below no common element of ours.
 */
export const dataMeshQueryApiRef = createApiRef<QueryClient>({
  id: 'plugin.data-mesh.query',
});

/** Only what may heal by itself is asked for again. */
function mayHeal(error: Error): boolean {
  const status = 'statusCode' in error ? Number(error.statusCode) : undefined;
  return status !== undefined && (status >= 500 || status === 429);
}

/** Creates the {@link dataMeshQueryApiRef} of an app. */
export function createDataMeshQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => failures < 2 && mayHeal(error),
        // Opening a portal's tab again must not set off a burst of requests.
        refetchOnWindowFocus: false,
        // The browser's guess at being offline is wrong on many intranets.
        networkMode: 'always',
      },
    },
  });
}
