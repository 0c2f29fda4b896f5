import {
  Entity,
  EntityRelation,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  DataProductEntityV1alpha1,
  relationsOf,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { JsonObject } from '@backstage/types';

export function entityOf(
  kind: string,
  name: string,
  spec: JsonObject = {},
  metadata: JsonObject = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { namespace: 'default', name, ...metadata },
    spec,
  };
}

export function productOf(
  name: string,
  spec: Partial<DataProductEntityV1alpha1['spec']> = {},
  metadata: JsonObject = {},
): Entity {
  return {
    ...entityOf(
      'DataProduct',
      name,
      {
        owner: 'group:default/team-a',
        lifecycle: 'production',
        ...(spec as JsonObject),
      },
      metadata,
    ),
    apiVersion: 'backstage-data-mesh.io/v1alpha1',
  };
}

/** A contract with one table of these fields. */
export function contractOf(
  name: string,
  fields: readonly string[],
  owner: string = 'team-a',
): Entity {
  return entityOf('API', name, {
    type: 'odcs',
    owner,
    lifecycle: 'production',
    definition: [
      'apiVersion: v3.1.0',
      'kind: DataContract',
      `id: ${name}`,
      `name: Contract ${name}`,
      'version: 1.0.0',
      'status: active',
      'schema:',
      '  - name: rows',
      '    properties:',
      ...fields.flatMap(field => [
        `      - name: ${field}`,
        `        logicalType: string`,
        `        description: The ${field}`,
      ]),
    ].join('\n'),
  });
}

/** Output ports that keep contracts. */
export function outputs(
  ...contracts: string[]
): Partial<DataProductEntityV1alpha1['spec']> {
  return {
    outputPorts: contracts.map(ref => ({
      name: `${ref}-port`,
      type: 'sql',
      contract: { ref: `api:default/${ref}` },
    })),
  };
}

/** Adds the relations to both ends, as the catalog does. */
export function stitch(entities: readonly Entity[]): Entity[] {
  const relations = new Map<string, EntityRelation[]>();
  const add = (from: string, type: string, to: string) =>
    relations.set(from, [
      ...(relations.get(from) ?? []),
      { type, targetRef: to },
    ]);
  for (const entity of entities) {
    const self = stringifyEntityRef(entity);
    for (const { type, inverse, target } of statedRelations(entity)) {
      add(self, type, target);
      add(target, inverse, self);
    }
  }
  return entities.map(entity => ({
    ...entity,
    relations: (relations.get(stringifyEntityRef(entity)) ?? []).sort((a, b) =>
      `${a.type} ${a.targetRef}` < `${b.type} ${b.targetRef}` ? -1 : 1,
    ),
  }));
}

const FIELDS: Record<string, [type: string, inverse: string, kind: string]> = {
  owner: ['ownedBy', 'ownerOf', 'Group'],
  memberOf: ['memberOf', 'hasMember', 'Group'],
  parent: ['childOf', 'parentOf', 'Group'],
  domain: ['partOf', 'hasPart', 'Domain'],
  system: ['partOf', 'hasPart', 'System'],
  consumesApis: ['consumesApi', 'apiConsumedBy', 'API'],
  providesApis: ['providesApi', 'apiProvidedBy', 'API'],
};

function statedRelations(
  entity: Entity,
): { type: string; inverse: string; target: string }[] {
  if (entity.kind === 'DataProduct') {
    return relationsOf(entity).map(({ type, inverse, target }) => ({
      type,
      inverse,
      target: stringifyEntityRef(target),
    }));
  }
  return Object.entries(FIELDS).flatMap(([field, [type, inverse, kind]]) =>
    [entity.spec?.[field] ?? []].flat().map(value => ({
      type,
      inverse,
      target: stringifyEntityRef(
        parseEntityRef(String(value), { defaultKind: kind }),
      ),
    })),
  );
}
