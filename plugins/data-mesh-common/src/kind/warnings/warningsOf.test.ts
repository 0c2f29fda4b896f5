import { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { parse } from 'yaml';
import { DataProductEntityV1alpha1 } from '../DataProductEntityV1alpha1';
import { warningsOf } from './warningsOf';

const now = new Date('2026-06-15T12:00:00Z');
const support = [{ channel: '#orders' }];
const annotation = (key: string, value: string) => ({
  annotations: { [`backstage-data-mesh.io/${key}`]: value },
});

function product(spec: JsonObject, metadata: object = {}) {
  return {
    apiVersion: 'backstage-data-mesh.io/v1alpha1',
    kind: 'DataProduct',
    metadata: { name: 'orders', ...metadata },
    spec: { owner: 'a', lifecycle: 'experimental', support, ...spec },
  } as DataProductEntityV1alpha1;
}

function short(entity: DataProductEntityV1alpha1) {
  return warningsOf(entity, { now }).map(w => `${w.code} ${w.path}`);
}

describe('warningsOf', () => {
  it.each<[string, JsonObject, object?]>([
    ['W1 spec.lifecycle', { status: 'active' }],
    ['W1 spec.lifecycle', { status: 'In-Development', lifecycle: 'retired' }],
    ['W1 spec.lifecycle', { status: 'sunset', lifecycle: 'unknown' }],
    ['W1 spec.lifecycle', { status: 'published', lifecycle: 'candidate' }],
    [
      'W2 spec.outputPorts[0].inputs[1]',
      {
        inputPorts: [{ name: 'a' }],
        outputPorts: [{ name: 'o', inputs: ['a', 'b'] }],
      },
    ],
    [
      'W2 spec.outputPorts[0].inputs[0]',
      { outputPorts: [{ name: 'o', inputs: ['b'] }] },
    ],
    ['W3 spec.outputPorts', { lifecycle: 'production' }],
    ['W3 spec.outputPorts', { lifecycle: 'Production', outputPorts: [] }],
    [
      'W3 spec.outputPorts[1].contract',
      {
        lifecycle: 'production',
        outputPorts: [{ name: 'o', contract: { id: 'x' } }, { name: 'p' }],
      },
    ],
    [
      'W4 spec.outputPorts[0]',
      { outputPorts: [{ name: 'o', deprecated: true }] },
    ],
    [
      'W4 spec.outputPorts[1]',
      {
        outputPorts: [
          { name: 'o', version: '1.9.0' },
          { name: 'o', version: '1.10.0', deprecated: true },
          { name: 'p', version: '2.0.0' },
        ],
      },
    ],
    ['W5 spec.version', { version: '1.0' }],
    ['W5 spec.version', { version: 'v2' }],
    ['W5 spec.version', { version: 'next' }],
    ['W6 spec.support', { support: [] }],
    ['W7 spec.owner', {}, annotation('owner-source', 'fallback')],
    [
      'W8 spec.descriptor.version',
      { descriptor: { format: 'bitol-odps', version: 'v1.0.0' } },
      annotation('descriptor-version', 'v1.1.0'),
    ],
    [
      'W9 spec.descriptor',
      {},
      annotation('descriptor-validation', 'warnings:3'),
    ],
    [
      'W9 spec.descriptor',
      {},
      annotation('descriptor-validation', 'unmappable'),
    ],
    // eslint-disable-next-line no-template-curly-in-string
    ['W10 spec.usage', { usage: 'in ${REGION:-eu} only' }],
    // eslint-disable-next-line no-template-curly-in-string
    ['W10 metadata.title', {}, { title: '${{ values.title }}' }],
    [
      'W10 spec.outputPorts[0].location',
      // eslint-disable-next-line no-template-curly-in-string
      { outputPorts: [{ name: 'o', location: '${DB}.orders' }] },
    ],
    [
      'W11 spec.stewards[1]',
      {
        stewards: ['sam', 'user:default/Jane'],
        team: {
          members: [{ username: 'jane@acme.com', dateOut: '2026-06-14' }],
        },
      },
    ],
    [
      'W11 spec.productOwner',
      {
        productOwner: 'jane',
        team: {
          members: [{ username: 'jane', dateOut: '2026-01-01T10:00:00Z' }],
        },
      },
    ],
    [
      'W12 spec.descriptor.content',
      {
        descriptor: { format: 'dpds', content: 'a: { $ref: ./ports/a.yaml }' },
      },
    ],
    [
      'W12 spec.descriptor.content',
      {
        descriptor: { format: 'dpds', content: '{"$href": "https://x.io/a"}' },
      },
    ],
  ])('%s for %j %j', (...[expected, spec, metadata]) => {
    expect(short(product(spec, metadata))).toEqual([expected]);
  });

  it.each<[string, JsonObject, object?]>([
    ['nothing is wrong', {}],
    [
      'status and lifecycle agree',
      {
        status: 'Active',
        lifecycle: 'production',
        outputPorts: [{ name: 'o', contract: { id: 'x' } }],
      },
    ],
    [
      'a proposal is a candidate',
      { status: 'proposed', lifecycle: 'candidate' },
    ],
    ['the status is a word of its own', { status: 'certified' }],
    [
      'the lifecycle is a word of its own',
      { status: 'active', lifecycle: 'beta' },
    ],
    [
      'a later version is there',
      {
        outputPorts: [
          { name: 'o', version: 'v1', deprecated: true },
          { name: 'o', version: '2.0' },
        ],
      },
    ],
    [
      'versions cannot be compared but another port lives',
      {
        outputPorts: [
          { name: 'o', deprecated: true },
          { name: 'o', version: 'next' },
        ],
      },
    ],
    ['the version has a suffix', { version: '1.0.0-rc.1+build.5' }],
    [
      'the declared version is spelled without v',
      { descriptor: { format: 'x', version: '1.1.0' } },
      annotation('descriptor-version', 'v1.1.0'),
    ],
    [
      'the descriptor is valid',
      {},
      annotation('descriptor-validation', 'valid'),
    ],
    [
      'the descriptor has no warnings',
      {},
      annotation('descriptor-validation', 'warnings:0'),
    ],
    ['the owner was read', {}, annotation('owner-source', 'team.name')],
    // eslint-disable-next-line no-template-curly-in-string
    [
      'the source file has variables',
      { descriptor: { format: 'x', content: 'a: ${B}' } },
    ],
    [
      'references stay in the file',
      { descriptor: { format: 'x', content: "$ref: '#/a'" } },
    ],
    [
      'somebody leaves today',
      {
        stewards: ['jane'],
        team: { members: [{ username: 'jane', dateOut: '2026-06-15' }] },
      },
    ],
    [
      'somebody came back',
      {
        stewards: ['jane'],
        team: {
          members: [
            { username: 'jane', dateOut: '2026-01-01' },
            { username: 'jane' },
          ],
        },
      },
    ],
    [
      'the leaver is no steward',
      {
        stewards: ['group:jane'],
        team: { members: [{ username: 'jane', dateOut: '2026-01-01' }] },
      },
    ],
    [
      'a date cannot be read',
      {
        stewards: ['jane'],
        team: { members: [{ username: 'jane', dateOut: 'last summer' }] },
      },
    ],
  ])('is silent when %s', (...[, spec, metadata]) => {
    expect(short(product(spec, metadata))).toEqual([]);
  });

  it('gives YAML that mends what it is about', () => {
    const merge = (into: JsonObject, add: JsonObject): JsonObject => {
      const merged: JsonObject = { ...into };
      for (const [key, value] of Object.entries(add)) {
        const old = merged[key];
        if (Array.isArray(old) && Array.isArray(value) && key !== 'stewards') {
          const fresh = value.filter(item => {
            const { name, version } = item as JsonObject;
            const same = (old as JsonObject[]).find(
              o => o.name === name && o.version === version,
            );
            return same ? !Object.assign(same, item) : true;
          });
          merged[key] = [...old, ...fresh];
        } else if (typeof value === 'object' && !Array.isArray(value) && old) {
          merged[key] = merge(old as JsonObject, value as JsonObject);
        } else {
          merged[key] = value;
        }
      }
      return merged;
    };
    const word = fc.constantFrom('a', 'b', 'c d', 'Ü: "x"', 'null', '1.0');
    const version = fc.constantFrom('1.0.0', 'v2', '1', 'x', '2.1');
    const spec = fc.record(
      {
        status: fc.constantFrom('active', 'draft', 'sunset', 'other'),
        lifecycle: fc.constantFrom('production', 'experimental', 'retired'),
        version,
        support: fc.constantFrom([], support),
        stewards: fc.uniqueArray(fc.constantFrom('jane', 'sam', 'user:kim')),
        inputPorts: fc.array(fc.record({ name: word })),
        outputPorts: fc.uniqueArray(
          fc.record(
            {
              name: word,
              version,
              inputs: fc.array(word, { maxLength: 2 }),
              deprecated: fc.boolean(),
              contract: fc.constant({ ref: 'c' }),
            },
            { requiredKeys: ['name'] },
          ),
          { selector: p => `${p.name} ${p.version}` },
        ),
        team: fc.constant({
          members: [{ username: 'jane', dateOut: '2020-01-01' }],
        }),
      },
      { requiredKeys: ['lifecycle'] },
    );
    const seen = new Set<string>();
    fc.assert(
      fc.property(spec, given => {
        const entity = product(JSON.parse(JSON.stringify(given)));
        for (const warning of warningsOf(entity, { now })) {
          if (!warning.yaml) {
            continue;
          }
          seen.add(warning.code);
          const mended: unknown = merge(
            JSON.parse(JSON.stringify(entity)),
            parse(warning.yaml),
          );
          const left = warningsOf(mended as DataProductEntityV1alpha1, {
            now,
          }).filter(
            w => w.message === warning.message && w.path === warning.path,
          );
          expect([warning, left]).toEqual([warning, []]);
        }
      }),
    );
    expect([...seen].sort()).toEqual([
      'W1',
      'W11',
      'W2',
      'W3',
      'W4',
      'W5',
      'W6',
    ]);
  });

  it('uses the present day by default', () => {
    const entity = product({
      stewards: ['jane'],
      team: { members: [{ username: 'jane', dateOut: '2020-01-01' }] },
    });
    expect(warningsOf(entity).map(w => w.code)).toEqual(['W11']);
  });

  it('speaks of standards by their full names', () => {
    const [w] = warningsOf(
      product(
        { descriptor: { format: 'odpi-odps' } },
        annotation('descriptor-validation', 'warnings:1'),
      ),
    );
    expect(w.message).toBe(
      'The source file breaks the rules of the Open Data Product Specification in 1 place.',
    );
  });
});
