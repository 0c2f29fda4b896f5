import { Entity } from '@backstage/catalog-model';
import { JsonObject, JsonValue } from '@backstage/types';
import fc from 'fast-check';
import { checkDataProduct } from './checkDataProduct';

function product(spec: JsonObject, metadata: object = {}): Entity {
  return {
    apiVersion: 'backstage-data-mesh.io/v1alpha1',
    kind: 'DataProduct',
    metadata: { name: 'orders', ...metadata },
    spec: { owner: 'a', lifecycle: 'production', ...spec },
  };
}

const long = 'x'.repeat(300);

describe('checkDataProduct', () => {
  it.each<[string, string, JsonObject]>([
    [
      'E2',
      'spec.outputPorts[1]',
      { outputPorts: [{ name: 'a' }, { name: 'a' }] },
    ],
    [
      'E2',
      'spec.outputPorts[2]',
      {
        outputPorts: [
          { name: 'a', version: '1.0.0' },
          { name: 'a', version: '2.0.0' },
          { name: 'a', version: '1.0.0' },
        ],
      },
    ],
    [
      'E3',
      'spec.outputPorts[0].contract',
      { outputPorts: [{ name: 'a', contract: {} }] },
    ],
    [
      'E3',
      'spec.inputPorts[1].contract',
      {
        inputPorts: [{ name: 'a' }, { name: 'b', contract: { version: '1' } }],
      },
    ],
    ['E4', 'spec.owner', { owner: 'component:default/a' }],
    ['E4', 'spec.owner', { owner: 'Order Insights' }],
    ['E4', 'spec.owner', { owner: 'group:default/a/b' }],
    ['E4', 'spec.owner', { owner: ':' }],
    ['E4', 'spec.owner', { owner: 'group:' }],
    ['E4', 'spec.owner', { owner: '/a' }],
    ['E4', 'spec.owner', { owner: 'a:b:c' }],
    ['E4', 'spec.owner', { owner: `group:default/${long}` }],
    ['E4', 'spec.productOwner', { productOwner: 'group:default/a' }],
    ['E4', 'spec.stewards[1]', { stewards: ['jane', 'system:x'] }],
    ['E4', 'spec.domain', { domain: 'system:x' }],
    ['E4', 'spec.system', { system: 'domain:x' }],
    ['E4', 'spec.components[0]', { components: ['system:x'] }],
    ['E4', 'spec.dependsOn[0]', { dependsOn: ['x'] }],
    ['E4', 'spec.dependsOn[0]', { dependsOn: ['user:x'] }],
    ['E4', 'spec.dependencyOf[0]', { dependencyOf: ['default/x'] }],
    ['E4', 'spec.providesApis[0]', { providesApis: ['component:x'] }],
    ['E4', 'spec.consumesApis[0]', { consumesApis: ['component:x'] }],
    [
      'E4',
      'spec.inputPorts[0].source',
      { inputPorts: [{ name: 'a', source: 'user:x' }] },
    ],
    [
      'E4',
      'spec.inputPorts[0].contract.ref',
      { inputPorts: [{ name: 'a', contract: { ref: 'resource:x' } }] },
    ],
    [
      'E4',
      'spec.outputPorts[0].resource',
      { outputPorts: [{ name: 'a', resource: 'api:x' }] },
    ],
    ['E4', 'spec.consumers[0].ref', { consumers: [{ ref: 'user:x' }] }],
    ['E4', 'spec.access.approver', { access: { approver: 'system:x' } }],
    [
      'E4',
      'spec.deprecation.successor',
      { deprecation: { successor: 'api:x' } },
    ],
    ['E5', 'spec.Owner', { Owner: 'b' }],
    ['E5', 'spec.team.Name', { team: { name: 'a', Name: {} } }],
    [
      'E5',
      'spec.outputPorts[0].Name',
      { outputPorts: [{ name: 'a', Name: [] }] },
    ],
    [
      'E5',
      'spec.customProperties[0].value.a[0].FOO',
      {
        customProperties: [
          { property: 'p', value: { a: [{ foo: 1, FOO: 2 }] } },
        ],
      },
    ],
    [
      'E5',
      'spec.customProperties[1].value.Team',
      {
        customProperties: [
          { property: 'p', value: { team: 'x' } },
          { property: 'q', value: { Team: 'y' } },
        ],
      },
    ],
    ['E5', 'spec.x.Y', { 'x.y': 1, x: { Y: 1 } }],
    ['E1', 'spec.usage', { usage: 'a\u0000b' }],
  ])('%s at %s for %j', (code, path, spec) => {
    const problems = checkDataProduct(product(spec));
    expect(problems).toEqual([
      expect.objectContaining({ code, path, fix: expect.any(String) }),
    ]);
    const [{ message, found, allowed }] = problems;
    expect(message).toContain(path);
    expect(message).toContain(found);
    expect(message).toContain(allowed);
    expect(message.length).toBeLessThan(500);
  });

  it('finds keys beside the spec', () => {
    const paths = (metadata: object) =>
      checkDataProduct(product({}, metadata)).map(p => `${p.code} ${p.path}`);
    expect(paths({ Name: 'x' })).toEqual(['E5 metadata.Name']);
    // The catalog adds these itself, so one of them is enough to collide.
    expect(paths({ UID: 'x' })).toEqual(['E5 metadata.UID']);
    expect(paths({ Namespace: 'x' })).toEqual(['E5 metadata.Namespace']);
    expect(paths({ annotations: { 'a.b/c': 'x', 'A.b/c': 'y' } })).toEqual([
      'E5 metadata.annotations["A.b/c"]',
    ]);
  });

  it.each<[string, JsonObject]>([
    ['names differ', { outputPorts: [{ name: 'a' }, { name: 'b' }] }],
    [
      'versions differ',
      { outputPorts: [{ name: 'a', version: '1' }, { name: 'a' }] },
    ],
    [
      'input ports share a name',
      { inputPorts: [{ name: 'a' }, { name: 'a' }] },
    ],
    [
      'a contract has an id',
      { inputPorts: [{ name: 'a', contract: { id: 'x' } }] },
    ],
    [
      'the kind is in another case',
      { owner: 'GROUP:default/a', domain: 'DOMAIN:d' },
    ],
    ['a name is not in the catalog', { owner: 'group:default/übung_1.2' }],
    ['values differ in case', { tags: ['PII', 'pii'], personas: ['A', 'a'] }],
    [
      'list items spell a key differently without a value to index',
      { x: [{ a: { One: [] } }, { a: { one: [] } }] },
    ],
    [
      'keys are named like members of objects',
      { constructor: 'x', toString: 1 },
    ],
    [
      'a value is of a wrong type',
      { owner: 3, outputPorts: 'x', inputPorts: [1] },
    ],
  ])('is content when %s', (_, spec) => {
    expect(checkDataProduct(product(spec))).toEqual([]);
  });

  it('sees own keys named __proto__', () => {
    const spec = JSON.parse('{"__proto__":{"a":1,"A":2},"__PROTO__":3}');
    const problems = checkDataProduct(product({ nested: spec }));
    expect(problems.map(p => p.path)).toEqual([
      'spec.nested.__proto__.A',
      'spec.nested.__PROTO__',
    ]);
  });

  it('lists all problems of one entity', () => {
    const codes = checkDataProduct(
      product({
        domain: 'user:x',
        DOMAIN: 'x',
        outputPorts: [{ name: 'a', contract: {} }, { name: 'a' }],
      }),
    ).map(p => p.code);
    expect(codes.sort()).toEqual(['E2', 'E3', 'E4', 'E5']);
  });

  it('keeps messages short whatever was found', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 0, maxLength: 2000 }), text => {
        const problems = checkDataProduct(
          product({ owner: `system:${text}`, domain: { [text]: text } }),
        );
        for (const problem of problems) {
          expect(problem.message.length).toBeLessThan(900);
        }
      }),
    );
  });

  it('reports what the search index of the catalog would refuse', () => {
    // The catalog's own check: joined keys that are equal but for their case.
    const joined = (value: JsonValue | undefined, at: string): string[] => {
      if (Array.isArray(value)) {
        return value.flatMap(item => joined(item, at));
      }
      if (typeof value === 'object' && value !== null) {
        return Object.entries(value).flatMap(([key, item]) =>
          joined(item, `${at}.${key}`),
        );
      }
      return [at];
    };
    const json = fc.letrec<{ value: JsonValue }>(tie => ({
      value: fc.oneof(
        { depthSize: 'medium' },
        fc.integer(),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'A', 'b', 'B', 'a.b'), tie('value')),
      ),
    })).value;
    let refused = 0;
    fc.assert(
      fc.property(json, value => {
        const keys = new Set(joined(value, 'spec.x'));
        const lower = new Set([...keys].map(key => key.toLowerCase()));
        const collides = keys.size !== lower.size;
        refused += collides ? 1 : 0;
        const problems = checkDataProduct(product({ x: value }));
        expect([value, collides && problems.length === 0]).toEqual([
          value,
          false,
        ]);
      }),
      { numRuns: 500 },
    );
    expect(refused).toBeGreaterThan(10);
  });
});
