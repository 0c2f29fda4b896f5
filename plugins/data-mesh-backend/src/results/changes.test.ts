import { Entity } from '@backstage/catalog-model';
import {
  entityOf,
  productOf,
  contractOf,
  outputs,
} from '../__testUtils__/entities';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { createMesh, watchWrites } from '../__testUtils__/results';
import { WORLD } from '../__testUtils__/world';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const ORDERS = 'dataproduct:default/orders';
const CARE = 'domain:default/care';

function without(...names: string[]): Entity[] {
  return WORLD.filter(({ metadata }) => !names.includes(metadata.name));
}

/** The world with another `orders`. */
function withOrders(change: (orders: Entity) => Entity): Entity[] {
  return WORLD.map(entity =>
    entity.metadata.name === 'orders' ? change(entity) : entity,
  );
}

const withPurpose = withOrders(orders => ({
  ...orders,
  spec: {
    ...orders.spec,
    purpose: 'All orders of the laboratory, for those who plan its capacity',
  },
}));

describe.each(databases.eachSupportedId())('changes on %s', id => {
  async function setUp(entities: readonly Entity[] = WORLD) {
    const knex = await migrated(await databases.init(id));
    const mesh = createMesh(knex, entities);
    await mesh.pass.run();
    /** The changes since then, without the levels. */
    const changesOf = async (subject = ORDERS) => {
      const rows = await knex('result_changes')
        .where({ subject_ref: subject })
        .whereNotNull('rule')
        .orderBy('id');
      return rows.map(({ rule, before, after, cause, detail }) => ({
        rule,
        change: `${before} > ${after}`,
        cause,
        ...(detail && { detail: JSON.parse(detail) }),
      }));
    };
    const next = async (changed?: readonly Entity[]) => {
      if (changed) {
        mesh.catalog.set(changed);
      }
      mesh.clock.passHours(1);
      await mesh.pass.run();
    };
    return { ...mesh, changesOf, next };
  }

  it('begin with where a subject starts, and nothing else', async () => {
    const { knex } = await setUp();
    const rows = await knex('result_changes').orderBy('id');
    expect(
      rows
        .filter(({ subject_ref }) => subject_ref === ORDERS)
        .map(({ id: _, ...row }) => row),
    ).toEqual([
      {
        at: '2026-03-01T08:00:00.000Z',
        subject_ref: ORDERS,
        history_key: ORDERS,
        domain_ref: CARE,
        rule_set: 'data-product-maturity',
        rule: null,
        dimension: null,
        before: null,
        after: '0',
        cause: 'baseline',
        detail: null,
      },
    ]);
    expect(
      rows
        .filter(({ subject_ref }) => subject_ref === CARE)
        .map(({ dimension, after, cause }) => [dimension, after, cause]),
    ).toHaveLength(6);
    expect(rows.every(({ rule }) => rule === null)).toBe(true);
    expect(await knex('results').whereNotNull('since')).toEqual([]);
    expect(await knex('levels').whereNotNull('since')).toEqual([]);
  });

  it('are not written when nothing has changed', async () => {
    const { knex, pass, clock, evidence, next } = await setUp();
    evidence.say(ORDERS, {
      key: 'promises.kept',
      value: true,
      observedAt: '2026-03-01',
      way: 'push',
      source: 'pipeline',
    });
    await next();

    const written = watchWrites(knex);
    await pass.run();
    clock.passDays(1);
    // The same is said every day.
    evidence.say(ORDERS, {
      key: 'promises.kept',
      value: true,
      observedAt: '2026-03-02',
      way: 'push',
      source: 'pipeline',
    });
    await pass.run();
    expect(written.filter(sql => !/^delete from .subjects/.test(sql))).toEqual(
      [],
    );
  });

  it('come from the catalog file', async () => {
    const { knex, next, changesOf } = await setUp();
    await next(withPurpose);
    expect(await changesOf()).toEqual([
      {
        rule: 'purpose-in-one-sentence',
        change: 'fail > pass',
        cause: 'entity',
        detail: { entity: ORDERS },
      },
    ]);
    const result = { subject_ref: ORDERS, rule: 'purpose-in-one-sentence' };
    expect(await knex('results').where(result)).toMatchObject([
      { status: 'pass', since: '2026-03-01T09:00:00.000Z', data: null },
    ]);
    // Level 1 is reached with it.
    expect(
      await knex('result_changes')
        .where({ subject_ref: ORDERS, rule: null })
        .orderBy('id', 'desc')
        .first(),
    ).toMatchObject({ before: '0', after: '1', cause: 'entity' });
    expect(await knex('products').where({ ref: ORDERS })).toMatchObject([
      { level: 1, target: 2 },
    ]);
  });

  it('come from an entity around it', async () => {
    const { next, changesOf } = await setUp();
    await next([...WORLD, entityOf('User', 'bo', { memberOf: ['team-a'] })]);
    const changes = await changesOf();
    expect(changes).toContainEqual({
      rule: 'more-than-one-person',
      change: 'fail > pass',
      cause: 'entity',
    });
    expect(changes).toContainEqual({
      rule: 'thin-team',
      change: 'fail > pass',
      cause: 'entity',
      detail: { severity: { before: 'medium' } },
    });
  });

  it('come from a contract', async () => {
    const { next, changesOf } = await setUp();
    await next([...without('orders-v1'), contractOf('orders-v1', ['a'])]);
    expect(await changesOf()).toContainEqual({
      rule: 'fields-described',
      change: 'pass > fail',
      cause: 'contract',
      detail: { entity: 'api:default/orders-v1' },
    });
  });

  it('come from evidence, and with it from time', async () => {
    const { knex, evidence, clock, pass, next, changesOf } = await setUp();
    const promise = {
      key: 'promises.kept',
      value: true,
      observedAt: '2026-03-01',
      way: 'push' as const,
      source: 'pipeline',
    };
    evidence.say(ORDERS, promise);
    await next();
    const kept = {
      rule: 'promises-kept',
      cause: 'evidence',
      detail: { key: 'promises.kept', source: 'pipeline' },
    };
    expect(await changesOf()).toEqual([{ ...kept, change: 'unknown > pass' }]);

    clock.passDays(30);
    await pass.run();
    expect(await changesOf()).toHaveLength(1);
    clock.passDays(1);
    const written = watchWrites(knex);
    await pass.run();
    expect(written.some(sql => sql.includes('result_changes'))).toBe(true);
    expect((await changesOf()).slice(1)).toEqual([
      { rule: 'promises-kept', change: 'pass > unknown', cause: 'time' },
    ]);

    // The same once more is no other value, and heals it all the same.
    evidence.say(ORDERS, { ...promise, observedAt: '2026-04-02' });
    await next();
    expect((await changesOf()).slice(2)).toEqual([
      { ...kept, change: 'unknown > pass' },
    ]);
  });

  it('come from evidence that arrives for the first time at all', async () => {
    const { evidence, next, changesOf } = await setUp();
    evidence.say('dataproduct:default/forecast', {
      key: 'usage.last30Days',
      value: 3,
      observedAt: '2026-03-01',
      way: 'push',
      source: 'log',
    });
    await next();
    expect(await changesOf()).toEqual([
      {
        rule: 'used-lately',
        change: expect.stringMatching(/^not-measured > (unknown|waiting)$/),
        cause: 'evidence',
        detail: { key: 'usage.last30Days' },
      },
    ]);
  });

  it('come from an answer', async () => {
    const { evidence, results, changesOf } = await setUp();
    evidence.say(ORDERS, {
      key: 'answer.stands-alone',
      value: true,
      observedAt: '2026-03-01',
      way: 'portal',
      source: 'user:default/ann',
    });
    await results.now([ORDERS]);
    expect(await changesOf()).toEqual([
      {
        rule: 'stands-alone',
        change: 'unknown > pass',
        cause: 'answer',
        detail: { key: 'answer.stands-alone', by: 'user:default/ann' },
      },
    ]);
  });

  it('come from an annotation', async () => {
    const { next, changesOf } = await setUp();
    await next(
      withOrders(orders => ({
        ...orders,
        metadata: {
          ...orders.metadata,
          annotations: {
            'backstage-data-mesh.io/evidence.promises.kept': 'true',
            'backstage-data-mesh.io/evidence.observed-at': '2026-03-01',
          },
        },
      })),
    );
    expect(await changesOf()).toContainEqual({
      rule: 'promises-kept',
      change: 'unknown > pass',
      cause: 'evidence',
      detail: { key: 'promises.kept', source: 'annotation' },
    });
  });

  it('come from a waiver that is granted and runs out', async () => {
    const { waivers, clock, next, changesOf } = await setUp();
    waivers.granted.set(ORDERS, [
      {
        id: 'waiver',
        ruleSet: 'data-product-maturity',
        rule: 'documented',
        reason: 'The pages are being moved',
        until: '2026-03-10',
        approvedBy: 'user:default/ann',
      },
    ]);
    await next();
    clock.passDays(9);
    await next();
    const granted = { rule: 'documented', cause: 'waiver' };
    expect(await changesOf()).toEqual([
      { ...granted, change: 'fail > waived' },
    ]);
    clock.passDays(1);
    await next();
    expect((await changesOf()).slice(1)).toEqual([
      { ...granted, change: 'waived > fail' },
    ]);
  });

  it('come from the rules, and a rule that is new is no change', async () => {
    const { knex, ruleSets, next, changesOf } = await setUp();
    ruleSets.takeDefault('data-product-maturity', {
      parameters: { fewestTags: 1 },
      add: [
        {
          id: 'named-well',
          code: 'X-1',
          level: 'owned',
          title: 'Its title is long enough',
          why: 'People read it.',
          fix: 'Give it a title.',
          pass: 'product.hasTitle',
        },
      ],
    });
    await next();
    expect(await changesOf()).toEqual([
      { rule: 'findable', change: 'fail > pass', cause: 'rule-set' },
    ]);
    const added = { rule: 'named-well', subject_ref: ORDERS };
    expect(await knex('results').where(added)).toMatchObject([
      { status: 'pass', since: null },
    ]);

    ruleSets.takeDefault('data-product-maturity', {
      parameters: { fewestTags: 1 },
      rules: { findable: { rollout: 'draft' } },
    });
    await next();
    expect((await changesOf()).slice(1)).toEqual([
      {
        rule: 'findable',
        change: 'pass > pass',
        cause: 'rule-set',
        detail: { counted: false },
      },
    ]);
    expect(await knex('results').where(added)).toEqual([]);
  });

  it('tell of a domain what changed its products', async () => {
    const [product] = [
      productOf('care-plan', {
        domain: 'care',
        lifecycle: 'production',
        ...outputs('orders-v1'),
        productOwner: 'ann',
      }),
    ];
    const { next, changesOf } = await setUp([...WORLD, product]);
    await next(
      [...WORLD, product].map(entity =>
        entity.kind === 'DataProduct'
          ? {
              ...entity,
              spec: {
                ...entity.spec,
                funding: { run: 'team-a' },
              },
            }
          : entity,
      ),
    );
    expect(await changesOf(CARE)).toContainEqual(
      expect.objectContaining({
        rule: 'run-funding-named',
        cause: 'entity',
        detail: { entity: expect.stringMatching(/^dataproduct:/) },
      }),
    );
  });

  it('keep their order, and are found by the domain', async () => {
    const { knex, next } = await setUp();
    await next(withPurpose);
    await next(WORLD);
    const rows = await knex('result_changes')
      .where({ domain_ref: CARE, subject_ref: ORDERS })
      .orderBy('id');
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).sort());
    expect(
      rows.map(({ rule, after }) => `${rule ?? 'level'} ${after}`),
    ).toEqual([
      'level 0',
      'purpose-in-one-sentence pass',
      'level 1',
      'purpose-in-one-sentence fail',
      'level 0',
    ]);
  });
});
