import { Knex } from 'knex';
import { entityOf, productOf } from '../__testUtils__/entities';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { DOMAIN_MATURITY } from '../ruleSets/RuleSetsInForce';
import { DAY, NoticeWorld } from './__testUtils__/NoticeWorld';

jest.setTimeout(120_000);

const databases = createTestDatabases();

const ORDERS = 'dataproduct:default/orders';
const PARCELS = 'dataproduct:default/parcels';
const CARE = 'domain:default/care';

const ENTITIES = [
  // A circle, as nothing keeps people from writing one.
  entityOf('Group', 'care', { parent: 'team-a' }),
  entityOf('Group', 'team-a', { parent: 'care' }),
  entityOf('Group', 'team-b'),
  entityOf('User', 'ann', { memberOf: ['team-a'] }),
  entityOf('User', 'bo', { memberOf: ['team-a', 'team-b'] }),
  entityOf('User', 'cy'),
  entityOf(
    'Domain',
    'care',
    { owner: 'team-b' },
    {
      title: 'Patient care',
      annotations: {
        'backstage-data-mesh.io/domain-owner': 'cy',
        'backstage-data-mesh.io/data-lead': 'user:default/nobody',
      },
    },
  ),
  productOf('orders', { owner: 'care', domain: 'care' }, { title: 'Orders' }),
  productOf(
    'parcels',
    { owner: 'team-b', productOwner: 'cy' },
    { title: 'Parcels' },
  ),
];

