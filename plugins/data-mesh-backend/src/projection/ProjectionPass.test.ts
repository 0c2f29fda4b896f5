import { Entity } from '@backstage/catalog-model';
import { contractOf, entityOf, productOf } from '../__testUtils__/entities';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import { manyEntities } from '../__testUtils__/many';
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

/** Enough entities for several pages. */
const MANY = manyEntities(40);

describe.each(databases.eachSupportedId())('ProjectionPass on %s', id => {
  async function setUp(entities: readonly Entity[] = WORLD) {
    const knex = await migrated(await databases.init(id));
    const catalog = new FakeCatalog(entities);
    let time = Date.parse('2026-01-01T00:00:00Z');
    const clock = {
      now: () => new Date(time),
      passHours: (hours: number) => {
        time += hours * 3600_000;
      },
    };
    const projection = createProjection(knex, catalog, clock);
    return { knex, catalog, clock, ...projection };
  }

  /** What an undisturbed first pass over these entities leaves. */
  async function expected(entities: readonly Entity[]) {
    const { knex, pass } = await setUp(entities);
    await pass.run();
    return dump(knex);
  }

  it('takes in what takes part', async () => {
    const { knex, pass, log, metered } = await setUp();
    const report = await pass.run();
    expect(report.reason).toBeUndefined();
    expect(report).toMatchObject({ outcome: 'complete', read: 10, saved: 10 });

    expect(
      await knex('products').where({ ref: 'dataproduct:default/orders' }),
    ).toMatchObject([
      {
        sort_title: 'lab orders',
        domain_ref: 'domain:default/care',
        owner_ref: 'group:default/team-a',
        used_by_teams: 2,
        used_by_own_team: 0,
      },
    ]);
    expect(
      await knex('search_terms').where({ term: 'temperatureclass' }),
    ).toEqual([
      {
        term: 'temperatureclass',
        source: 'field',
        ref: 'dataproduct:default/orders',
        contract_ref: 'api:default/orders-v1',
        text: 'temperature_class',
      },
    ]);
    expect(log).toEqual([
      expect.stringMatching(
        /^info: The pass over the catalog read 10 entities in [\d.]+ s: 10 changed, 0 gone$/,
      ),
    ]);
    expect(metered).toContain('data_mesh.projection.passes complete 1');
    expect(metered).toContain('data_mesh.projection.subjects dataproduct 3');
    expect(metered).toContain('data_mesh.projection.changes saved 10');
  });

  it('writes nothing when nothing has changed', async () => {
    const { knex, pass } = await setUp(MANY);
    await pass.run();
    const before = await knex('subjects').orderBy('ref');
    const written: string[] = [];
    knex.on('query', ({ sql }) => {
      if (/^(insert|update|delete)/i.test(sql) && !/projection_state/.test(sql))
        written.push(sql);
    });
    expect(await pass.run()).toMatchObject({ outcome: 'complete', saved: 0 });
    expect(await knex('subjects').orderBy('ref')).toEqual(before);
    // Clearing away what is old is asked for in any case.
    expect(
      written.filter(sql => !/^delete from .(subjects|contract)/.test(sql)),
    ).toEqual([]);
  });

  it('derives again what follows from entities once one is another, or time went by', async () => {
    const { knex, pass, catalog, clock } = await setUp();
    await pass.run();
    await pass.run();
    const uses = (await dump(knex)).uses;
    const derives = async () => {
      await knex('uses').delete();
      await pass.run();
      const found = (await dump(knex)).uses;
      expect(found).toEqual(found.length > 0 ? uses : []);
      return found.length > 0;
    };

    expect(await derives()).toBe(false);
    catalog.set(
      WORLD.map(entity =>
        entity.metadata.name === 'orders-v1'
          ? { ...entity, metadata: { ...entity.metadata, title: 'New title' } }
          : entity,
      ),
    );
    expect(await derives()).toBe(true);
    // What was derived while something changed is not relied on.
    expect(await derives()).toBe(true);
    expect(await derives()).toBe(false);
    clock.passHours(1);
    expect(await derives()).toBe(true);
  });

  it('reads a contract again only when its text has changed', async () => {
    const { knex, pass, catalog } = await setUp();
    await pass.run();
    const [facts] = await knex('contract_facts');
    await knex('contract_facts').update({ read_at: 'once' });

    catalog.set(
      WORLD.map(entity =>
        entity.metadata.name === 'orders-v1'
          ? { ...entity, metadata: { ...entity.metadata, title: 'New title' } }
          : entity,
      ),
    );
    expect(await pass.run()).toMatchObject({ saved: 1 });
    expect(await knex('contract_facts')).toEqual([
      { ...facts, read_at: 'once' },
    ]);

    catalog.set(
      WORLD.map(entity =>
        entity.metadata.name === 'orders-v1'
          ? contractOf('orders-v1', ['patient_id'])
          : entity,
      ),
    );
    await pass.run();
    const terms = await knex('search_terms').where({ source: 'field' });
    expect(new Set(terms.map(row => row.text))).toEqual(
      new Set(['patient_id']),
    );
  });

  it('remembers what disappears for a day and restores what returns', async () => {
    const { knex, pass, catalog, clock, metered } = await setUp();
    const whole = await expected(WORLD);
    await pass.run();

    catalog.set(WORLD.filter(e => e.metadata.name !== 'forecast'));
    expect(await pass.run()).toMatchObject({
      outcome: 'complete',
      missing: 1,
      removed: 0,
    });
    expect(metered).toContain('data_mesh.projection.changes gone 1');
    const gone = { ref: 'dataproduct:default/forecast' };
    expect(await knex('subjects').where(gone)).toHaveLength(1);
    expect(await living(knex)).not.toContain(gone.ref);
    expect(await knex('edges').where({ from_ref: gone.ref })).toHaveLength(0);
    expect(
      await knex('products').where({ ref: 'dataproduct:default/orders' }),
    ).toMatchObject([{ used_by_teams: 2 }]);

    clock.passHours(23);
    catalog.set(WORLD);
    await pass.run();
    expect(await dump(knex)).toEqual(whole);

    catalog.set(WORLD.filter(e => e.metadata.name !== 'forecast'));
    await pass.run();
    clock.passHours(25);
    expect(await pass.run()).toMatchObject({ removed: 1 });
    expect(await knex('subjects').where(gone)).toHaveLength(0);
  });

  it('follows a rename', async () => {
    const { knex, pass, catalog } = await setUp();
    await pass.run();
    const renamed = WORLD.map(entity =>
      entity.metadata.name === 'forecast'
        ? { ...entity, metadata: { ...entity.metadata, name: 'prediction' } }
        : entity,
    );
    catalog.set(renamed);
    await pass.run();
    expect(await living(knex)).toEqual(
      expect.arrayContaining(['dataproduct:default/prediction']),
    );
    expect(await living(knex)).not.toContain('dataproduct:default/forecast');
    expect(
      await knex('uses').where({ user_ref: 'dataproduct:default/prediction' }),
    ).toMatchObject([{ product_ref: 'dataproduct:default/orders' }]);
    expect(
      await knex('uses').where({ user_ref: 'dataproduct:default/forecast' }),
    ).toHaveLength(0);
    expect((await dump(knex)).uses).toEqual((await expected(renamed)).uses);
  });

  it('is not impressed by a catalog that starts empty', async () => {
    const { knex, pass, catalog, clock, log } = await setUp();
    await pass.run();
    const before = await dump(knex);

    catalog.set([]);
    expect(await pass.run()).toMatchObject({ outcome: 'abandoned', read: 0 });
    clock.passHours(100);
    expect(await pass.run()).toMatchObject({
      outcome: 'abandoned',
      missing: 10,
      reason:
        '10 of 10 known entities are missing in the catalog, more than the 20 % that are believed to leave at once',
    });
    expect(await dump(knex)).toEqual(before);
    expect(log.at(-1)).toContain('warn: The pass over the catalog left');

    // It fills up over several passes.
    catalog.set(WORLD.slice(0, 4));
    expect(await pass.run()).toMatchObject({ outcome: 'abandoned' });
    catalog.set(WORLD);
    expect(await pass.run()).toMatchObject({ outcome: 'complete' });
    expect(await dump(knex)).toEqual(before);
  });

  it('keeps what it has read when the catalog fails midway', async () => {
    const { knex, pass, catalog, log, metered } = await setUp(MANY);
    catalog.beforeRead = request => {
      if (request === 4) throw new Error('503 Service Unavailable');
    };
    expect(await pass.run()).toMatchObject({
      outcome: 'failed',
      read: 30,
      saved: 30,
      reason: 'Error: 503 Service Unavailable',
    });
    expect(await living(knex)).toHaveLength(30);
    expect(log).toEqual([
      'error: The pass over the catalog failed after 30 entities, what was read so far is kept and the next pass goes on: Error: 503 Service Unavailable',
    ]);
    expect(metered).toContain('data_mesh.projection.passes failed 1');

    catalog.beforeRead = () => {};
    expect(await pass.run()).toMatchObject({ outcome: 'complete', saved: 60 });
    expect(await dump(knex)).toEqual(await expected(MANY));

    // A known projection does not shrink by a failing catalog.
    catalog.beforeRead = request => {
      throw new Error(`down at ${request}`);
    };
    expect(await pass.run()).toMatchObject({ outcome: 'failed' });
    expect(await dump(knex)).toEqual(await expected(MANY));
  });

  describe('when 30 % of the entities vanish', () => {
    const lost = Math.round(MANY.length * 0.3);
    const left = MANY.slice(0, -lost);

    it('leaves them, and takes them as gone after an hour of the same', async () => {
      const { knex, pass, catalog, clock, log } = await setUp(MANY);
      await pass.run();
      catalog.set(left);
      expect(await pass.run()).toMatchObject({
        outcome: 'abandoned',
        missing: lost,
      });
      expect(await living(knex)).toHaveLength(MANY.length);

      // Another set is missing: the hour starts again.
      clock.passHours(0.9);
      catalog.set(left.slice(1));
      expect(await pass.run()).toMatchObject({ outcome: 'abandoned' });
      clock.passHours(0.9);
      catalog.set(left);
      expect(await pass.run()).toMatchObject({ outcome: 'abandoned' });
      clock.passHours(0.5);
      expect(await pass.run()).toMatchObject({ outcome: 'abandoned' });

      clock.passHours(0.6);
      expect(await pass.run()).toMatchObject({
        outcome: 'complete',
        missing: lost,
      });
      expect(await living(knex)).toHaveLength(left.length);
      expect(log.at(-2)).toContain('the same ones have been missing since');

      // And still they can return.
      catalog.set(MANY);
      await pass.run();
      expect(await dump(knex)).toEqual(await expected(MANY));
    });

    it('takes them as gone at once when a person says so, once', async () => {
      const { knex, pass, catalog, state } = await setUp(MANY);
      await pass.run();
      catalog.set(left);
      await state.set('acceptance', { by: 'user:default/ann', at: 'today' });
      expect(await pass.run()).toMatchObject({ outcome: 'complete' });
      expect(await living(knex)).toHaveLength(left.length);

      catalog.set(left.slice(0, 10));
      expect(await pass.run()).toMatchObject({ outcome: 'abandoned' });
    });

    it('still takes in what is new and what has changed', async () => {
      const { knex, pass, catalog } = await setUp(MANY);
      await pass.run();
      catalog.set([
        ...left.filter(e => e.metadata.name !== 'report'),
        productOf('report', { purpose: 'Changed' }),
        productOf('new-one'),
      ]);
      expect(await pass.run()).toMatchObject({ outcome: 'abandoned' });
      expect(await living(knex)).toContain('dataproduct:default/new-one');
      expect(
        await knex('subjects').where({ ref: 'dataproduct:default/report' }),
      ).toMatchObject([{ data: expect.stringContaining('Changed') }]);
    });
  });

  it('asks again for what the stream passed by', async () => {
    const { knex, pass, catalog } = await setUp();
    await pass.run();
    catalog.hidden = new Set(['dataproduct:default/orders']);
    expect(await pass.run()).toMatchObject({ missing: 0 });
    expect(await living(knex)).toContain('dataproduct:default/orders');
  });

  it('takes in entities of other kinds that a product names', async () => {
    const { knex, pass } = await setUp([
      ...WORLD,
      entityOf('API', 'rest', { type: 'openapi', definition: 'openapi: 3' }),
      entityOf('API', 'unnamed', { type: 'openapi' }),
      productOf('with-api', { providesApis: ['rest', 'dreamt'] }),
    ]);
    await pass.run();
    expect(await living(knex)).toContain('api:default/rest');
    expect(await living(knex)).not.toContain('api:default/unnamed');
    expect(await living(knex)).not.toContain('api:default/dreamt');
    expect(await pass.run()).toMatchObject({ saved: 0, missing: 0 });
    expect(await knex('contract_facts')).toHaveLength(1);
  });

  it('leaves out one bad entity and takes in the others', async () => {
    const { knex, pass, store, catalog, log, metered } = await setUp();
    catalog.set([...WORLD, productOf('bad')]);
    const save = store.save.bind(store);
    jest.spyOn(store, 'save').mockImplementation(async (batch, seenAt) => {
      if (batch.some(({ entity }) => entity.ref.endsWith('/bad'))) {
        throw new Error('too long');
      }
      return save(batch, seenAt);
    });
    expect(await pass.run()).toMatchObject({ outcome: 'complete', saved: 10 });
    expect(await living(knex)).toHaveLength(10);
    expect(log[0]).toBe(
      'error: The entity dataproduct:default/bad could not be taken into the data mesh, its former state stays; it is tried again with the next pass: Error: too long',
    );
    expect(metered).toContain('data_mesh.projection.failures 1');

    jest.restoreAllMocks();
    expect(await pass.run()).toMatchObject({ outcome: 'complete', saved: 1 });
  });

  it('stops when it is told to, and goes on the next time', async () => {
    const { knex, pass, catalog, log } = await setUp(MANY);
    const controller = new AbortController();
    catalog.beforeRead = request => {
      if (request === 3) controller.abort();
    };
    await pass.run(controller.signal);
    expect(log).toEqual([
      'info: The pass over the catalog was stopped after 20 entities, the next one goes on',
    ]);
    await pass.run();
    expect(await dump(knex)).toEqual(await expected(MANY));
  });
});
