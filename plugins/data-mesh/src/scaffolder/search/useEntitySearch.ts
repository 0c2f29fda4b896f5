import { useCallback } from 'react';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { dataMeshQueryApiRef } from '../../api/dataMeshQueryApiRef';
import { findEntity } from '../findEntity';
import { Found } from './Found';

const limit = 20;

/**
 * Searches the catalog for entities of a kind by name and title.
 *
 * @param kind - one or several; several as a constant
 */
export function useEntitySearch(kind: string | string[]) {
  const catalogApi = useApi(catalogApiRef);
  return useCallback(
    async (text: string): Promise<Found[]> => {
      const { items } = await catalogApi.queryEntities({
        filter: { kind },
        limit,
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'metadata.description',
          'spec.profile.displayName',
        ],
        orderFields: { field: 'metadata.name', order: 'asc' },
        ...(text && {
          fullTextFilter: {
            term: text,
            fields: [
              'metadata.name',
              'metadata.title',
              'spec.profile.displayname',
            ],
          },
        }),
      });
      return items.map(foundEntity);
    },
    [catalogApi, kind],
  );
}

/** The entity that a ref names, once; null when it is not in the catalog. */
export function useEntityByRef<T extends Entity = Entity>(
  ref: string | undefined,
) {
  const catalogApi = useApi(catalogApiRef);
  const client = useApi(dataMeshQueryApiRef);
  return useQuery<T | null, Error>(
    {
      queryKey: ['data-mesh', 'entity', ref?.toLocaleLowerCase('en-US')],
      enabled: Boolean(ref),
      queryFn: async () =>
        ((await findEntity(catalogApi, ref ?? '')) as T | undefined) ?? null,
    },
    client,
  );
}

export function foundEntity(entity: Entity): Found {
  return {
    ref: stringifyEntityRef(entity),
    title: titleOf(entity),
    about: entity.metadata.description,
  };
}

export function titleOf(entity: Entity): string {
  const profile = entity.spec?.profile;
  const displayName =
    profile && typeof profile === 'object' && 'displayName' in profile
      ? profile.displayName
      : undefined;
  return (
    (typeof displayName === 'string' && displayName) ||
    entity.metadata.title ||
    entity.metadata.name
  );
}
