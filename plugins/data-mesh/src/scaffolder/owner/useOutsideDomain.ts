import {
  Entity,
  RELATION_CHILD_OF,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { CatalogApi, catalogApiRef } from '@backstage/plugin-catalog-react';
import { useApi } from '@backstage/core-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { dataMeshQueryApiRef } from '../../api/dataMeshQueryApiRef';
import { titleOf } from '../search/useEntitySearch';

/** No organisation is deeper; a circle of groups ends here, too. */
const MAX_DEPTH = 20;

type Outside = { owner: string; domain: string };

/**
 * The titles of an owner and a domain that do not belong together: the owner is
 * neither the group that owns the domain nor one below it. Undefined when they
 * do, and as long as it is not known.
 */
export function useOutsideDomain(refs: {
  owner: string | undefined;
  domain: string | undefined;
}): Outside | undefined {
  const catalogApi = useApi(catalogApiRef);
  const client = useApi(dataMeshQueryApiRef);
  const { owner, domain } = refs;
  const { data } = useQuery<Outside | null, Error>(
    {
      queryKey: ['data-mesh', 'outside-domain', owner, domain],
      enabled: Boolean(owner && domain),
      queryFn: () => outsideDomain(catalogApi, owner ?? '', domain ?? ''),
    },
    client,
  );
  return data ?? undefined;
}

async function outsideDomain(
  catalogApi: CatalogApi,
  ownerRef: string,
  domainRef: string,
): Promise<Outside | null> {
  const {
    items: [owner, domain],
  } = await catalogApi.getEntitiesByRefs({ entityRefs: [ownerRef, domainRef] });
  const domainOwners = domain ? targets(domain, RELATION_OWNED_BY) : [];
  if (!owner || !domain || !domainOwners.length) {
    return null;
  }
  let level: Entity[] = [owner];
  for (let depth = 0; level.length && depth < MAX_DEPTH; depth++) {
    if (level.some(group => domainOwners.includes(stringifyEntityRef(group)))) {
      return null;
    }
    const entityRefs = level.flatMap(group =>
      targets(group, RELATION_CHILD_OF),
    );
    const { items } = entityRefs.length
      ? await catalogApi.getEntitiesByRefs({ entityRefs })
      : { items: [] };
    level = items.filter(group => group !== undefined);
  }
  return { owner: titleOf(owner), domain: titleOf(domain) };
}

function targets(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef);
}
