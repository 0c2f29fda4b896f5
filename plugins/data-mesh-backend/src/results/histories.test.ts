import { Entity } from '@backstage/catalog-model';
import { entityOf } from '../__testUtils__/entities';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { createMesh, dumpResults } from '../__testUtils__/results';
import { WORLD } from '../__testUtils__/world';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const ORDERS = 'dataproduct:default/orders';
const LAB_ORDERS = 'dataproduct:default/lab-orders';
const CARE = 'domain:default/care';

/** The world with `orders` under these names, with these ids. */
function withOrders(...products: [name: string, productId?: string][]) {
  return WORLD.flatMap((entity): Entity[] =>
    entity.metadata.name === 'orders'
      ? products.map(([name, productId]) => ({
          ...entity,
          metadata: { ...entity.metadata, name },
          spec: { ...entity.spec, productId },
        }))
      : [entity],
  );
}

describe.each(databases.eachSupportedId())('histories on %s', id => {
  async function setUp(entities: readonly Entity[] = WORLD) {
    const knex = await migrated(await databases.init(id));
    const mesh = createMesh(knex, entities);
    await mesh.pass.run();
    const next = async (changed: readonly Entity[], hours = 1) => {
      mesh.catalog.set(changed);
      mesh.clock.passHours(hours);
      expect(await mesh.pass.run()).toMatchObject({ outcome: 'complete' });
    };
    const levelsOf = (subject: string) =>
      knex('levels').where({ subject_ref: subject }).orderBy('rule_set');
    const historyOf = async (key: string) => {
      const rows = await knex('result_changes')
        .where({ history_key: key, rule_set: 'data-product-maturity' })
        .orderBy('id');
      return rows.map(row => `${row.subject_ref} ${row.cause}`);
    };
    return { ...mesh, next, levelsOf, historyOf };
  }

  it('stay readable when the subject is gone, and go on when it returns', async () => {
    const { knex, next, levelsOf } = await setUp();
    const before = await dumpResults(knex);
    const without = WORLD.filter(({ metadata }) => metadata.name !== 'orders');

    await next(without);
    expect(await levelsOf(ORDERS)).toMatchObject([
      { gone_at: '2026-03-01T09:00:00.000Z', domain_ref: CARE },
      { gone_at: '2026-03-01T09:00:00.000Z', domain_ref: CARE },
    ]);
    const ofOrders = before.results.filter(row => row.subject_ref === ORDERS);
    expect(await knex('results').where({ subject_ref: ORDERS })).toHaveLength(
      ofOrders.length,
    );
    expect(await knex('products').where({ ref: ORDERS })).toEqual([]);

    await next(WORLD);
    const after = await dumpResults(knex);
    expect(after.results.filter(row => row.subject_ref === ORDERS)).toEqual(
      ofOrders,
    );
    expect(await levelsOf(ORDERS)).toMatchObject([
      { gone_at: null },
      { gone_at: null },
    ]);
    expect(
      after.changes.filter(row => row.subject_ref === ORDERS),
    ).toHaveLength(1);
    // The list has it with its level again.
    expect(await knex('products').where({ ref: ORDERS })).toMatchObject([
      { level: 0, target: 2 },
    ]);
  });

  it('leave only changes when the subject is forgotten', async () => {
    const { knex, next, levelsOf } = await setUp();
    const without = WORLD.filter(({ metadata }) => metadata.name !== 'orders');
    await next(without);
    await next(without, 25);
    expect(await levelsOf(ORDERS)).toEqual([]);
    expect(await knex('results').where({ subject_ref: ORDERS })).toEqual([]);
    expect(
      await knex('result_changes').where({
        domain_ref: CARE,
        subject_ref: ORDERS,
      }),
    ).toHaveLength(1);

    await next(WORLD);
    expect(await levelsOf(ORDERS)).toHaveLength(2);
    expect(
      await knex('result_changes').where({ subject_ref: ORDERS }),
    ).toMatchObject([{ cause: 'baseline' }, { cause: 'baseline' }]);
  });

  it('follow the product id when a product is renamed', async () => {
    const { knex, next, levelsOf, historyOf } = await setUp(
      withOrders(['orders', 'urn:orders']),
    );
    await next(withOrders(['lab-orders', 'urn:orders']));

    expect(await levelsOf(ORDERS)).toEqual([]);
    expect(await levelsOf(LAB_ORDERS)).toMatchObject([
      { history_key: '#urn:orders', since: null, gone_at: null },
      { history_key: '#urn:orders', gone_at: null },
    ]);
    expect(await historyOf('#urn:orders')).toEqual([`${ORDERS} baseline`]);
    expect(await knex('results').where({ subject_ref: ORDERS })).toEqual([]);
  });

  it('follow it too when both names are there for a while', async () => {
    const { next, levelsOf, historyOf } = await setUp(
      withOrders(['orders', 'urn:orders']),
    );
    await next(
      withOrders(['orders', 'urn:orders'], ['lab-orders', 'urn:orders']),
    );
    expect(await levelsOf(LAB_ORDERS)).toMatchObject([
      { history_key: LAB_ORDERS },
      { history_key: LAB_ORDERS },
    ]);
    await next(withOrders(['lab-orders', 'urn:orders']));
    expect(await levelsOf(LAB_ORDERS)).toMatchObject([
      { history_key: '#urn:orders' },
      { history_key: '#urn:orders' },
    ]);
    expect(await historyOf('#urn:orders')).toEqual([
      `${ORDERS} baseline`,
      `${LAB_ORDERS} baseline`,
    ]);
    expect(await historyOf(LAB_ORDERS)).toEqual([]);
  });

  it('begin anew when a product without an id is renamed', async () => {
    const { next, levelsOf, historyOf } = await setUp();
    await next(withOrders(['lab-orders']));
    expect(await levelsOf(ORDERS)).toMatchObject([
      { gone_at: expect.any(String) },
      { gone_at: expect.any(String) },
    ]);
    expect(await historyOf(LAB_ORDERS)).toEqual([`${LAB_ORDERS} baseline`]);
  });

  it('are kept when a product is given an id later', async () => {
    const { next, historyOf } = await setUp();
    await next(withOrders(['orders', 'urn:orders']));
    expect(await historyOf('#urn:orders')).toEqual([`${ORDERS} baseline`]);
    await next(withOrders(['lab-orders', 'urn:orders']));
    expect(await historyOf('#urn:orders')).toEqual([`${ORDERS} baseline`]);
  });

  it('are not mixed by an id that is the name of another product', async () => {
    const { next, levelsOf } = await setUp();
    await next(
      withOrders(['orders'], ['copy', ORDERS], ['second-copy', `#${ORDERS}`]),
    );
    const keys = await Promise.all(
      [
        ORDERS,
        'dataproduct:default/copy',
        'dataproduct:default/second-copy',
      ].map(async ref => (await levelsOf(ref))[0].history_key),
    );
    expect(new Set(keys).size).toBe(3);
  });

  it('of a domain rest while it takes no part', async () => {
    const software = entityOf(
      'Domain',
      'platform',
      { owner: 'team-b' },
      {
        annotations: { 'backstage-data-mesh.io/participates': 'true' },
      },
    );
    const { next, levelsOf } = await setUp([...WORLD, software]);
    expect(await levelsOf('domain:default/platform')).toHaveLength(2);
    await next([...WORLD, entityOf('Domain', 'platform', { owner: 'team-b' })]);
    expect(await levelsOf('domain:default/platform')).toMatchObject([
      { gone_at: expect.any(String) },
      { gone_at: expect.any(String) },
    ]);
    await next([...WORLD, software], 48);
    expect(await levelsOf('domain:default/platform')).toMatchObject([
      { gone_at: null },
      { gone_at: null },
    ]);
  });
});
