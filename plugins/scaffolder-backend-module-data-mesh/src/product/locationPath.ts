import { ANNOTATION_LOCATION, Entity } from '@backstage/catalog-model';

/** The path of the catalog file on the disk of the backend, if it is there. */
export function locationPath(entity: Entity): string | undefined {
  const location = entity.metadata.annotations?.[ANNOTATION_LOCATION];
  return location?.startsWith('file:')
    ? location.slice('file:'.length)
    : undefined;
}
