import { Entity } from '@backstage/catalog-model';
import { CatalogApi } from '@backstage/plugin-catalog-react';

/**
 * An entity that may well not be there. To ask for one by name would put an
 * error on the browser's console each time it is not.
 */
export async function findEntity(
  catalogApi: CatalogApi,
  entityRef: string,
): Promise<Entity | undefined> {
  const { items } = await catalogApi.getEntitiesByRefs({
    entityRefs: [entityRef],
  });
  return items[0];
}
