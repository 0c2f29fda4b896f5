import { relationsOf } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import fc from 'fast-check';
import { dataProducts } from './__testUtils__/entities';
import { databases, startCatalog } from './__testUtils__/startCatalog';

jest.setTimeout(60_000);

const INVERSES = new Map(
  [
    ['ownedBy', 'ownerOf'],
    ['productOwnedBy', 'productOwnerOf'],
    ['stewardedBy', 'stewardOf'],
    ['partOf', 'hasPart'],
    ['dependsOn', 'dependencyOf'],
    ['providesApi', 'apiProvidedBy'],
    ['consumesApi', 'apiConsumedBy'],
    ['consumedBy', 'consumerOf'],
  ].flatMap(([a, b]) => [
    [a, b],
    [b, a],
  ]),
);

const SORTED = ['dependsOn', 'dependencyOf', 'providesApis', 'consumesApis'];

/** The catalog sorts these lists of every entity. */
function sorted(spec: Entity['spec']): Entity['spec'] {
  return Object.fromEntries(
    Object.entries(spec ?? {}).map(([key, value]) => [
      key,
      SORTED.includes(key) ? [...(value as string[])].sort() : value,
    ]),
  );
}

describe.each(databases.eachSupportedId())(
  'any valid data product in the real catalog, on %s',
  databaseId => {
    // Another sample each time; a failure names its seed.
    const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
    const given: Entity[] = fc
      .sample(dataProducts, { seed, numRuns: 200 })
      .map((entity, i) => ({
        ...entity,
        metadata: {
          ...entity.metadata,
          // The first ones are those that others refer to.
          name: `p-${i}`,
          annotations: {
            ...entity.metadata.annotations,
            'backstage.io/managed-by-location': 'file:/x',
            'backstage.io/managed-by-origin-location': 'file:/x',
          },
        },
      }));
    let catalog: Awaited<ReturnType<typeof startCatalog>>;
    let entities: Map<string, Entity>;

    beforeAll(async () => {
      catalog = await startCatalog({ databaseId, entities: given });
      entities = await catalog.settle(given.map(stringifyEntityRef));
    });

    afterAll(() => catalog?.stop());

    it(`keeps all its fields (seed ${seed})`, () => {
      expect([...catalog.refused]).toEqual([]);
      for (const entity of given) {
        const kept = entities.get(stringifyEntityRef(entity))!;
        expect({ seed, spec: kept.spec }).toEqual({
          seed,
          spec: sorted(entity.spec),
        });
        expect({ seed, metadata: kept.metadata }).toEqual({
          seed,
          metadata: {
            namespace: 'default',
            ...entity.metadata,
            uid: expect.any(String),
            etag: expect.any(String),
          },
        });
      }
    });

    it(`has the relations that follow from it, in pairs (seed ${seed})`, () => {
      const triples = new Set(
        [...entities].flatMap(([ref, { relations = [] }]) =>
          relations.map(({ type, targetRef }) => `${ref} ${type} ${targetRef}`),
        ),
      );
      expect(triples.size).toBeGreaterThan(500);
      for (const entity of given) {
        const ref = stringifyEntityRef(entity);
        for (const { type, target } of relationsOf(entity)) {
          expect(triples).toContain(
            `${ref} ${type} ${stringifyEntityRef(target)}`,
          );
        }
      }
      let pairs = 0;
      for (const triple of triples) {
        const [source, type, target] = triple.split(' ');
        const inverse = `${target} ${INVERSES.get(type)} ${source}`;
        const present = triples.has(inverse) || !entities.has(target);
        expect([triple, present]).toEqual([triple, true]);
        pairs += entities.has(target) ? 1 : 0;
      }
      expect(pairs).toBeGreaterThan(50);
    });
  },
);
