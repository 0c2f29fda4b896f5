import {
  MissingFieldsList,
  missingFieldsListSchema,
  MissingFieldsQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { entityOf, productOf } from '../__testUtils__/entities';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { manyEntities } from '../__testUtils__/many';
import {
  createProjection,
  createTestDatabases,
  migrated,
} from '../__testUtils__/projection';
import { WORLD } from '../__testUtils__/world';
import { Visibility } from '../visibility/Visibility';
import { MissingFieldsService } from './MissingFieldsService';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const SHEET = [
  ...WORLD,
  productOf('bare', {
    owner: 'group:default/team-b',
    lifecycle: 'unknown',
    classification: 'top-secret',
    productOwner: 'nobody',
    version: '0.1',
    notice: '30d',
  }),
];

describe.each(databases.eachSupportedId())('missing fields on %s', id => {
  async function setUp(entities = SHEET) {
    const knex = await migrated(await databases.init(id));
    await createProjection(knex, new FakeCatalog(entities)).pass.run();
    const service = new MissingFieldsService(knex);
    const sheet = (
      query: MissingFieldsQuery = {},
      visibility: Visibility = 'all',
    ) => service.getSheet(query, visibility);
    return { knex, sheet };
  }
  let world: Awaited<ReturnType<typeof setUp>>;
  beforeAll(async () => {
    world = await setUp();
  });
  const names = ({ items }: MissingFieldsList) =>
    items.map(({ ref }) => ref.split('/')[1]);
  const row = ({ items }: MissingFieldsList, name: string) =>
    items.find(({ ref }) => ref === `dataproduct:default/${name}`);

  it('tells what the catalog files say and lack', async () => {
    const list = await world.sheet();
    expect(missingFieldsListSchema.safeParse(list).error).toBeUndefined();
    expect({ total: list.total, all: list.all }).toEqual({ total: 4, all: 4 });
    expect(row(list, 'orders')).toEqual({
      ref: 'dataproduct:default/orders',
      title: 'Lab orders',
      fields: {
        owner: { value: 'group:default/team-a', title: 'Team A' },
        productOwner: { value: 'user:default/ann', title: 'ann' },
        domain: { value: 'domain:default/care', title: 'Patient care' },
        purpose: { value: 'All orders of the laboratory' },
        type: { value: 'source-aligned' },
        lifecycle: { value: 'production' },
        classification: { value: 'internal' },
      },
      missing: ['version', 'notice'],
      hidden: [],
    });
  });

  it('counts what nobody knows, and what is not in the catalog, as missing', async () => {
    const list = await world.sheet();
    expect(row(list, 'bare')).toMatchObject({
      missing: ['productOwner', 'domain', 'purpose', 'type', 'lifecycle'],
      fields: {
        productOwner: { value: 'user:default/nobody' },
        notice: { value: '30d' },
      },
    });
    expect(row(list, 'report')).toMatchObject({
      missing: expect.arrayContaining(['owner', 'domain']),
      fields: { owner: { value: 'group:default/gone-team' } },
    });
  });

  it.each<[MissingFieldsQuery, string[]]>([
    [{ missing: ['owner'] }, ['report']],
    [{ missing: ['owner', 'lifecycle'] }, ['bare', 'report']],
    [{ domain: ['care'], missing: ['purpose'] }, ['forecast']],
    [{ owner: ['team-b'] }, ['bare']],
    [{ text: 'labo' }, ['orders']],
    [{ text: 'labo', missing: ['owner'] }, []],
    [{ domain: ['nowhere'] }, []],
  ])('finds %j', async (query, expected) => {
    const list = await world.sheet(query);
    expect(names(list)).toEqual(expected);
    expect(list.total).toBe(expected.length);
    expect(list.all).toBe(4);
  });

  it('counts each filter over what the others leave', async () => {
    const { facets, words } = await world.sheet({ missing: ['owner'] });
    expect(facets.domain).toEqual([]);
    expect(facets.owner).toEqual([
      { value: 'group:default/gone-team', title: 'gone-team', count: 1 },
    ]);
    const missing = Object.fromEntries(
      facets.missing.map(({ value, count }) => [value, count]),
    );
    expect(missing).toEqual({
      owner: 1,
      productOwner: 3,
      domain: 2,
      purpose: 3,
      type: 2,
      lifecycle: 1,
      classification: 2,
      version: 3,
      notice: 3,
    });
    expect(words.lifecycle).not.toContain('unknown');
    expect(words.classification).toEqual([
      'public',
      'internal',
      'restricted',
      'sensitive',
      'top-secret',
    ]);
  });

  it('keeps what is chosen among the choices', async () => {
    const { facets } = await world.sheet({ domain: ['care', 'none'] });
    expect(facets.domain.map(({ title, count }) => [title, count])).toEqual([
      ['none', 0],
      ['Patient care', 2],
    ]);
  });

  it('leaves out what the caller may not see, without calling it missing', async () => {
    const visible = new Set([
      'dataproduct:default/orders',
      'dataproduct:default/report',
      'group:default/team-b',
    ]);
    const list = await world.sheet({}, visible);
    expect({ total: list.total, all: list.all }).toEqual({ total: 2, all: 2 });
    expect(row(list, 'orders')).toMatchObject({
      hidden: ['owner', 'productOwner', 'domain'],
      missing: ['version', 'notice'],
    });
    // That it does not exist is no secret.
    expect(row(list, 'report')).toMatchObject({
      hidden: [],
      missing: expect.arrayContaining(['owner']),
    });
    expect(list.facets.domain).toEqual([]);
    expect(list.facets.owner.map(({ value }) => value)).toEqual([
      'group:default/gone-team',
    ]);
    expect(list.words.classification).not.toContain('top-secret');
    expect(names(await world.sheet({ domain: ['care'] }, visible))).toEqual([]);
    expect(await world.sheet({}, new Set())).toMatchObject({
      items: [],
      total: 0,
      all: 0,
    });
  });

  it('goes through the pages, and back', async () => {
    const all = names(await world.sheet());
    const seen: string[] = [];
    let page = await world.sheet({ limit: 1 });
    expect(page.prevCursor).toBeUndefined();
    for (;;) {
      seen.push(...names(page));
      if (!page.nextCursor) {
        break;
      }
      page = await world.sheet({ limit: 1, cursor: page.nextCursor });
    }
    expect(seen).toEqual(all);
    while (page.prevCursor) {
      page = await world.sheet({ limit: 1, cursor: page.prevCursor });
      seen.pop();
      expect(names(page)).toEqual([seen.at(-1)]);
    }
    expect(seen).toHaveLength(1);
    const { nextCursor } = await world.sheet({ limit: 1 });
    await expect(
      world.sheet({ missing: ['owner'], cursor: nextCursor }),
    ).rejects.toThrow('it belongs to another search');
  });

  it('asks as many statements for many products as for few', async () => {
    const statements = async (knex: Knex, run: () => Promise<unknown>) => {
      const asked: string[] = [];
      const listen = ({ sql }: { sql: string }) => asked.push(sql);
      knex.on('query', listen);
      await run();
      knex.removeListener('query', listen);
      return asked.length;
    };
    const many = await setUp([...manyEntities(60), entityOf('Domain', 'x')]);
    expect(await statements(world.knex, () => world.sheet())).toBe(3);
    expect(
      await statements(many.knex, () => many.sheet({ limit: 60, text: 'm' })),
    ).toBe(3);
  });
});
