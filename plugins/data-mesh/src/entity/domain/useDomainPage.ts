import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { DomainProfile } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Loaded, useDomainProfile } from '../../api';
import { EntityToDo, useToDo } from '../../results';

/** What the cards of a domain's page work with; each part asked for once. */
export interface DomainPage {
  entity: Entity;
  ref: string;
  profile: Loaded<DomainProfile>;
  toDo: EntityToDo;
}

/** The domain of the page. */
export function useDomainPage(): DomainPage {
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  return {
    entity,
    ref,
    profile: useDomainProfile(ref),
    toDo: useToDo(entity),
  };
}
