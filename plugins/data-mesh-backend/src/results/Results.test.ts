import { Entity } from '@backstage/catalog-model';
import { entityOf, productOf } from '../__testUtils__/entities';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { createMesh, watchWrites } from '../__testUtils__/results';
import { WORLD } from '../__testUtils__/world';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const ORDERS = 'dataproduct:default/orders';
const CARE = 'domain:default/care';

const answer = {
  key: 'answer.stands-alone',
  value: true,
  observedAt: '2026-03-01',
  way: 'portal' as const,
  source: 'user:default/ann',
};

describe.each(databases.eachSupportedId())('Results on %s', id => {
  async function setUp(entities: readonly Entity[] = WORLD) {
    const knex = await migrated(await databases.init(id));
    const mesh = createMesh(knex, entities);
    const statusOf = async (rule: string, subject = ORDERS) =>
      (await knex('results').where({ subject_ref: subject, rule }).first())
        ?.status;
    const later = async () => {
      mesh.clock.passHours(0.1);
      await mesh.worker.run();
      mesh.clock.passHours(0.1);
      await mesh.results.work();
    };
    return { ...mesh, statusOf, later };
  }

  it('wait until the whole catalog is known', async () => {
    const { knex, results, clock, pass, worker, queue } = await setUp();
    await queue.mark([ORDERS], clock.now());
    await worker.run();
    await results.now([ORDERS]);
    clock.passHours(1);
    await results.work();
    await results.evaluateAll();
    expect(await knex('levels')).toEqual([]);
    expect(await results.getStatus()).toMatchObject({
      lastEvaluation: undefined,
      queue: { length: 1 },
    });

    await pass.run();
    await results.work();
    expect(await knex('levels').where({ subject_ref: ORDERS })).toHaveLength(2);
    expect(await results.getStatus()).toMatchObject({
      lastEvaluation: { day: '2026-03-01', subjects: 4, failures: 0 },
      queue: { length: 0 },
    });
  });

  it('are there when an answer has been written', async () => {
    const { pass, results, evidence, statusOf } = await setUp();
    await pass.run();
    evidence.say(ORDERS, answer);
    const told: string[] = [];
    results.onWritten(written =>
      told.push(...written.map(({ item }) => item.subject)),
    );
    await results.now([ORDERS]);
    expect(await statusOf('stands-alone')).toBe('pass');
    expect(told).toEqual([ORDERS]);
    expect((await results.getStatus()).queue.length).toBe(0);
  });

  it('follow what is marked, and what the projection finds', async () => {
    const mesh = await setUp();
    const { pass, results, evidence, clock, statusOf } = mesh;
    await pass.run();
    evidence.say(ORDERS, answer);
    await results.mark([ORDERS]);
    expect((await results.getStatus()).queue.length).toBe(1);
    await mesh.later();
    expect(await statusOf('stands-alone')).toBe('pass');
    expect((await results.getStatus()).queue.length).toBe(0);
    expect(mesh.measured).toContain('data_mesh.results.queue.length 0');

    // A person joins the team that owns it.
    mesh.catalog.set([
      ...WORLD,
      entityOf('User', 'bo', { memberOf: ['team-a'] }),
    ]);
    await mesh.queue.mark(
      ['user:default/bo', 'group:default/team-a'],
      clock.now(),
    );
    await mesh.later();
    expect(await statusOf('more-than-one-person')).toBe('pass');

    // A product is moved to another domain and leaves nothing behind.
    mesh.catalog.set([
      ...WORLD.filter(({ metadata }) => metadata.name !== 'forecast'),
      entityOf('Domain', 'plan', { owner: 'team-c' }),
      productOf('forecast', { owner: 'group:default/team-c', domain: 'plan' }),
    ]);
    await mesh.queue.mark(
      ['dataproduct:default/forecast', 'domain:default/plan'],
      clock.now(),
    );
    await mesh.later();
    const rollups = await mesh.knex('rollups').orderBy('scope');
    expect(
      rollups.map(({ scope, data }) => [
        scope,
        JSON.parse(data).products.total,
      ]),
    ).toEqual([
      [CARE, 1],
      ['domain:default/plan', 1],
    ]);
  });

  it('leave in the queue what could not be evaluated', async () => {
    const { pass, results, evidence, clock, statusOf, told } = await setUp();
    await pass.run();
    evidence.say(ORDERS, answer);
    const { read } = evidence;
    evidence.read = async () => {
      throw new Error('connection lost');
    };
    await results.now([ORDERS]);
    clock.passHours(0.1);
    await results.work();
    expect(told.slice(-2)).toEqual([
      'warn: What was written is kept, its results follow later: Error: connection lost',
      'warn: 1 entities could not be evaluated, they are tried again later: Error: connection lost',
    ]);
    expect((await results.getStatus()).queue.length).toBe(1);

    evidence.read = read;
    clock.passHours(1);
    await results.work();
    expect(await statusOf('stands-alone')).toBe('pass');
  });

  it('do not make the pass over the catalog fail', async () => {
    const { pass, evidence, told, knex } = await setUp();
    evidence.getDelivered = async () => {
      throw new Error('no such table');
    };
    expect(await pass.run()).toMatchObject({ outcome: 'complete' });
    expect(told).toEqual([
      'error: The evaluation failed, what was kept so far holds and the next one goes on: Error: no such table',
    ]);
    expect(await knex('levels')).toEqual([]);
  });

  it('grow old while the catalog is away', async () => {
    const { pass, catalog, clock, evidence, statusOf } = await setUp();
    evidence.say(ORDERS, { ...answer, key: 'promises.kept', way: 'push' });
    await pass.run();
    expect(await statusOf('promises-kept')).toBe('pass');
    catalog.beforeRead = () => {
      throw new Error('503');
    };
    clock.passDays(40);
    expect(await pass.run()).toMatchObject({ outcome: 'failed' });
    expect(await statusOf('promises-kept')).toBe('unknown');
  });

  it('are rolled up once for each day on which they changed', async () => {
    const { knex, pass, catalog, clock } = await setUp();
    await pass.run();
    clock.passDays(1);
    await pass.run();
    const read = async () =>
      (await knex('rollups').where({ scope: CARE }).orderBy('day')).map(
        row => ({
          day: row.day,
          ...JSON.parse(row.data),
        }),
      );
    const [first, ...others] = await read();
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      day: '2026-03-01',
      products: {
        total: 2,
        withTarget: 2,
        atTarget: 0,
        byLevel: [2, 0, 0, 0, 0],
      },
      openPoints: { high: expect.any(Number) },
    });
    expect(Object.keys(first.dimensions)).toHaveLength(6);

    catalog.set(
      WORLD.map(entity =>
        entity.metadata.name === 'orders'
          ? {
              ...entity,
              spec: {
                ...entity.spec,
                purpose: 'All orders of the laboratory, for planning its work',
              },
            }
          : entity,
      ),
    );
    await pass.run();
    expect(await read()).toEqual([
      first,
      expect.objectContaining({
        day: '2026-03-02',
        products: expect.objectContaining({ byLevel: [1, 1, 0, 0, 0] }),
      }),
    ]);
  });

  it('say nothing of a domain of software only', async () => {
    const { knex, pass } = await setUp([
      ...WORLD,
      entityOf('Domain', 'platform', { owner: 'team-b' }),
    ]);
    await pass.run();
    expect(
      await knex('levels').where({ subject_ref: 'domain:default/platform' }),
    ).toEqual([]);
    expect(await knex('rollups')).toMatchObject([{ scope: CARE }]);
  });

  it('know how long an open point is there only since it is measured', async () => {
    const { knex, pass, catalog, clock, statusOf } = await setUp();
    await pass.run();
    const old = () => statusOf('no-old-high-faults', CARE);
    expect(await old()).toBe('unknown');

    // All that had to be sorted out is sorted out, and something comes anew.
    const tidy = [
      ...WORLD.filter(({ kind, metadata }) =>
        kind === 'DataProduct' ? metadata.name === 'orders' : kind !== 'Domain',
      ),
      entityOf(
        'Domain',
        'care',
        { owner: 'team-a' },
        {
          annotations: {
            'backstage-data-mesh.io/domain-owner': 'user:default/ann',
            'backstage-data-mesh.io/data-lead': 'user:default/ann',
          },
        },
      ),
    ];
    catalog.set(tidy);
    await pass.run();
    clock.passHours(2);
    await pass.run();
    expect(
      await knex('results')
        .where({ status: 'fail', severity: 'high' })
        .whereIn('subject_ref', [ORDERS, CARE]),
    ).toEqual([]);
    expect(await old()).toBe('pass');

    catalog.set(
      tidy.map(entity =>
        entity.metadata.name === 'orders'
          ? {
              ...entity,
              spec: { ...entity.spec, owner: 'group:default/nobody' },
            }
          : entity,
      ),
    );
    clock.passHours(1);
    await pass.run();
    expect(await statusOf('orphan')).toBe('fail');
    expect(await old()).toBe('pass');
    clock.passDays(30);
    await pass.run();
    expect(await old()).toBe('pass');
    clock.passDays(1);
    await pass.run();
    expect(await old()).toBe('fail');
  });

  it('need no further statement for more products', async () => {
    const statements = async (products: number) => {
      const mesh = await setUp([
        ...WORLD,
        ...Array.from({ length: products }, (_, i) =>
          productOf(`more-${i}`, { domain: 'care' }),
        ),
      ]);
      await mesh.pass.run();
      let count = 0;
      mesh.knex.on('query', () => {
        count += 1;
      });
      await mesh.results.evaluateAll();
      return count;
    };
    expect(await statements(60)).toBe(await statements(10));
  });

  it('evaluate again only what could be another', async () => {
    const { pass, results, evidence, clock, catalog, told } = await setUp();
    const evaluated = async (work: () => Promise<unknown>) => {
      await work();
      return /(\d+) of them evaluated/.exec(told.at(-1) ?? '')?.[1];
    };
    evidence.say('dataproduct:default/forecast', answer);
    expect(await evaluated(() => pass.run())).toBe('4');
    // Once more, because what was written has to be as it is kept.
    expect(await evaluated(() => pass.run())).toBe('4');
    expect(await evaluated(() => pass.run())).toBe('0');
    evidence.say('dataproduct:default/report', answer);
    expect(await evaluated(() => results.evaluateAll())).toBe('1');
    await results.evaluateAll();
    evidence.say(ORDERS, answer);
    // With its whole domain.
    expect(await evaluated(() => results.evaluateAll())).toBe('3');
    await results.evaluateAll();
    expect(await evaluated(() => results.evaluateAll())).toBe('0');
    clock.passDays(1);
    expect(await evaluated(() => results.evaluateAll())).toBe('4');
    expect(await evaluated(() => results.evaluateAll())).toBe('0');
    catalog.set([...WORLD, entityOf('User', 'bo', { memberOf: ['team-c'] })]);
    expect(await evaluated(() => pass.run())).toBe('4');
  });

  it('look at nothing again while nothing was written', async () => {
    const { knex, pass, evidence, clock, told } = await setUp();
    const run = async () => {
      let statements = 0;
      const count = () => {
        statements += 1;
      };
      knex.on('query', count);
      await pass.run();
      knex.removeListener('query', count);
      return {
        statements,
        evaluated: /(\d+) of them evaluated/.exec(told.at(-1) ?? '')?.[1],
      };
    };
    await run();
    await run();
    const whole = await run();
    const still = await run();
    expect(whole.evaluated).toBe('0');
    expect(still.evaluated).toBe('0');
    expect(still.statements).toBeLessThan(whole.statements);

    // Where no row tells of it, it is found once an hour has passed.
    evidence.say(ORDERS, answer);
    expect((await run()).evaluated).toBe('0');
    clock.passHours(1);
    expect((await run()).evaluated).toBe('4');
  });

  it('write nothing about products that nothing has touched', async () => {
    const { knex, pass, results, evidence } = await setUp();
    await pass.run();
    evidence.say(ORDERS, answer);
    const written = watchWrites(knex);
    await results.now([ORDERS]);
    // Its changed rows go out and come in again, each in one statement.
    expect(
      written
        .filter(sql => sql.includes('results'))
        .map(sql => sql.split(' ')[0]),
    ).toEqual(['delete', 'insert']);
  });
});
