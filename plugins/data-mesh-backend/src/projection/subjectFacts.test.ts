import { Entity } from '@backstage/catalog-model';
import {
  factsOfProduct,
  noGoals,
  Organisation,
  ProductDescription,
  ProductIndex,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { JsonObject } from '@backstage/types';
import fc from 'fast-check';
import { entityOf, productOf } from '../__testUtils__/entities';
import { WORLD } from '../__testUtils__/world';
import { findAffected } from '../results/mesh/findAffected';
import { Mesh } from '../results/mesh/Mesh';
import { readSubjectFacts } from './subjectFacts';

describe('readSubjectFacts', () => {
  it('keeps what rules read of a product, and what is to be mended', () => {
    const [orders] = WORLD.filter(({ metadata }) => metadata.name === 'orders');
    const facts = readSubjectFacts({
      ...orders,
      metadata: {
        ...orders.metadata,
        annotations: {
          'backstage-data-mesh.io/promises-kept': 'true',
          'github.com/project-slug': 'a/b',
        },
      },
      spec: { ...orders.spec, productId: 'urn:orders' },
    });

    expect(facts).toMatchObject({
      product: {
        ref: 'dataproduct:default/orders',
        owner: 'group:default/team-a',
        domains: ['domain:default/care'],
      },
      productId: 'urn:orders',
      annotations: { 'backstage-data-mesh.io/promises-kept': 'true' },
    });
    expect(facts?.warnings?.map(({ code }) => code)).toContain('W6');
  });

  it('keeps what a domain says of itself, and nothing of others', () => {
    const annotations = { 'backstage-data-mesh.io/participates': 'true' };
    const entity = (kind: string) => entityOf(kind, 'x', {}, { annotations });

    expect(readSubjectFacts(entity('Domain'))).toEqual({ annotations });
    expect(readSubjectFacts(entityOf('Domain', 'x'))).toBeUndefined();
    expect(readSubjectFacts(entity('Group'))).toBeUndefined();
  });

  it('refuses what is no data product', () => {
    const odd = productOf('odd', { outputPorts: [null] } as never) as Entity;
    expect(() => readSubjectFacts(odd)).toThrow();
  });

  it('takes only what can be judged and compared with others', () => {
    const word = fc.constantFrom('a', 'group:default/a', 'domain:default/d');
    const anything = fc.oneof(
      word,
      fc.array(word, { maxLength: 3 }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.anything({ maxDepth: 2, withNullPrototype: false }),
    );
    const fields = [
      ...['owner', 'domain', 'type', 'lifecycle', 'purpose', 'productOwner'],
      ...['personas', 'consumers', 'inputPorts', 'outputPorts', 'inputs'],
      ...['initiatives', 'access', 'privacy', 'funding', 'terms', 'support'],
      ...['sla', 'mvpAt', 'notice', 'stewards', 'productId', 'dependsOn'],
    ];
    const [neighbour] = [productOf('b', { initiatives: ['x'] })].map(entity =>
      readSubjectFacts(entity),
    );
    let taken = 0;
    fc.assert(
      fc.property(
        fc
          .subarray(fields, { maxLength: 4 })
          .chain(names =>
            fc.record(Object.fromEntries(names.map(name => [name, anything]))),
          ),
        fc.option(anything, { nil: undefined, freq: 9 }),
        (spec, tags) => {
          const product = readOrRefuse(
            productOf(
              'a',
              spec as JsonObject,
              tags === undefined ? {} : { tags: tags as [] },
            ),
          );
          if (product) {
            taken += 1;
            judge(product, neighbour?.product as ProductDescription);
          }
        },
      ),
      { numRuns: 1000 },
    );
    expect(taken).toBeGreaterThan(100);
  });
});

function readOrRefuse(entity: Entity): ProductDescription | undefined {
  try {
    return readSubjectFacts(entity)?.product;
  } catch {
    return undefined;
  }
}

/** Computes what is computed of all products at once, and of a neighbour. */
function judge(odd: ProductDescription, neighbour: ProductDescription) {
  const stored: ProductDescription[] = JSON.parse(
    JSON.stringify([odd, neighbour]),
  );
  const index = new ProductIndex(
    stored.map(product => ({ product, uses: [], businessKeys: [] })),
  );
  const context = {
    today: '2026-03-01',
    organisation: new Organisation({ users: [], groups: [], domains: [] }),
    centralTeams: [],
    centralStores: [],
    goals: noGoals,
  };
  const mesh = new Mesh({
    context,
    products: new Map(
      stored.map(description => [
        description.ref,
        {
          ref: description.ref,
          description,
          digest: '',
          annotations: {},
          uses: [
            { user: 'dataproduct:default/a', state: 'active' },
            {
              user: 'group:default/a',
              team: 'group:default/a',
              state: 'active',
            },
          ],
          contracts: {},
          contractDigests: {},
          level: null,
          target: null,
        },
      ]),
    ),
    domains: new Map(),
    unreadable: new Set(),
    people: new Map(),
    index,
    organisationMark: '',
    owners: new Map(),
  });
  expect(mesh.links.serves).toBeDefined();
  mesh.products.forEach(product => mesh.inputsOf(product));
  expect(findAffected(mesh, ['group:default/a']).products.size).toBe(2);
  factsOfProduct({
    mesh: context,
    product: stored[1],
    contracts: {},
    uses: [],
    ...index.of(stored[1].ref),
    evidence: {},
    consumerAnswers: [],
    ownerEvidence: {},
  });
}
