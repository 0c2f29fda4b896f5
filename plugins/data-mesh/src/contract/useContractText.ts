import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { dataMeshQueryApiRef } from '../api/dataMeshQueryApiRef';

/** What is known of a contract's text; null when the entity is not there. */
export type ContractTextResult = {
  text?: string | null;
  error?: Error;
  refetch: () => void;
};

/**
 * The text of a contract, from its API entity. One request for all that ask,
 * and none before somebody wants it.
 */
export function useContractText(
  entityRef: string,
  options: { enabled: boolean },
): ContractTextResult {
  const catalogApi = useApi(catalogApiRef);
  const client = useApi(dataMeshQueryApiRef);
  const { data, error, refetch } = useQuery<string | null, Error>(
    {
      queryKey: ['data-mesh', 'contract-text', entityRef],
      enabled: options.enabled,
      // A contract changes rarely; opening it again need not ask again.
      staleTime: 5 * 60_000,
      queryFn: async () => {
        const entity = await catalogApi.getEntityByRef(entityRef);
        if (!entity) {
          return null;
        }
        const definition = entity.spec?.definition;
        return typeof definition === 'string' ? definition : '';
      },
    },
    client,
  );
  return { text: data, error: error ?? undefined, refetch };
}
