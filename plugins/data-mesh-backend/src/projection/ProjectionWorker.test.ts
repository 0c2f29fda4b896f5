import { contractOf, entityOf, productOf } from '../__testUtils__/entities';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import {
  createProjection,
  createTestDatabases,
  dump,
  living,
  migrated,
} from '../__testUtils__/projection';
import { WORLD } from '../__testUtils__/world';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('ProjectionWorker on %s', id => {
  async function setUp(entities = WORLD, now?: () => Date) {
    const knex = await migrated(await databases.init(id));
    const catalog = new FakeCatalog(entities);
    const projection = createProjection(knex, catalog, { now });
    await projection.pass.run();
    return { knex, catalog, ...projection };
  }
  const without = (name: string) =>
    WORLD.filter(entity => entity.metadata.name !== name);

  /** What a whole pass makes of it, to compare with single updates. */
  async function expected(entities: typeof WORLD) {
    return dump((await setUp(entities)).knex);
  }

  it('updates an entity and what hangs on it', async () => {
    const { knex, catalog, worker, queue } = await setUp();
    const changed = [
      ...without('forecast'),
      productOf('forecast', { owner: 'group:default/team-b' }),
    ];
    catalog.set(changed);
    await queue.mark(['dataproduct:default/forecast']);
    await worker.run();

    const { products, uses, edges } = await dump(knex);
    const whole = await expected(changed);
    expect(uses).toEqual(whole.uses);
    expect(edges).toEqual(whole.edges);
    expect(products).toContainEqual(
      expect.objectContaining({
        ref: 'dataproduct:default/orders',
        used_by_teams: 2,
      }),
    );
    expect(await queue.getState()).toMatchObject({ length: 0 });
  });

  it('updates the products that use and are used when a team or owner changes', async () => {
    const { knex, catalog, worker, queue } = await setUp();
    const teamsOf = async () =>
      (
        await knex('products')
          .where({ ref: 'dataproduct:default/orders' })
          .first()
      ).used_by_teams;
    expect(await teamsOf()).toBe(2);

    catalog.set(without('team-c'));
    await queue.mark(['group:default/team-c']);
    await worker.run();
    expect(await teamsOf()).toBe(1);

    catalog.set(WORLD);
    await queue.mark(['group:default/team-c']);
    await worker.run();
    expect(await teamsOf()).toBe(2);

    catalog.set([
      ...without('board'),
      entityOf('Component', 'board', { owner: 'team-a' }),
    ]);
    await queue.mark(['component:default/board']);
    await worker.run();
    expect(
      await knex('products').where({ ref: 'dataproduct:default/orders' }),
    ).toMatchObject([{ used_by_teams: 2, used_by_own_team: 1 }]);
  });

  it('finds products by the new fields of a contract', async () => {
    const { knex, catalog, worker, queue } = await setUp();
    catalog.set([...without('orders-v1'), contractOf('orders-v1', ['sku'])]);
    await queue.mark(['api:default/orders-v1']);
    await worker.run();
    const terms = await knex('search_terms').where({ source: 'field' });
    expect(terms.map(row => row.term)).toEqual(['sku']);
  });

  it('takes in an entity of another kind that a changed product names', async () => {
    const { knex, catalog, worker, queue } = await setUp();
    catalog.set([
      ...WORLD,
      entityOf('API', 'rest', { type: 'openapi' }),
      productOf('fresh', { providesApis: ['rest'] }),
    ]);
    await queue.mark(['dataproduct:default/fresh', 'api:default/rest']);
    await worker.run();
    expect(await living(knex)).toEqual(
      expect.arrayContaining(['api:default/rest', 'dataproduct:default/fresh']),
    );
  });

  it('buries what is not found and leaves alone what takes no part', async () => {
    const { knex, catalog, worker, queue } = await setUp();
    catalog.set([...without('report'), entityOf('Location', 'here')]);
    await queue.mark(['dataproduct:default/report', 'location:default/here']);
    await worker.run();
    expect(await living(knex)).toHaveLength(WORLD.length - 1);
    expect(await queue.getState()).toMatchObject({ length: 0 });
  });

  it('looks again for a change that the catalog does not show yet', async () => {
    let seconds = 0;
    const now = () => new Date(1_700_000_000_000 + seconds * 1000);
    const { knex, catalog, worker, queue } = await setUp(WORLD, now);
    seconds = 1;
    await queue.mark(
      ['dataproduct:default/fresh', 'dataproduct:default/report'],
      now(),
    );
    for (; seconds <= 60; seconds++) {
      await worker.run();
    }
    expect(await queue.getState(now())).toMatchObject({ length: 2 });

    catalog.set([
      ...without('report'),
      productOf('fresh'),
      productOf('report', { purpose: 'New' }),
    ]);
    for (; seconds <= 120; seconds++) {
      await worker.run();
    }
    expect(await queue.getState(now())).toMatchObject({ length: 0 });
    expect(await living(knex)).toContain('dataproduct:default/fresh');
    expect(
      await knex('subjects').where({ ref: 'dataproduct:default/report' }),
    ).toMatchObject([{ data: expect.stringContaining('New') }]);
  });

  it('takes in at once what is asked for and not known yet', async () => {
    const { knex, catalog, worker } = await setUp();
    catalog.set([...WORLD, productOf('fresh')]);
    expect(await worker.readNow('dataproduct:default/fresh')).toBe(true);
    expect(await living(knex)).toContain('dataproduct:default/fresh');

    const { requests } = catalog;
    expect(await worker.readNow('dataproduct:default/fresh')).toBe(false);
    expect(catalog.requests).toBe(requests);
    expect(await worker.readNow('dataproduct:default/none')).toBe(false);
  });

  it('stops looking for a change that never shows', async () => {
    let seconds = 0;
    const now = () => new Date(1_700_000_000_000 + seconds * 1000);
    const { catalog, worker, queue } = await setUp(WORLD, now);
    let reads = 0;
    catalog.beforeRead = () => {
      reads += 1;
    };
    await queue.mark(['dataproduct:default/never-was'], now());
    for (; seconds <= 300; seconds++) {
      await worker.run();
    }
    expect(reads).toBe(6);
    expect(await queue.getState(now())).toMatchObject({ length: 0 });
  });

  it('tries again when the catalog fails', async () => {
    const { catalog, worker, queue, log } = await setUp();
    catalog.beforeRead = () => {
      throw new Error('503');
    };
    await queue.mark(['dataproduct:default/report']);
    await worker.run();
    expect(log.at(-1)).toBe(
      'warn: 1 changed entities could not be read again, they are tried again later: Error: 503',
    );
    expect(await queue.getState()).toMatchObject({ length: 1 });
  });

  it('works off more than one batch', async () => {
    const { knex, catalog, worker, queue } = await setUp();
    const more = Array.from({ length: 450 }, (_, i) => productOf(`more-${i}`));
    catalog.set([...WORLD, ...more]);
    await queue.mark(more.map(e => `dataproduct:default/${e.metadata.name}`));
    await worker.run();
    expect(await living(knex)).toHaveLength(WORLD.length + 450);
  });
});
