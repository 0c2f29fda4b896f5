import { Entity } from '@backstage/catalog-model';

/** In lower case, as the catalog compares kinds. */
const KINDS = new Set([
  'dataproduct',
  'domain',
  'group',
  'user',
  'system',
  'component',
  'resource',
]);

/**
 * Whether the data mesh looks at an entity at all: data products, what they
 * are made of, those who own and use them, and contracts (APIs of type odcs).
 *
 * @public
 */
export function takesPartInMesh(entity: Entity): boolean {
  const kind = entity.kind.toLocaleLowerCase('en-US');
  if (kind !== 'api') {
    return KINDS.has(kind);
  }
  const type = entity.spec?.type;
  return typeof type === 'string' && type.toLocaleLowerCase('en-US') === 'odcs';
}
