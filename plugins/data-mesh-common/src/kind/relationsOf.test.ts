import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { relationsOf } from './relationsOf';

function product(spec: JsonObject, metadata: object = {}): Entity {
  return {
    apiVersion: 'backstage-data-mesh.io/v1alpha1',
    kind: 'DataProduct',
    metadata: { name: 'orders', ...metadata },
    spec,
  };
}

function lines(entity: Entity) {
  return relationsOf(entity).map(
    r => `${r.type} ${stringifyEntityRef(r.target)} ${r.inverse}`,
  );
}

describe('relationsOf', () => {
  it.each<[JsonObject, string]>([
    [{ owner: 'a' }, 'ownedBy group:default/a ownerOf'],
    [{ owner: 'user:a' }, 'ownedBy user:default/a ownerOf'],
    [
      { productOwner: 'jane' },
      'productOwnedBy user:default/jane productOwnerOf',
    ],
    [{ stewards: ['jane'] }, 'stewardedBy user:default/jane stewardOf'],
    [{ stewards: ['group:a'] }, 'stewardedBy group:default/a stewardOf'],
    [{ domain: 'sales' }, 'partOf domain:default/sales hasPart'],
    [{ system: 'crm' }, 'partOf system:default/crm hasPart'],
    [{ components: ['etl'] }, 'hasPart component:default/etl partOf'],
    [{ components: ['resource:b'] }, 'hasPart resource:default/b partOf'],
    [
      { dependsOn: ['dataproduct:x/p'] },
      'dependsOn dataproduct:x/p dependencyOf',
    ],
    [
      { dependencyOf: ['component:c'] },
      'dependencyOf component:default/c dependsOn',
    ],
    [{ providesApis: ['c'] }, 'providesApi api:default/c apiProvidedBy'],
    [{ consumesApis: ['c'] }, 'consumesApi api:default/c apiConsumedBy'],
    [
      { inputPorts: [{ name: 'i', source: 'p' }] },
      'dependsOn dataproduct:default/p dependencyOf',
    ],
    [
      { inputPorts: [{ name: 'i', source: 'component:lis' }] },
      'dependsOn component:default/lis dependencyOf',
    ],
    [
      { inputPorts: [{ name: 'i', contract: { ref: 'c' } }] },
      'consumesApi api:default/c apiConsumedBy',
    ],
    [
      { outputPorts: [{ name: 'o', contract: { ref: 'c' } }] },
      'providesApi api:default/c apiProvidedBy',
    ],
    [
      { outputPorts: [{ name: 'o', resource: 't' }] },
      'hasPart resource:default/t partOf',
    ],
    [{ consumers: [{ ref: 'a' }] }, 'consumedBy group:default/a consumerOf'],
    [
      { consumers: [{ ref: 'system:s', state: 'active' }] },
      'consumedBy system:default/s consumerOf',
    ],
  ])('%j gives %s', (spec, expected) => {
    expect(lines(product(spec))).toEqual([expected]);
  });

  it.each<[string, JsonObject]>([
    [
      'a use that has not begun',
      { consumers: [{ ref: 'a', state: 'intended' }] },
    ],
    ['the approver', { access: { approver: 'jane' } }],
    ['the successor', { deprecation: { successor: 'next' } }],
    [
      'a contract known only by id',
      { inputPorts: [{ name: 'i', contract: { id: 'x' } }] },
    ],
    ['the product itself', { inputPorts: [{ name: 'i', source: 'Orders' }] }],
    ['a kind that is not allowed', { owner: 'component:a', domain: 'group:a' }],
    ['a reference that is none', { owner: ':', stewards: ['a b', ''] }],
    [
      'values of a wrong type',
      { owner: 1, stewards: 'jane', inputPorts: [null] },
    ],
  ])('nothing follows from %s', (_, spec) => {
    expect(lines(product(spec))).toEqual([]);
  });

  it('names each relation once, whatever the case', () => {
    const entity = product({
      inputPorts: [
        { name: 'a', source: 'payments', contract: { ref: 'c' } },
        { name: 'b', source: 'DataProduct:default/Payments' },
      ],
      dependsOn: ['dataproduct:payments'],
      consumesApis: ['API:C'],
    });
    expect(lines(entity)).toEqual([
      'dependsOn dataproduct:default/payments dependencyOf',
      'consumesApi api:default/c apiConsumedBy',
    ]);
  });

  it('looks for targets in the namespace of the product', () => {
    const entity = product({ owner: 'a' }, { namespace: 'Retail' });
    expect(lines(entity)).toEqual(['ownedBy group:retail/a ownerOf']);
  });

  it('takes any content without failing', () => {
    const key = fc.constantFrom(
      'owner',
      'stewards',
      'inputPorts',
      'outputPorts',
      'consumers',
      'access',
      'contract',
      'ref',
      'source',
    );
    const json = fc.letrec(tie => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.constant(null),
        fc.integer(),
        fc.array(tie('value')),
        fc.dictionary(key, tie('value')),
      ),
    })).value;
    fc.assert(
      fc.property(fc.dictionary(key, json), spec => {
        const relations = lines(product(spec as JsonObject));
        expect(new Set(relations).size).toBe(relations.length);
      }),
    );
  });
});
