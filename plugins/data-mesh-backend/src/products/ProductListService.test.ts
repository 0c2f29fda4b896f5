import {
  ProductList,
  ProductQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { contractOf, entityOf, productOf } from '../__testUtils__/entities';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { manyEntities } from '../__testUtils__/many';
import {
  createProjection,
  createTestDatabases,
  migrated,
} from '../__testUtils__/projection';
import { defaultRuleSets } from '../__testUtils__/ruleSets';
import { WORLD } from '../__testUtils__/world';
import { Visibility } from '../visibility/Visibility';
import { ProductListService } from './ProductListService';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('the list of products on %s', id => {
  async function setUp(entities = WORLD) {
    const knex = await migrated(await databases.init(id));
    await createProjection(knex, new FakeCatalog(entities)).pass.run();
    const service = new ProductListService(knex, defaultRuleSets());
    const list = (query: ProductQuery = {}, visibility: Visibility = 'all') =>
      service.getProducts(query, visibility);
    return { knex, list };
  }
  let world: Awaited<ReturnType<typeof setUp>>;
  beforeAll(async () => {
    world = await setUp();
  });
  const names = ({ items }: ProductList) =>
    items.map(({ ref }) => ref.split('/')[1]);

  it('shows what a product is', async () => {
    const { list } = world;
    const { items, total, all } = await list({ sort: 'used' });
    expect({ total, all }).toEqual({ total: 3, all: 3 });
    expect(items[0]).toEqual({
      ref: 'dataproduct:default/orders',
      title: 'Lab orders',
      purpose: 'All orders of the laboratory',
      type: 'source-aligned',
      lifecycle: 'production',
      classification: 'internal',
      version: undefined,
      domain: {
        ref: 'domain:default/care',
        title: 'Patient care',
        exists: true,
      },
      owner: { ref: 'group:default/team-a', title: 'Team A', exists: true },
      productOwner: { ref: 'user:default/ann', title: 'ann', exists: true },
      portTypes: ['sql'],
      usedByTeams: 2,
      usedByOwnTeam: false,
      successor: undefined,
      level: undefined,
      target: undefined,
      meetsTarget: undefined,
      matches: [],
    });
    expect(items.find(({ title }) => title === 'report')).toMatchObject({
      owner: {
        ref: 'group:default/gone-team',
        title: 'gone-team',
        exists: false,
      },
      successor: { title: 'forecast', exists: true },
    });
  });

  it.each<[string, string[]]>([
    ['orders', ['orders']],
    ['lab', ['orders']],
    ['LABOR', ['orders']],
    ['temperature_class', ['orders']],
    ['temperatureClass', ['orders']],
    ['temperaturecl', ['orders']],
    ['temp lab', ['orders']],
    ['temp nothing', []],
    ['emperature', []],
    ['fore', ['forecast']],
    ['all of the', ['orders']],
    ['%', []],
    ["o' or 1=1 --", []],
  ])('finds %s', async (text, expected) => {
    const { list } = world;
    const found = await list({ text });
    expect(names(found)).toEqual(expected);
    expect(found).toMatchObject({ total: expected.length, all: 3 });
  });

  it('says why a product was found', async () => {
    const { list } = world;
    const { items } = await list({ text: 'temp lab' });
    expect(items[0].matches).toEqual([
      { in: 'title', text: 'Lab orders', contract: undefined },
      { in: 'tag', text: 'laboratory', contract: undefined },
      {
        in: 'field',
        text: 'temperature_class',
        contract: {
          ref: 'api:default/orders-v1',
          title: 'orders-v1',
          exists: true,
        },
      },
      {
        in: 'purpose',
        text: 'All orders of the laboratory',
        contract: undefined,
      },
    ]);
  });

  it('puts names before fields and whole words before beginnings', async () => {
    const { list } = await setUp([
      contractOf('c', ['stock']),
      productOf('by-field', { providesApis: ['c'] }),
      productOf('stocks'),
      productOf('stock'),
      productOf('by-purpose', { purpose: 'Stock of all kinds' }),
    ]);
    expect(names(await list({ text: 'stock' }))).toEqual([
      'stock',
      'stocks',
      'by-purpose',
      'by-field',
    ]);
  });

  it.each<[ProductQuery, string[]]>([
    [{ domain: ['care'] }, ['forecast', 'orders']],
    [{ domain: ['domain:default/CARE'] }, ['forecast', 'orders']],
    [{ type: ['aggregate'] }, ['forecast']],
    [
      { type: ['aggregate', 'source-aligned'], lifecycle: ['production'] },
      ['orders'],
    ],
    [{ owner: ['team-a', 'group:default/gone-team'] }, ['orders', 'report']],
    [{ classification: ['internal'] }, ['orders']],
    [{ persona: ['analyst', 'auditor'] }, ['orders']],
    [{ used: ['yes'] }, ['orders']],
    [{ used: ['no'] }, ['forecast', 'report']],
    [{ used: ['yes', 'no'] }, ['forecast', 'orders', 'report']],
    [{ consumer: ['team-b'] }, ['orders']],
    [{ consumer: ['team-c'] }, ['orders']],
    [{ consumer: ['dream'] }, []],
    [{ consumer: ['gone-team'] }, ['forecast']],
    [{ answerable: ['ann'] }, ['orders']],
    [{ answerable: ['group:default/team-c'] }, ['forecast']],
    [{ text: 'orders', type: ['aggregate'] }, []],
  ])('filters by %j', async (query, expected) => {
    const { list } = world;
    // By title: "Lab orders" stands between.
    expect(names(await list({ ...query, sort: 'title' })).sort()).toEqual(
      expected,
    );
  });

  it('refuses what is no ref, and too many words', async () => {
    const { list } = world;
    await expect(list({ domain: ['::'] })).rejects.toThrow(
      'domain: "::" is no entity ref; write it like domain:default/name',
    );
    await expect(list({ text: 'a b c d e f g h i j k l m' })).rejects.toThrow(
      'text: at most 12 words',
    );
  });

  it('counts each filter over what the others leave', async () => {
    const { list } = world;
    const { facets, total } = await list({
      type: ['aggregate'],
      lifecycle: ['production'],
      owner: ['nobody'],
    });
    expect(total).toBe(0);
    const counted = (facet: keyof typeof facets) =>
      facets[facet].map(({ value, count }) => `${value} ${count}`);
    expect(counted('type')).toEqual(['aggregate 0']);
    expect(counted('owner')).toEqual(['group:default/nobody 0']);
    expect(facets.owner[0].title).toBe('nobody');

    const { facets: others } = await list({ type: ['aggregate'] });
    expect(others.type.map(v => `${v.value} ${v.count}`)).toEqual([
      'aggregate 1',
      'source-aligned 1',
    ]);
    expect(others.domain).toEqual([
      { value: 'domain:default/care', title: 'Patient care', count: 1 },
    ]);
  });

  it('agrees with counting one by one, for all filters and orders', async () => {
    const { list } = await setUp(variety());
    const all = (await list({ limit: 100 })).items;
    expect(all).toHaveLength(60);
    for (const query of someQueries(80)) {
      const found = await list({ ...query, limit: 100 });
      const expected = all.filter(product => keeps(product, query));
      expect(names(found).sort()).toEqual(
        expected.map(({ ref }) => ref.split('/')[1]).sort(),
      );
      expect(found.total).toBe(expected.length);
      for (const facet of ['type', 'lifecycle', 'owner', 'used'] as const) {
        const rest = { ...query, [facet]: undefined };
        const counts = new Map<string, number>();
        for (const product of all.filter(p => keeps(p, rest))) {
          const value = valueOf(product, facet);
          if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
        }
        expect(
          new Map(
            found.facets[facet]
              .filter(({ count }) => count > 0)
              .map(({ value, count }) => [value, count]),
          ),
        ).toEqual(counts);
      }
    }
  });

  it.each(['title', 'used', 'level', 'domain', 'match'] as const)(
    'pages forth and back by %s without losing or repeating one',
    async sort => {
      const { knex, list } = await setUp(variety());
      await giveLevels(knex);
      const query = { sort, text: sort === 'match' ? 'product' : undefined };
      const whole = names(await list({ ...query, limit: 100 }));
      const forth: string[][] = [];
      let page = await list({ ...query, limit: 7 });
      expect(page.prevCursor).toBeUndefined();
      forth.push(names(page));
      while (page.nextCursor) {
        page = await list({ ...query, limit: 7, cursor: page.nextCursor });
        forth.push(names(page));
      }
      expect(forth.flat()).toEqual(whole);
      const back = [names(page)];
      while (page.prevCursor) {
        page = await list({ ...query, limit: 7, cursor: page.prevCursor });
        back.unshift(names(page));
      }
      expect(back).toEqual(forth);
      expect(page.nextCursor).toBeDefined();
    },
  );

  it('orders by use, by domain with those without at the end', async () => {
    const { list } = await setUp([
      ...WORLD,
      entityOf('Domain', 'a-domain'),
      productOf('z', { domain: 'a-domain' }),
    ]);
    expect(names(await list({ sort: 'domain' }))).toEqual([
      'z',
      'forecast',
      'orders',
      'report',
    ]);
    expect(names(await list({ sort: 'used' }))[0]).toBe('orders');
  });

  it('tells level and target, and filters and counts by them', async () => {
    const { knex, list } = await setUp(variety());
    const stored = await giveLevels(knex);
    const all = (await list({ limit: 100 })).items;
    for (const { ref, level, target, meetsTarget } of all) {
      const row = stored.get(ref)!;
      expect({ level, target }).toEqual({
        level: row.level ?? undefined,
        target: row.target ?? undefined,
      });
      expect(meetsTarget).toBe(
        row.level === null || row.target === null
          ? undefined
          : row.level >= row.target,
      );
    }
    expect(new Set(all.map(product => product.meetsTarget))).toEqual(
      new Set([true, false, undefined]),
    );
    for (const query of [
      { level: ['2'] },
      { level: ['0', '03'] },
      { target: ['yes' as const] },
      { target: ['no' as const], level: ['1', '2'] },
      { target: ['yes' as const, 'no' as const], type: ['aggregate'] },
      { level: ['9'] },
    ]) {
      const levels = query.level?.map(Number);
      const expected = all.filter(
        ({ level, meetsTarget, type }) =>
          (!levels || levels.includes(level ?? -1)) &&
          (!query.target ||
            query.target.some(
              word =>
                meetsTarget !== undefined && (word === 'yes') === meetsTarget,
            )) &&
          (!query.type || query.type.includes(type ?? '')),
      );
      const found = await list({ ...query, limit: 100 });
      expect(found.total).toBe(expected.length);
      expect(names(found)).toEqual(
        expected.map(({ ref }) => ref.split('/')[1]),
      );
    }

    const { facets } = await list({ level: ['1'], target: ['yes'] });
    const count = (fits: (product: Product) => boolean) =>
      all.filter(fits).length;
    expect(facets.level).toEqual(
      [0, 1, 2, 3].flatMap(level => {
        const left = count(
          product => product.level === level && product.meetsTarget === true,
        );
        const title = ['Listed', 'Owned', 'Usable', 'Trusted'][level];
        return left || level === 1
          ? [{ value: String(level), title, count: left }]
          : [];
      }),
    );
    expect(facets.target).toEqual(
      ['no', 'yes'].map(value => ({
        value,
        title: value,
        count: count(
          product =>
            product.level === 1 && product.meetsTarget === (value === 'yes'),
        ),
      })),
    );
    await expect(list({ level: ['high'] })).rejects.toThrow(
      'level: "high" is no level; levels are whole numbers, counted from 0',
    );
  });

  it('orders by level, the highest first and the unknown last', async () => {
    const { knex, list } = await setUp(variety());
    await giveLevels(knex);
    const { items } = await list({ sort: 'level', limit: 100 });
    const levels = items.map(({ level }) => level ?? -1);
    expect(levels).toEqual([...levels].sort((a, b) => b - a));
    expect(levels.at(-1)).toBe(-1);
  });

  it('keeps levels to those who may see the product', async () => {
    const { knex, list } = await setUp(variety());
    await giveLevels(knex);
    const visible = new Set(['dataproduct:default/product-1']);
    const { items, facets } = await list({}, visible);
    expect(items).toMatchObject([{ level: 1 }]);
    expect(facets.level).toMatchObject([{ value: '1', count: 1 }]);
  });

  it('keeps its place while products come and go', async () => {
    const { knex, list } = await setUp(variety());
    const first = await list({ limit: 10 });
    const second = await list({ limit: 10, cursor: first.nextCursor });
    await knex('products').where({ ref: first.items[3].ref }).delete();
    await knex('products').where({ ref: first.items[9].ref }).delete();
    expect(names(await list({ limit: 10, cursor: first.nextCursor }))).toEqual(
      names(second),
    );
  });

  it('refuses a cursor that was made up or is of another search', async () => {
    const { list } = world;
    await expect(list({ cursor: 'nonsense' })).rejects.toThrow(
      'cursor: this is no cursor of this list',
    );
    const { nextCursor } = await list({ limit: 1 });
    await expect(
      list({ cursor: nextCursor, type: ['aggregate'] }),
    ).rejects.toThrow('cursor: it belongs to another search');
    const forged = Buffer.from(
      Buffer.from(nextCursor!, 'base64url')
        .toString()
        .replace(/"k":\[[^\]]*\]/, '"k":[1,"x","y"]'),
    ).toString('base64url');
    await expect(list({ cursor: forged })).rejects.toThrow('cursor: ');
  });

  it('asks the database as often for 300 products as for 10', async () => {
    const counts: number[][] = [];
    for (const products of [10, 300]) {
      const { knex, list } = await setUp(manyEntities(products));
      const refs = await knex('subjects').select('ref');
      const some = new Set(refs.map(row => row.ref));
      counts.push([
        await statements(knex, () => list()),
        await statements(knex, () => list({ limit: 100, text: 'field' })),
        await statements(knex, () => list({ used: ['yes'], text: 'many' })),
        await statements(knex, () => list({ level: ['1'], sort: 'level' })),
        await statements(knex, () => list({ text: 'many' }, some)),
      ]);
    }
    expect(counts).toEqual([
      [2, 3, 3, 2, 3],
      [2, 3, 3, 2, 3],
    ]);
  });

  it('shows nothing to those who may see nothing', async () => {
    const { list } = world;
    expect(await list({ text: 'orders' }, new Set())).toMatchObject({
      items: [],
      total: 0,
      all: 0,
    });
  });

  it('leaves a hidden contract, team and domain out of everything', async () => {
    const { knex, list } = world;
    const refs = (await knex('subjects').select('ref')).map(row => row.ref);
    const but = (...hidden: string[]) =>
      new Set(refs.filter(ref => !hidden.includes(ref)));

    const noContract = but('api:default/orders-v1');
    expect(names(await list({ text: 'temp' }, noContract))).toEqual([]);
    expect(names(await list({ text: 'lab' }, noContract))).toEqual(['orders']);

    const noTeam = but('group:default/team-b');
    const { items, facets } = await list({ used: ['yes'] }, noTeam);
    expect(items).toMatchObject([{ title: 'Lab orders', usedByTeams: 1 }]);
    expect(facets.used).toMatchObject([{ count: 2 }, { count: 1 }]);
    expect((await list({ consumer: ['team-b'] }, noTeam)).total).toBe(0);

    const noDomain = but('domain:default/care');
    const hidden = await list({}, noDomain);
    expect(JSON.stringify(hidden)).not.toMatch(/care/);
    expect(hidden).toMatchObject({ total: 3, all: 3, facets: { domain: [] } });
    expect((await list({ domain: ['care'] }, noDomain)).total).toBe(0);

    const noOwner = but('group:default/team-a');
    expect(JSON.stringify(await list({}, noOwner))).not.toMatch(/team-a/i);
    expect((await list({ owner: ['team-a'] }, noOwner)).total).toBe(0);
    expect((await list({ answerable: ['team-a'] }, noOwner)).total).toBe(0);

    const noUser = but(
      'dataproduct:default/forecast',
      'component:default/board',
    );
    expect((await list({ used: ['yes'] }, noUser)).items).toMatchObject([
      { title: 'Lab orders', usedByTeams: 1 },
    ]);
    expect(await list({}, noUser)).toMatchObject({ total: 2, all: 2 });
  });
});

