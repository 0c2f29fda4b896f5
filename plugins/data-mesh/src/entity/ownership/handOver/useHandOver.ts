import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  EntityLink,
  ProductDetail,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useQuery } from '@tanstack/react-query';
import { dataMeshQueryApiRef } from '../../../api/dataMeshQueryApiRef';
import { Loaded } from '../../../api';
import {
  titleOf,
  useEntityByRef,
} from '../../../scaffolder/search/useEntitySearch';
import { HandOverFacts, Team } from './proposals';
import { readHandOverFacts, teamOf } from './readHandOverFacts';

/** The teams around a product that is to be handed over. */
export function useHandOverFacts(
  product: ProductDetail,
): Loaded<HandOverFacts> {
  const catalogApi = useApi(catalogApiRef);
  const client = useApi(dataMeshQueryApiRef);
  const query = useQuery<HandOverFacts, Error>(
    {
      queryKey: ['data-mesh', 'hand-over', product],
      queryFn: () => readHandOverFacts(catalogApi, product),
    },
    client,
  );
  return {
    data: query.data,
    error: query.error ?? undefined,
    isPending: query.isPending,
    refetch: () => void query.refetch(),
  };
}

/** The team that was picked; null when the catalog does not have it. */
export function usePickedTeam(
  ref: string | undefined,
  known: HandOverFacts | undefined,
): Team | null | undefined {
  const team = ref === undefined ? undefined : known?.teams.get(ref);
  // Somebody may have looked for a team that nothing speaks for
  const { data } = useEntityByRef(known && !team ? ref : undefined);
  if (team || ref === undefined) {
    return team;
  }
  return data ? teamOf(data) : data;
}

/** The people of a team by name, in one request. */
export function useMembers(team: Team | null | undefined): EntityLink[] {
  const catalogApi = useApi(catalogApiRef);
  const client = useApi(dataMeshQueryApiRef);
  const entityRefs = team?.members ?? [];
  const { data } = useQuery<EntityLink[], Error>(
    {
      queryKey: ['data-mesh', 'members', entityRefs],
      enabled: entityRefs.length > 0,
      queryFn: async () => {
        const { items } = await catalogApi.getEntitiesByRefs({
          entityRefs,
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.title',
            'spec.profile',
          ],
        });
        return items
          .flatMap(entity =>
            entity
              ? [
                  {
                    ref: stringifyEntityRef(entity),
                    title: titleOf(entity),
                    exists: true,
                  },
                ]
              : [],
          )
          .sort((one, other) => one.title.localeCompare(other.title));
      },
    },
    client,
  );
  return entityRefs.length ? data ?? [] : [];
}
