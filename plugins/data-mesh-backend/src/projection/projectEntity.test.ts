import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { entityOf, productOf, stitch } from '../__testUtils__/entities';
import { WORLD } from '../__testUtils__/world';
import { digestOf, fieldTerms, projectEntity } from './projectEntity';

const [orders] = stitch(WORLD).filter(e => e.metadata.name === 'orders');

describe('projectEntity', () => {
  it('keeps what a product says', () => {
    const { edges, terms, ...rest } = projectEntity(orders);
    expect(rest).toEqual({
      ref: 'dataproduct:default/orders',
      kind: 'dataproduct',
      title: 'Lab orders',
      sortTitle: 'lab orders',
      type: 'source-aligned',
      lifecycle: 'production',
      classification: 'internal',
      domainRef: 'domain:default/care',
      ownerRef: 'group:default/team-a',
      data: {
        purpose: 'All orders of the laboratory',
        version: undefined,
        portTypes: ['sql'],
        productOwner: 'user:default/ann',
        successor: undefined,
      },
      digest: digestOf(orders),
      personas: ['analyst', 'auditor'],
      contractText: undefined,
    });
    expect(terms).toContainEqual({ term: 'lab', source: 'title', text: '' });
    expect(terms).toContainEqual({
      term: 'laboratory',
      source: 'tag',
      text: 'laboratory',
    });
  });

  it('names people and groups as they are called', () => {
    const title = (entity: Entity) => projectEntity(entity).title;
    const profile = { profile: { displayName: 'Ann Example' } };
    expect(title(entityOf('User', 'ann', profile))).toBe('Ann Example');
    expect(title(entityOf('Group', 'a', profile, { title: 'A' }))).toBe('A');
    expect(title(entityOf('Group', 'a'))).toBe('a');
  });

  it('leaves deprecated ports out of the types', () => {
    const product = productOf('p', {
      outputPorts: [
        { name: 'a', type: 'sql' },
        { name: 'b', type: 'sql' },
        { name: 'c', type: 'file', deprecated: true },
        { name: 'd', type: 'stream' },
        { name: 'e' },
      ],
    });
    expect(projectEntity(product).data.portTypes).toEqual(['sql', 'stream']);
  });

  it('takes any values without failing', () => {
    const anything = fc.anything({
      maxDepth: 3,
      withNullPrototype: false,
      values: [
        fc.string({ unit: 'binary' }),
        fc.constant('\0'),
        fc.constant('a:b/c'),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
      ],
    });
    const keys = [
      'type',
      'lifecycle',
      'purpose',
      'version',
      'personas',
      'consumers',
      'inputPorts',
      'outputPorts',
      'deprecation',
      'definition',
      'profile',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom('DataProduct', 'API', 'Group', 'System'),
        fc.record(Object.fromEntries(keys.map(key => [key, anything])), {
          requiredKeys: [],
        }),
        fc.record({ title: anything, tags: anything, description: anything }),
        (kind, spec, metadata) => {
          const entity = {
            ...entityOf(kind, 'x', spec as JsonObject, metadata as JsonObject),
            apiVersion: 'backstage-data-mesh.io/v1alpha1',
          };
          const { contractText: _, ...projected } = projectEntity(entity, '');
          expect(projected.title).not.toBe('');
        },
      ),
    );
  });

  it('tells contents apart by their digest', () => {
    expect(digestOf(productOf('a', { purpose: 'x' }))).toBe(
      digestOf(productOf('a', { purpose: 'x' })),
    );
    expect(digestOf(productOf('a', { purpose: 'x' }))).not.toBe(
      digestOf(productOf('a', { purpose: 'y' })),
    );
  });
});

describe('edges', () => {
  const edgesOf = (entity: Entity) =>
    projectEntity(entity).edges.map(({ type, to, attributes }) =>
      [type, to, attributes && JSON.stringify(attributes)].join(' ').trim(),
    );

  it('are the relations of one direction and what the spec adds', () => {
    expect(edgesOf(orders).sort()).toEqual([
      'consumedBy component:default/board',
      'consumedBy group:default/team-b',
      'ownedBy group:default/team-a',
      'partOf domain:default/care',
      'productOwnedBy user:default/ann',
      'providesApi api:default/orders-v1',
      'spec.consumers component:default/board {"state":"active"}',
      'spec.consumers group:default/dream {"state":"intended"}',
      'spec.consumers group:default/team-b {"state":"active","purpose":"Plan","since":"2026-01-01"}',
      'stewardedBy user:default/ann',
    ]);
  });

  it('merge what is said twice and pass by what is no ref', () => {
    const product = productOf('p', {
      consumers: [
        { ref: 'team-b', state: 'intended' },
        { ref: 'group:default/team-b', state: 'active', purpose: 'Plan' },
        { ref: 'GROUP:default/Team-B', state: 'intended' },
        { ref: '::' },
        { ref: 'dataproduct:default/p' },
      ],
      inputPorts: [
        { name: 'one', source: 'q' },
        { name: 'two', source: 'dataproduct:default/q' },
        { name: 'three', externalSource: 'SAP' },
      ],
    });
    expect(edgesOf(product)).toEqual([
      'spec.consumers group:default/team-b {"state":"active","purpose":"Plan"}',
      'spec.inputPorts dataproduct:default/q {"ports":["one","two"]}',
    ]);
  });
});

describe('fieldTerms', () => {
  it('are the last names of the paths, with the path to show', () => {
    expect(
      fieldTerms([{ path: 'items[].sku_code' }, { path: 'items[]' }]),
    ).toEqual([
      { term: 'sku', source: 'field', text: 'items[].sku_code' },
      { term: 'code', source: 'field', text: 'items[].sku_code' },
      { term: 'skucode', source: 'field', text: 'items[].sku_code' },
      { term: 'items', source: 'field', text: 'items[]' },
    ]);
  });
});