/** Levels of all sorts; some products were not evaluated yet. */
async function giveLevels(
  knex: Knex,
): Promise<Map<string, { level: number | null; target: number | null }>> {
  const rows = await knex('products').select('ref');
  const given = new Map(
    rows.map(({ ref }) => {
      const n = Number(ref.split('-').pop());
      const level = n % 9 === 8 ? null : n % 4;
      return [ref, { level, target: level === null || n % 5 === 0 ? null : 2 }];
    }),
  );
  for (const [ref, values] of given) {
    await knex('products').where({ ref }).update(values);
  }
  return given;
}

async function statements(
  knex: Knex,
  run: () => Promise<unknown>,
): Promise<number> {
  let count = 0;
  const note = () => {
    count += 1;
  };
  knex.on('query', note);
  await run();
  knex.removeListener('query', note);
  return count;
}

const TYPES = ['source-aligned', 'aggregate', 'consumer-aligned'];
const LIFECYCLES = ['experimental', 'production', 'deprecated'];

/** 60 products of all sorts, some with equal titles. */
function variety() {
  const groups = [0, 1, 2, 3].map(n => entityOf('Group', `team-${n}`));
  const domains = [0, 1, 2].map(n => entityOf('Domain', `domain-${n}`));
  const products = Array.from({ length: 60 }, (_, i) =>
    productOf(
      `product-${i}`,
      {
        owner: `group:default/team-${i % 5}`,
        domain: i % 4 < 3 ? `domain-${i % 4}` : undefined,
        type: i % 7 === 0 ? undefined : TYPES[i % 3],
        lifecycle: LIFECYCLES[i % 2],
        consumers:
          i % 3 === 0
            ? [0, 1, 2].slice(0, i % 4).map(n => ({ ref: `team-${n}` }))
            : [],
      },
      { title: `Product ${i % 11}` },
    ),
  );
  return [...groups, ...domains, ...products];
}

