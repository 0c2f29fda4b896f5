import { Entity } from '@backstage/catalog-model';

/** The data products that an entity has one of the given relations to. */
export function productRefs(entity: Entity, ...types: string[]): string[] {
  const refs = (entity.relations ?? [])
    .filter(({ type }) => types.includes(type))
    .map(({ targetRef }) => targetRef.toLocaleLowerCase('en-US'))
    .filter(ref => ref.startsWith('dataproduct:'));
  return [...new Set(refs)];
}
