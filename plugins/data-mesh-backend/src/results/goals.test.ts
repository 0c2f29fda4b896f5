import { Entity } from '@backstage/catalog-model';
import { entityOf, productOf } from '../__testUtils__/entities';
import { Goals } from '../__testUtils__/goals';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { statementsOf } from '../__testUtils__/reads';
import { createMesh } from '../__testUtils__/results';
import { WORLD } from '../__testUtils__/world';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const ORDERS = 'dataproduct:default/orders';
const FORECAST = 'dataproduct:default/forecast';
const CARE = 'domain:default/care';
const TIED = 'tied-to-a-living-goal';
const READ = [{ date: '2026-02-20', value: 50 }];

/** `orders` with an initiative in its file. */
const naming = (initiative: string): Entity[] =>
  WORLD.map(entity =>
    entity.metadata.name === 'orders'
      ? { ...entity, spec: { ...entity.spec, initiatives: [initiative] } }
      : entity,
  );

describe.each(databases.eachSupportedId())('goals on %s', id => {
  async function setUp(entities: readonly Entity[] = WORLD) {
    const knex = await migrated(await databases.init(id));
    const goals = new Goals(knex);
    const mesh = createMesh(knex, entities);
    /** Rules that changed in the last evaluation, with why. */
    const news = async (subject: string) => {
      const rows = await knex('result_changes')
        .where({ subject_ref: subject, at: mesh.clock.now().toISOString() })
        .whereNotNull('rule')
        .orderBy('id');
      return rows.map(
        ({ rule, before, after, cause }) =>
          `${rule}: ${before} > ${after}, ${cause}`,
      );
    };
    const next = async (changed?: readonly Entity[]) => {
      if (changed) {
        mesh.catalog.set(changed);
      }
      mesh.clock.passHours(1);
      await mesh.pass.run();
    };
    const evaluated = async () =>
      (await mesh.results.getStatus()).lastEvaluation?.evaluated;
    return { ...mesh, goals, news, next, evaluated };
  }

  it('are what products are for, from tree and file', async () => {
    const { goals, pass, news, next } = await setUp();
    await goals.addBranch(CARE);
    await goals.measure('DG', READ);
    await pass.run();

    await goals.link('I', ORDERS);
    await next();
    expect(await news(ORDERS)).toEqual([
      `${TIED}: fail > pass, goals`,
      'no-goal: fail > pass, goals',
    ]);

    await goals.unlink('I', ORDERS);
    await next(naming('I'));
    expect(await news(ORDERS)).toEqual([]);

    await next(WORLD);
    expect(await news(ORDERS)).toEqual([
      `${TIED}: pass > fail, entity`,
      'no-goal: pass > fail, entity',
    ]);
  });

  it('are lost with what leads to them, and found again', async () => {
    const { goals, pass, news, next } = await setUp(naming('I'));
    await goals.addBranch(CARE);
    await goals.measure('DG', READ);
    await pass.run();

    await goals.setState('B', 'stopped');
    await next();
    expect(await news(ORDERS)).toEqual([`${TIED}: pass > fail, goals`]);

    await goals.setState('B', 'active');
    await next();
    expect(await news(ORDERS)).toEqual([`${TIED}: fail > pass, goals`]);

    await goals.delete('I');
    await next();
    expect(await news(ORDERS)).toEqual([`${TIED}: pass > fail, goals`]);
  });

  it('grow old with time, and live again with a reading', async () => {
    const { goals, clock, pass, news, next } = await setUp(naming('I'));
    await goals.addBranch(CARE);
    await goals.measure('DG', READ);
    await pass.run();

    // The last day on which a reading of 30 days' cadence is not too old.
    clock.passDays(36);
    await next();
    expect(await news(ORDERS)).not.toContainEqual(
      expect.stringContaining(TIED),
    );
    clock.passDays(1);
    await next();
    expect(await news(ORDERS)).toContainEqual(`${TIED}: pass > fail, time`);

    await goals.read('DG', { date: '2026-04-07', value: 40 });
    await next();
    expect(await news(ORDERS)).toEqual([`${TIED}: fail > pass, goals`]);
  });

  it('of products reach those that they draw from', async () => {
    const { goals, pass, news, next } = await setUp();
    await goals.addBranch(CARE);
    await pass.run();

    await goals.link('I', FORECAST);
    await next();
    expect(await news(ORDERS)).toEqual(['no-goal: fail > pass, goals']);
  });

  it('make a domain grow, and take part', async () => {
    const plan = 'domain:default/plan';
    const { goals, knex, pass, news, next, results } = await setUp([
      ...WORLD,
      entityOf('Domain', 'plan', { owner: 'team-c' }),
    ]);
    await pass.run();
    expect(await knex('levels').where({ subject_ref: plan })).toEqual([]);

    await goals.addBranch(CARE);
    await goals.add('goal', 'own', { fields: { domain: plan } });
    await results.now([CARE, plan]);
    expect(await news(CARE)).toEqual([
      'goal-with-parent: fail > pass, goals',
      'goals-measured: unknown > fail, goals',
    ]);
    expect(await knex('levels').where({ subject_ref: plan })).toHaveLength(2);

    await goals.measure('DG', [
      { date: '2026-01-01', value: 60 },
      { date: '2026-02-01', value: 50 },
      ...READ,
    ]);
    await goals.link('I', ORDERS);
    await next();
    expect(await news(CARE)).toEqual(
      expect.arrayContaining([
        'goals-measured: fail > pass, goals',
        'measures-move: fail > pass, goals',
      ]),
    );
  });

  it('change nothing for those that they do not concern', async () => {
    const { goals, pass, next, evaluated } = await setUp([
      ...WORLD,
      entityOf('Domain', 'plan', { owner: 'team-c' }),
      productOf('alone', { owner: 'group:default/team-c', domain: 'plan' }),
    ]);
    await goals.addBranch(CARE);
    await goals.measure('DG', READ);
    await goals.link('I', 'dataproduct:default/alone');
    await pass.run();
    await next();
    await next();
    expect(await evaluated()).toBe(0);

    // A reading concerns the domain of the goal, and the product with its own.
    await goals.read('DG', { date: '2026-02-28', value: 40 });
    await next();
    expect(await evaluated()).toBe(5);
    await next();
    await next();
    expect(await evaluated()).toBe(0);

    // A goal that leads nowhere concerns its domain and all in it.
    await goals.add('goal', 'other', {
      fields: { domain: 'domain:default/plan' },
    });
    await next();
    expect(await evaluated()).toBe(2);
  });

  it('explain results', async () => {
    const { goals, pass, results } = await setUp(naming('I'));
    await goals.addBranch(CARE);
    await goals.measure('DG', READ);
    await pass.run();

    const told = await results.explain(ORDERS, 'data-product-maturity', TIED);
    expect(told?.explanation.result.status).toBe('pass');
    expect(JSON.stringify(told?.explanation)).toContain('goals.living');
  });

  it('take the same statements whatever their number', async () => {
    const { goals, knex, pass, results } = await setUp();
    await pass.run();
    const statements = () =>
      statementsOf(knex, () =>
        results.explain(ORDERS, 'data-product-maturity', TIED),
      );
    await statements();
    const before = await statements();
    await goals.addBranch(CARE);
    for (let n = 0; n < 30; n++) {
      await goals.add('initiative', `I-${n}`, { parentId: 'B' });
      await goals.measure(`I-${n}`, READ);
      await goals.link(`I-${n}`, FORECAST);
    }
    expect(await statements()).toBe(before);
  });
});
