import { Entity } from '@backstage/catalog-model';

/** An entity with relations, given as type and target. */
export function entity(
  kind: string,
  name: string,
  relations: [type: string, targetRef: string][] = [],
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default' },
    spec: {},
    relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
  };
}
