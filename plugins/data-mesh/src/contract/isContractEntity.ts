import { Entity } from '@backstage/catalog-model';

/**
 * Whether an entity is an API whose definition is a data contract.
 *
 * @public
 */
export function isContractEntity(entity: Entity): boolean {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'api' &&
    String(entity.spec?.type).toLocaleLowerCase('en-US') === 'odcs'
  );
}
