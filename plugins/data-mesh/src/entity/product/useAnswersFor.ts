import { Entity } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import {
  getEntityRelations,
  useEntityOwnership,
} from '@backstage/plugin-catalog-react';
import { RELATION_PRODUCT_OWNED_BY } from '@backstage-data-mesh/plugin-data-mesh-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import useAsync from 'react-use/esm/useAsync';

/** Whether the person signed in owns the product or is its product owner. */
export function useAnswersFor(entity: Entity): boolean {
  const identityApi = useApi(identityApiRef);
  const { isOwnedEntity } = useEntityOwnership();
  const { value: identity } = useAsync(
    () => identityApi.getBackstageIdentity(),
    [identityApi],
  );
  const isProductOwner = getEntityRelations(
    entity,
    RELATION_PRODUCT_OWNED_BY,
  ).some(person => stringifyEntityRef(person) === identity?.userEntityRef);
  return isProductOwner || isOwnedEntity(entity);
}