describe.each(databases.eachSupportedId())('Notifications on %s', id => {
  let knex: Knex;
  let world: NoticeWorld;

  beforeEach(async () => {
    knex = await migrated(await databases.init(id));
    world = new NoticeWorld(knex);
    await world.hasCatalog(ENTITIES);
    await world.pass();
  });
  afterEach(() => {
    for (const [message] of world.logger.error.mock.calls) {
      throw new Error(String(message));
    }
  });

  it('waits until a level has been lower for two passes', async () => {
    await world.levelChanges(PARCELS, 3, 2);
    expect(await world.pass()).toEqual([]);
    expect(await world.pass()).toEqual([
      'bo: Parcels fell to Usable',
      'cy: Parcels fell to Usable',
    ]);
    expect(await world.passes()).toEqual([]);
  });

  it('says why, names the rules, and links to the page', async () => {
    const change = { ruleSet: 'data-product-maturity' };
    for (const [rule, before, after] of [
      ['promises-made', 'pass', 'fail'],
      ['promises-kept', 'pass', 'unknown'],
      ['documented', 'unknown', 'fail'],
      ['lifecycle-set', 'fail', 'pass'],
      ['agreed-format', 'pass', 'fail'],
    ]) {
      await world.resultChanges(PARCELS, rule, [before, after], change);
    }
    await world.levelChanges(PARCELS, 3, 2, { cause: 'evidence' });
    await world.passes();
    expect(world.sent).toEqual([]);
    await world.levelChanges(PARCELS, 2, 1, { cause: 'entity' });
    world.wait(DAY);
    await world.pass();
    await world.pass();
    expect(world.sent[0].payload).toEqual({
      title: 'Parcels fell to Owned',
      description:
        'Parcels fell from Trusted to Owned, because a catalog file around it changed. No longer met: “It promises how soon, how sure and how good”, “It shows that its promises are kept” and “Its ports are of types that are in use here”.',
      link: '/catalog/default/dataproduct/parcels',
      severity: 'normal',
      topic: 'level-dropped',
      scope: 'data-mesh:level-dropped:2026-03-02',
    });
  });

  it('tells all who answer for it, through all levels of groups', async () => {
    await world.levelChanges(ORDERS, 3, 2);
    expect(await world.passes()).toEqual([
      'ann: Orders fell to Usable',
      'bo: Orders fell to Usable',
    ]);
  });

  it('tells of a domain its owners, by dimension', async () => {
    await world.levelChanges(CARE, 2, 1, {
      ruleSet: DOMAIN_MATURITY,
      dimension: 'governance',
      cause: 'time',
    });
    expect(await world.passes()).toEqual([
      'bo: Patient care fell to Starting in Shared rules',
      'cy: Patient care fell to Starting in Shared rules',
    ]);
  });

  it('says nothing of baselines, other rules, and what was mended', async () => {
    await world.levelChanges(ORDERS, null, 1, { cause: 'baseline' });
    await world.levelChanges(PARCELS, 3, 2, { cause: 'rule-set' });
    await world.resultChanges(ORDERS, 'orphan', ['pass', 'fail'], {
      severity: 'high',
      cause: 'rule-set',
    });
    await world.levelChanges(CARE, 2, 1, {
      ruleSet: DOMAIN_MATURITY,
      dimension: 'governance',
    });
    await world.pass();
    await world.levelChanges(CARE, 1, 2, {
      ruleSet: DOMAIN_MATURITY,
      dimension: 'governance',
    });
    expect(await world.passes()).toEqual([]);
  });

  it('says nothing of what has left the catalog', async () => {
    await world.levelChanges(PARCELS, 3, 2);
    await world.hasCatalog(
      ENTITIES.filter(({ metadata }) => metadata.name !== 'parcels'),
    );
    expect(await world.passes()).toEqual([]);
  });

  it('follows a product that was renamed', async () => {
    await world.stands(ORDERS, 3, undefined, '#urn:orders');
    await world.levelChanges(ORDERS, 3, 2);
    await knex('levels').update({ subject_ref: PARCELS });
    await knex('result_changes').update({ history_key: '#urn:orders' });
    await knex('levels').update({ history_key: '#urn:orders' });
    expect(await world.passes()).toEqual([
      'bo: Parcels fell to Usable',
      'cy: Parcels fell to Usable',
    ]);
  });

  describe('sort out now', () => {
    const high = { severity: 'high' };

    it('tells of what is urgent, and what to do', async () => {
      await world.resultChanges(ORDERS, 'orphan', ['pass', 'fail'], high);
      await world.resultChanges(PARCELS, 'thin-team', ['pass', 'fail'], {
        severity: 'medium',
      });
      await world.resultChanges(PARCELS, 'orphan', ['pass', 'fail'], {
        ...high,
        counted: false,
      });
      expect(await world.passes()).toEqual([
        'ann: Sort out now: Orders: No team answers for it',
        'bo: Sort out now: Orders: No team answers for it',
      ]);
      await knex('notices').delete();
      await world.pass();
      expect(world.sent[0].payload).toMatchObject({
        description:
          'Orders: No team answers for it. Set spec.owner to a team that is in the catalog, or start a hand-over.',
        severity: 'high',
        topic: 'sort-out-now',
      });
    });

    it('tells of what became urgent, and again when it comes back', async () => {
      const orphan = (before: string, after: string, severity?: string) =>
        world.resultChanges(PARCELS, 'orphan', [before, after], { severity });
      await orphan('pass', 'fail', 'medium');
      expect(await world.passes()).toEqual([]);
      await orphan('fail', 'fail', 'high');
      expect(await world.passes()).toHaveLength(2);
      await orphan('fail', 'pass');
      expect(await world.passes()).toEqual([]);
      await orphan('pass', 'fail', 'high');
      world.wait(DAY);
      expect(await world.passes()).toHaveLength(2);
    });
  });

  describe('an exception', () => {
    async function waiverUntil(until: string, rule = 'documented', name = '') {
      await world.waivers.insert(knex, {
        id: `w-${rule}-${until}${name}`,
        subjectRef: PARCELS,
        ruleSet: 'data-product-maturity',
        rule,
        reason: 'It will be written in spring',
        until,
        state: 'approved',
        askedBy: 'user:default/ann',
        askedAt: '2026-02-01T00:00:00.000Z',
        decidedBy: 'user:default/bo',
        decidedAt: world.now,
        version: 2,
      });
      await world.resultChanges(PARCELS, rule, ['fail', 'waived'], {
        ruleSet: 'data-product-maturity',
      });
    }

    /** What is told on each of the days, with the day. */
    async function told(days: number): Promise<string[]> {
      const all: string[] = [];
      for (let day = 0; day < days; day++) {
        const sent = await world.passes();
        const date = world.now.slice(5, 10);
        all.push(...sent.map(line => `${date} ${line}`));
        world.wait(DAY - 30 * 60_000);
      }
      return all;
    }

    it('is told of two weeks and three days before it ends', async () => {
      await waiverUntil('2026-03-20');
      expect(await told(25)).toEqual(
        ['03-06', '03-17'].flatMap(day =>
          ['ann', 'bo', 'cy'].map(
            who =>
              `${day} ${who}: An exception for Parcels ends on 20 Mar 2026`,
          ),
        ),
      );
    });

    it('is told of in whole sentences', async () => {
      await waiverUntil('2026-03-16');
      world.wait(DAY);
      await world.passes();
      await knex('notices').delete();
      await world.pass();
      expect(world.sent[0].payload).toMatchObject({
        description:
          'Parcels: “It has a documentation page” is set aside until 16 Mar 2026, 14 days from now. Mend it by then, or ask for a new exception.',
        topic: 'exception-about-to-expire',
      });
    });

    it('is not told of when it is new, renewed or of no effect', async () => {
      await waiverUntil('2026-03-03');
      await waiverUntil('2026-03-20', 'purpose-in-one-sentence');
      await waiverUntil('2026-06-20', 'purpose-in-one-sentence');
      await waiverUntil('2026-03-20', 'findable');
      await world.resultChanges(PARCELS, 'findable', ['waived', 'pass'], {
        ruleSet: 'data-product-maturity',
      });
      expect(await told(25)).toEqual([]);
    });
  });

  describe('sends at most one digest a day, person and topic', () => {
    it('and the rest the day after', async () => {
      await world.levelChanges(PARCELS, 3, 2);
      expect(await world.passes()).toHaveLength(2);
      await world.levelChanges(ORDERS, 3, 2);
      await world.levelChanges(CARE, 2, 1, {
        ruleSet: DOMAIN_MATURITY,
        dimension: 'governance',
      });
      await world.resultChanges(PARCELS, 'orphan', ['pass', 'fail'], {
        severity: 'high',
      });
      expect(await world.passes()).toEqual([
        'ann: Orders fell to Usable',
        'bo: Sort out now: Parcels: No team answers for it',
        'cy: Sort out now: Parcels: No team answers for it',
      ]);
      world.wait(DAY);
      expect(await world.passes()).toEqual([
        'bo: 2 levels fell on what you own',
        'cy: Patient care fell to Starting in Shared rules',
      ]);
      world.wait(DAY);
      expect(await world.passes()).toEqual([]);
    });

    it('whatever replicas there are', async () => {
      await world.levelChanges(ORDERS, 3, 2);
      await world.levelChanges(PARCELS, 3, 2);
      await world.pass();
      const replicas = Array.from({ length: 4 }, () => world.replica());
      expect(await world.pass(...replicas)).toEqual([
        'ann: Orders fell to Usable',
        'bo: 2 levels fell on what you own',
        'cy: Parcels fell to Usable',
      ]);
    });

    it('when a clock goes 400 days on', async () => {
      await world.levelChanges(PARCELS, 3, 2);
      await world.passes();
      world.wait(400 * DAY);
      for (const subject of [ORDERS, PARCELS]) {
        await world.levelChanges(subject, 2, 0, { cause: 'time' });
      }
      for (const dimension of ['ownership', 'governance', 'sharing']) {
        await world.levelChanges(CARE, 3, 0, {
          ruleSet: DOMAIN_MATURITY,
          dimension,
          cause: 'time',
        });
      }
      const day: string[] = [];
      for (let n = 0; n < 20; n++) {
        day.push(...(await world.pass()));
      }
      expect(day.sort()).toEqual([
        'ann: Orders fell to Listed',
        'bo: 5 levels fell on what you own',
        'cy: 4 levels fell on what you own',
      ]);
      world.wait(DAY);
      expect(await world.passes()).toEqual([]);
    });
  });

  describe('when something goes wrong', () => {
    const isAway = async () => {
      throw new Error('status 404');
    };

    it('loses nothing while the service is away, and says so once', async () => {
      world.onSend = isAway;
      const replica = world.replica();
      await world.levelChanges(PARCELS, 3, 2);
      for (let n = 0; n < 5; n++) {
        expect(await world.pass(replica)).toEqual([]);
      }
      expect(world.logger.warn.mock.calls).toEqual([
        [expect.stringContaining('status 404')],
      ]);
      world.wait(3 * DAY);
      world.onSend = async () => {};
      expect(await world.pass(replica)).toHaveLength(2);
      expect(world.logger.info).toHaveBeenLastCalledWith(
        'Notifications are sent again',
      );
      expect(await world.pass(replica)).toEqual([]);
    });

    it('does not let some people hold up the others', async () => {
      const people = Array.from({ length: 30 }, (_, n) => `p${n + 10}`);
      await world.hasCatalog([
        ...ENTITIES,
        ...people.map(name => entityOf('User', name, { memberOf: ['team-b'] })),
      ]);
      world.onSend = async ({ recipients }) => {
        if (
          'entityRef' in recipients &&
          /p[12]/.test(`${recipients.entityRef}`)
        ) {
          throw new Error('refused');
        }
      };
      await world.levelChanges(PARCELS, 3, 2);
      const replica = world.replica();
      const reached = new Set<string>();
      for (let n = 0; n < 12; n++) {
        (await world.pass(replica)).forEach(line => reached.add(line));
      }
      expect(reached.size).toBe(12);
      expect(world.logger.warn).toHaveBeenCalledTimes(1);
    });

    it('takes over what a replica left behind', async () => {
      await world.levelChanges(PARCELS, 3, 2);
      await world.pass();
      world.onSend = () => new Promise(() => {});
      const dying = world.replica();
      world.wait(10 * 60_000);
      dying.afterPass({ startedAt: world.now });
      for (;;) {
        if ((await knex('notices')).length > 0) {
          break;
        }
        await new Promise(resolve => setTimeout(resolve, 10));
      }
      world.onSend = async () => {};
      // Not while the other one may still be at it.
      world.wait(-9 * 60_000);
      expect(await world.pass()).toHaveLength(1);
      expect(await world.pass()).toHaveLength(1);
      expect(await world.pass()).toEqual([]);
    });
  });

  it('reads as many times for many as for few', async () => {
    const count = async () => {
      let queries = 0;
      const onQuery = ({ sql }: { sql: string }) => {
        queries += /^(insert into notices|update .notices)/.test(sql) ? 0 : 1;
      };
      knex.on('query', onQuery);
      await world.pass();
      knex.removeListener('query', onQuery);
      return queries;
    };
    await world.levelChanges(PARCELS, 3, 2);
    await world.pass();
    const few = await count();
    expect(world.sent).toHaveLength(2);
    const many = Array.from({ length: 100 }, (_, n) => `product-${n}`);
    await world.hasCatalog([
      ...ENTITIES,
      ...many.map(name => productOf(name, { owner: 'team-a' })),
    ]);
    for (const name of many) {
      await world.levelChanges(`dataproduct:default/${name}`, 3, 2);
    }
    await world.pass();
    expect(await count()).toBe(few);
    expect(world.sent).toHaveLength(1);
  });

  it('forgets whom it told of what, after a while', async () => {
    await world.levelChanges(PARCELS, 3, 2);
    await world.passes();
    expect(await knex('notices')).toHaveLength(2);
    world.wait(50 * DAY);
    expect(await world.passes()).toEqual([]);
    expect(await knex('notices')).toEqual([]);
  });
});
