import {
  evidenceWritePermission,
  myWorkSchema,
  waiverManagePermission,
  WaiverRecord,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { entityOf, productOf } from '../__testUtils__/entities';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import {
  allBut,
  createDemoReads,
  createReads,
  person,
  statementsOf,
} from '../__testUtils__/reads';
import { createMesh } from '../__testUtils__/results';
import { defaultRuleSets } from '../__testUtils__/ruleSets';
import { WaiverLists } from './MyWorkService';

jest.setTimeout(180_000);

const databases = createTestDatabases();
const product = (name: string) => `dataproduct:default/${name}`;

const link = (ref: string) => ({ ref, title: ref, exists: true });
const asked: WaiverRecord = {
  id: '1',
  entity: link(product('invoice-ledger')),
  ruleSet: 'data-product-maturity',
  rule: 'change-policy',
  reason: 'The year is closed',
  until: '2026-04-01',
  state: 'asked',
  askedBy: link('user:default/ingrid.solberg'),
  askedAt: '2026-02-28T00:00:00Z',
  version: 1,
  may: ['approve', 'decline'],
};

describe.each(databases.eachSupportedId())('my work on %s', id => {
  let knex: Knex;
  let demo: Awaited<ReturnType<typeof createDemoReads>>;
  const waivers = {
    list: jest.fn<
      ReturnType<WaiverLists['list']>,
      Parameters<WaiverLists['list']>
    >(async ({ entity }) => {
      const items: WaiverRecord[] = entity
        ? [{ ...asked, id: '2', may: ['revoke'] }]
        : [asked, { ...asked, id: '3', may: [] }];
      return { items, total: items.length };
    }),
  };
  const workOf = (name: string, visible: 'all' | Set<string> = 'all') =>
    demo.myWork.getMyWork(person(name), visible);

  beforeAll(async () => {
    knex = await migrated(await databases.init(id));
    demo = await createDemoReads(knex, { waivers });
  });

  it('of a data lead is what they answer for', async () => {
    const work = await workOf('yusuf.demir');
    expect(myWorkSchema.strict().safeParse(work).error).toBeUndefined();
    expect(work.person).toMatchObject({ title: 'Yusuf Demir' });
    expect(work.roles).toEqual(
      expect.arrayContaining([{ role: 'data-lead', entities: 1 }]),
    );

    const about = (name: string) =>
      work.questions.filter(({ entity }) => entity.ref.endsWith(`/${name}`));
    expect(about('no-show-risk')).toMatchObject([
      {
        ruleSet: 'data-product-maturity',
        rule: 'promises-kept',
        code: 'DP-T3',
        key: 'promises.kept',
        value: 'yes-no',
        reason: expect.stringContaining('2026-01-15'),
      },
    ]);
    const fixes = new Map(
      work.fixes.map(fix => [fix.entity.ref.split('/')[1], fix]),
    );
    // What stands between the product and its target is asked above.
    expect(fixes.has('no-show-risk')).toBe(false);
    // An open point counts beyond the target, too.
    expect(fixes.get('patient-appointments')).toMatchObject({
      level: 3,
      target: 3,
      items: [{ code: 'DP-L3', severity: 'medium', since: null }],
    });
    expect(fixes.get('patient-360')?.items[0]).toMatchObject({
      code: 'DP-O2',
      severity: 'high',
      fix: expect.any(String),
    });
    expect([...fixes.keys()].indexOf('patient-360')).toBeLessThan(
      [...fixes.keys()].indexOf('patient-appointments'),
    );
    expect(work.counts).toMatchObject({
      questions: work.questions.length,
      entities: work.fixes.length,
    });
  });

  it('asks each thing once, and nothing that lies far ahead', async () => {
    for (const name of ['yusuf.demir', 'tomas.reyes', 'priya.natarajan']) {
      const { questions } = await workOf(name);
      const keys = questions.map(({ entity, key }) => `${entity.ref} ${key}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { entity, ruleSet, rule } of questions) {
        const row = await knex('results')
          .where({ subject_ref: entity.ref, rule_set: ruleSet, rule })
          .first();
        expect(row.status).toBe('unknown');
      }
    }
    const ref = 'domain:default/patient-services';
    const { questions } = await workOf('yusuf.demir');
    const codes = questions
      .filter(({ entity }) => entity.ref === ref)
      .map(({ code }) => code);
    // Ownership is at 1, so that what level 4 needs is not asked yet.
    expect(codes).not.toContain('DM-O8');
    expect(codes).toContain('DM-A4');
  });

  it('has approvals for those who decide, and exceptions of their own', async () => {
    waivers.list.mockClear();
    const work = await workOf('yusuf.demir');
    expect(work.approvals.map(waiver => waiver.id)).toEqual(['1']);
    expect(work.exceptions.map(waiver => waiver.id)).toEqual(['2']);
    expect(work.counts.approvals).toBe(1);
    expect(waivers.list.mock.calls.map(([query]) => query)).toEqual([
      { state: ['asked'], limit: 100 },
      {
        entity: expect.arrayContaining([product('no-show-risk')]),
        state: ['asked', 'approved'],
        limit: 100,
      },
    ]);
  });

  it('without permissions has no approvals and no questions', async () => {
    const { myWork } = createReads(knex, {
      ruleSets: demo.ruleSets,
      waivers,
      denied: [waiverManagePermission, evidenceWritePermission],
    });
    const work = await myWork.getMyWork(person('yusuf.demir'), 'all');
    expect(work).toMatchObject({ approvals: [], questions: [] });
    // Nobody can be asked, so it is something to do.
    expect(
      work.fixes.find(({ entity }) => entity.ref === product('no-show-risk')),
    ).toMatchObject({ total: 1, items: [{ code: 'DP-T3' }] });
  });

  it('of somebody who answers for nothing is empty', async () => {
    waivers.list.mockClear();
    const work = await workOf('nobody');
    expect(work).toMatchObject({
      person: { ref: 'user:default/nobody', title: 'nobody' },
      roles: [],
      exceptions: [],
      questions: [],
      fixes: [],
      counts: { questions: 0, entities: 0 },
    });
    expect(waivers.list).toHaveBeenCalledTimes(1);
  });

  it('leaves out what is hidden', async () => {
    const work = await workOf(
      'yusuf.demir',
      await allBut(knex, product('no-show-risk'), product('patient-360')),
    );
    expect(JSON.stringify(work)).not.toMatch(/no-show-risk|patient-360/);
    expect(work.roles).toContainEqual({ role: 'owner', entities: 1 });
  });

  it('has what is to be mended in catalog files', async () => {
    const ref = product('patient-appointments');
    const { facts } = await knex('subjects').where({ ref }).first();
    await knex('subjects')
      .where({ ref })
      .update({
        facts: JSON.stringify({
          ...JSON.parse(facts),
          warnings: [
            {
              code: 'W1',
              path: 'status',
              message: 'Status and lifecycle disagree.',
              fix: 'Remove the status.',
            },
          ],
        }),
      });
    const { fixes } = await workOf('yusuf.demir');
    const own = fixes.find(({ entity }) => entity.ref === ref);
    expect(own?.items).toContainEqual({
      ruleSet: 'catalog-file',
      rule: 'warning/W1/status',
      code: 'W1',
      title: 'Status and lifecycle disagree.',
      fix: 'Remove the status.',
      since: null,
    });
    await knex('subjects').where({ ref }).update({ facts });
  });

  it('asks consumers, and counts stewards', async () => {
    const other = await migrated(await databases.init(id));
    const ruleSets = defaultRuleSets();
    const entities = [
      entityOf('Group', 'team-a'),
      entityOf('Group', 'team-b'),
      entityOf('User', 'bo', { memberOf: ['team-b'] }),
      entityOf('User', 'cy', {}),
      productOf('orders', {
        lifecycle: 'candidate',
        stewards: ['cy'],
        consumers: [{ ref: 'group:default/team-b', state: 'active' }],
      }),
    ];
    await createMesh(other, entities, { ruleSets }).pass.run();
    await other('levels').update({ level: 3 });
    const { myWork } = createReads(other, { ruleSets });
    const consumer = await myWork.getMyWork(person('bo'), 'all');
    expect(consumer).toMatchObject({
      roles: [],
      fixes: [],
      questions: [
        {
          key: 'consumers.stillUsing',
          value: 'choice',
          choices: ['yes', 'no', 'problem'],
        },
      ],
    });
    const steward = await myWork.getMyWork(person('cy'), 'all');
    expect(steward.roles).toEqual([{ role: 'steward', entities: 1 }]);
    expect(steward.questions).toEqual([]);
    expect(steward.fixes).toHaveLength(1);
  });

  it('takes as many statements for 3 products as for 60', async () => {
    const counts: number[] = [];
    for (const count of [3, 60]) {
      const other = await migrated(await databases.init(id));
      const ruleSets = defaultRuleSets();
      const entities = [
        entityOf('Group', 'team-a'),
        entityOf('User', 'ann', { memberOf: ['team-a'] }),
        ...Array.from({ length: count }, (_, n) => productOf(`product-${n}`)),
      ];
      await createMesh(other, entities, { ruleSets }).pass.run();
      const { myWork } = createReads(other, { ruleSets });
      const visible = await allBut(other);
      const work = await myWork.getMyWork(person('ann'), visible);
      expect(work.counts.entities).toBe(count);
      counts.push(
        await statementsOf(other, () =>
          myWork.getMyWork(person('ann'), visible),
        ),
      );
    }
    expect(counts[0]).toBe(counts[1]);
    expect(counts[0]).toBeLessThanOrEqual(17);
  });
});
