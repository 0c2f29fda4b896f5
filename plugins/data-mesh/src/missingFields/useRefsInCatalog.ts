import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { dataMeshQueryApiRef } from '../api';
import { useRested } from '../scaffolder/useRested';

const REFS_A_REQUEST = 200;

/**
 * Whether refs are in the catalog, asked for together once typing rests;
 * undefined while that is not known.
 */
export function useRefsInCatalog(refs: readonly string[]): {
  exists: (ref: string) => boolean | undefined;
  /** Why it cannot be known. */
  error?: Error;
  refetch: () => void;
} {
  const catalogApi = useApi(catalogApiRef);
  const client = useApi(dataMeshQueryApiRef);
  const asked = useRested(refs.join('\n'));
  const { data, error, refetch } = useQuery<Map<string, boolean>, Error>(
    {
      queryKey: ['data-mesh', 'refs-in-catalog', asked],
      enabled: asked !== '',
      placeholderData: keepPreviousData,
      queryFn: async () => {
        const all = asked.split('\n');
        const found = new Map<string, boolean>();
        for (let at = 0; at < all.length; at += REFS_A_REQUEST) {
          const entityRefs = all.slice(at, at + REFS_A_REQUEST);
          const { items } = await catalogApi.getEntitiesByRefs({
            entityRefs,
            fields: ['kind'],
          });
          entityRefs.forEach((ref, i) => found.set(ref, Boolean(items[i])));
        }
        return found;
      },
    },
    client,
  );
  return {
    exists: ref => data?.get(ref),
    error: error ?? undefined,
    refetch: () => void refetch(),
  };
}