type Product = ProductList['items'][number];

function valueOf(
  product: Product,
  facet: 'type' | 'lifecycle' | 'owner' | 'domain' | 'used',
): string | undefined {
  switch (facet) {
    case 'used':
      return product.usedByTeams > 0 ? 'yes' : 'no';
    case 'owner':
    case 'domain':
      return product[facet]?.ref;
    default:
      return product[facet];
  }
}

function keeps(product: Product, query: ProductQuery): boolean {
  return (['type', 'lifecycle', 'owner', 'domain', 'used'] as const).every(
    facet => {
      const values: string[] | undefined = query[facet];
      return !values || values.includes(valueOf(product, facet) ?? '');
    },
  );
}

/** Queries with every mix of filters, the same in every run. */
function someQueries(count: number): ProductQuery[] {
  const take = <T>(n: number, values: T[]) =>
    n % (values.length + 1) === 0 ? undefined : [values[n % values.length]];
  return Array.from({ length: count }, (_, n) => ({
    type: take(n, TYPES),
    lifecycle: take(Math.floor(n / 2), LIFECYCLES),
    owner: take(Math.floor(n / 3), [
      'group:default/team-0',
      'group:default/team-1',
      'group:default/team-4',
    ]),
    domain: take(Math.floor(n / 5), ['domain:default/domain-1']),
    used: take<'yes' | 'no'>(Math.floor(n / 7), ['yes', 'no']),
    sort: (['title', 'used', 'domain'] as const)[n % 3],
  }));
}
