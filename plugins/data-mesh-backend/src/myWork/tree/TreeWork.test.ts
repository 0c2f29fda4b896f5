import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  checkInCreatePermission,
  goalManagePermission,
  MyWork,
  myWorkSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { readDemoEntities } from '../../__testUtils__/demo';
import { entityOf, productOf } from '../../__testUtils__/entities';
import { Goals } from '../../__testUtils__/goals';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import {
  allBut,
  createDemoReads,
  createReads,
  person,
  statementsOf,
} from '../../__testUtils__/reads';
import { createMesh, FakeClock } from '../../__testUtils__/results';
import { defaultRuleSets } from '../../__testUtils__/ruleSets';
import {
  createDataMeshConditionalDecision,
  dataMeshConditions,
} from '../../valueTree/rights/rules';

jest.setTimeout(180_000);

const databases = createTestDatabases();
const NOTHING: PolicyDecision[] = [
  { result: AuthorizeResult.DENY },
  { result: AuthorizeResult.DENY },
];

/** What the policy of the demo says to whom has these claims. */
function byClaims(claims: string[]): PolicyDecision[] {
  const isNodeOwner = dataMeshConditions.isNodeOwner({ claims });
  const isDomainOwner = dataMeshConditions.isDomainOwner({ claims });
  const isMeasureOwner = dataMeshConditions.isMeasureOwner({ claims });
  return [
    createDataMeshConditionalDecision(goalManagePermission, {
      anyOf: [isNodeOwner, isDomainOwner],
    }),
    createDataMeshConditionalDecision(checkInCreatePermission, {
      anyOf: [isNodeOwner, isDomainOwner, isMeasureOwner],
    }),
  ];
}

/** People of the demo have their own ref and their direct groups. */
function demoPolicy(ref: string): PolicyDecision[] {
  const user = readDemoEntities().find(
    ({ kind, metadata }) =>
      kind === 'User' && ref === `user:default/${metadata.name}`,
  );
  const groups = (user?.spec?.memberOf ?? []) as string[];
  return byClaims([ref, ...groups.map(name => `group:default/${name}`)]);
}

/** What waits in the tree, in few words. */
function wordsOf(work: MyWork) {
  return {
    checkIns: work.checkIns.map(({ measure }) => measure.id),
    bets: work.bets.map(({ id }) => id),
    reviews: work.reviews.map(({ domain }) => domain.ref.split('/')[1]),
    helpWanted: work.helpWanted.map(({ id }) => id),
    next: work.next && `${work.next.what} ${work.next.date}`,
  };
}

describe.each(databases.eachSupportedId())(
  'what waits in the value tree of the demo on %s',
  id => {
    let knex: Knex;
    let demo: Awaited<ReturnType<typeof createDemoReads>>;

    beforeAll(async () => {
      knex = await migrated(await databases.init(id));
      demo = await createDemoReads(knex, { decideOnNodes: demoPolicy });
    });
    afterEach(async () => {
      await knex('reviews').delete();
    });
    const workOf = (name: string, visible: 'all' | Set<string> = 'all') =>
      demo.myWork.getMyWork(person(name), visible);
    const review = (change: object) =>
      knex('reviews').insert({
        id: 'R-1',
        domain_ref: 'domain:default/patient-services',
        state: 'closed',
        data: '{}',
        started_by: 'user:default/yusuf.demir',
        started_at: '2026-02-01T08:00:00.000Z',
        version: 1,
        ...change,
      });

    it.each<[string, string, ReturnType<typeof wordsOf>]>([
      [
        'yusuf.demir',
        'leads the data work of a domain on course',
        {
          checkIns: [],
          bets: ['B-04'],
          reviews: ['patient-services'],
          helpWanted: [],
          next: 'check-in 2026-03-19',
        },
      ],
      [
        'daniel.ferro',
        'leads that of a domain that has stopped looking',
        {
          checkIns: ['M-07', 'M-08'],
          bets: ['B-07', 'B-08'],
          reviews: ['clinical-research'],
          helpWanted: [],
          next: null,
        },
      ],
      [
        'ingrid.solberg',
        'owns and leads a domain',
        {
          checkIns: ['M-09', 'M-10'],
          bets: [],
          reviews: ['finance'],
          helpWanted: [],
          next: 'bet 2026-03-16',
        },
      ],
      [
        'sofia.marino',
        'is of the team that owns a goal',
        {
          checkIns: [],
          bets: ['B-04'],
          reviews: [],
          helpWanted: [],
          next: 'check-in 2026-03-19',
        },
      ],
      [
        'ruth.adeyemi',
        'owns a domain without goals',
        {
          checkIns: [],
          bets: [],
          reviews: ['commercial'],
          helpWanted: [],
          next: null,
        },
      ],
      [
        'nobody',
        'answers for nothing',
        { checkIns: [], bets: [], reviews: [], helpWanted: [], next: null },
      ],
    ])('for %s, who %s', async (name, _, expected) => {
      const work = await workOf(name);
      expect(myWorkSchema.strict().safeParse(work).error).toBeUndefined();
      expect(wordsOf(work)).toEqual(expected);
      expect(work.day).toBe('2026-03-01');
      expect(work.counts).toMatchObject({
        checkIns: expected.checkIns.length,
        bets: expected.bets.length,
        reviews: expected.reviews.length,
        helpWanted: 0,
      });
    });

    it('says what is to be read and decided on', async () => {
      const work = await workOf('daniel.ferro');
      expect(work.checkIns[0]).toMatchObject({
        measure: {
          id: 'M-07',
          unit: 'days',
          standing: { status: 'stale', current: { value: 161 } },
          may: ['edit', 'check-in'],
        },
        node: { id: 'DG-4', kind: 'goal' },
        domain: { ref: 'domain:default/clinical-research' },
        lastAt: '2025-11-01',
      });
      expect(work.bets[1]).toMatchObject({
        id: 'B-08',
        state: 'stop-ready',
        reviewAt: '2026-02-19',
        stopRule: expect.any(String),
        domain: { ref: 'domain:default/clinical-research' },
      });
      const { next } = await workOf('yusuf.demir');
      expect(next).toEqual({
        what: 'check-in',
        date: '2026-03-19',
        title: 'Missed appointments',
        node: 'DG-2',
      });
    });

    it('leaves out what is hidden', async () => {
      const hidden = 'domain:default/clinical-research';
      const work = await workOf('daniel.ferro', await allBut(knex, hidden));
      expect(wordsOf(work)).toEqual({
        checkIns: [],
        bets: [],
        reviews: [],
        helpWanted: [],
        next: null,
      });
      expect(JSON.stringify(work)).not.toContain(hidden);
    });

    it('goes on with a review that is under way', async () => {
      await review({ state: 'open' });
      const { reviews } = await workOf('yusuf.demir');
      expect(reviews).toMatchObject([
        {
          domain: { ref: 'domain:default/patient-services' },
          open: { id: 'R-1', startedAt: '2026-02-01T08:00:00.000Z' },
          lastAt: null,
        },
      ]);
    });

    const appointments = {
      what: 'check-in',
      date: '2026-03-19',
      title: 'Missed appointments',
      node: 'DG-2',
    };
    it.each<[string, string[], object]>([
      ['2026-02-01T08:00:00.000Z', [], appointments],
      [
        '2025-12-10T23:00:00.000Z',
        [],
        { what: 'review', date: '2026-03-10', title: 'Patient services' },
      ],
      ['2025-12-01T23:00:00.000Z', ['patient-services'], appointments],
    ])('after a review closed at %s', async (closedAt, reviews, next) => {
      await review({ closed_at: closedAt });
      await review({ id: 'R-0', state: 'abandoned', closed_at: closedAt });
      const work = await workOf('yusuf.demir');
      expect(wordsOf(work).reviews).toEqual(reviews);
      expect(work.next).toEqual(next);
    });

    it('asks for no review where there is no product past its MVP', async () => {
      const products = (await allBut(knex)).values();
      const visible = new Set(
        [...products].filter(ref => !ref.startsWith('dataproduct:')),
      );
      expect(await workOf('yusuf.demir', visible)).toMatchObject({
        reviews: [],
        bets: [{ id: 'B-04' }],
      });
    });

    it('offers nothing that the person may not do', async () => {
      const { myWork } = createReads(knex, {
        ruleSets: demo.ruleSets,
        decideOnNodes: () => NOTHING,
      });
      const work = await myWork.getMyWork(person('daniel.ferro'), 'all');
      expect(wordsOf(work)).toEqual({
        checkIns: [],
        bets: [],
        reviews: [],
        helpWanted: [],
        next: null,
      });
    });
  },
);

describe.each(databases.eachSupportedId())(
  'what waits in a value tree on %s',
  id => {
    let knex: Knex;
    let goals: Goals;
    let reads: ReturnType<typeof createReads>;
    const clock = new FakeClock();
    const care = 'domain:default/care';
    const today = '2026-03-01';

    beforeAll(async () => {
      knex = await migrated(await databases.init(id));
      goals = new Goals(knex);
      const ruleSets = defaultRuleSets();
      const entities = [
        entityOf('Group', 'company'),
        entityOf('Group', 'team-a', { parent: 'company' }),
        entityOf('Group', 'team-b'),
        entityOf('User', 'ann', { memberOf: ['team-a'] }),
        entityOf('User', 'bea', { memberOf: ['team-b'] }),
        entityOf('User', 'sam', {}),
        entityOf('Domain', 'care', { owner: 'team-a' }),
        productOf('orders', { domain: 'care', lifecycle: 'candidate' }),
      ];
      await createMesh(knex, entities, { ruleSets }).pass.run();
      reads = createReads(knex, { ruleSets, clock });
    });
    afterEach(async () => {
      await knex('value_nodes').delete();
      await knex('measures').delete();
      await knex('reviews').delete();
    });
    const workOf = (name: string) =>
      reads.myWork.getMyWork(person(name), 'all');

    it('has a measure read by its owner, else by who owns the node', async () => {
      await goals.add('goal', 'G', {
        fields: { owner: 'group:default/team-b' },
      });
      await goals.add('bet', 'B', { parentId: 'G' });
      await goals.add('bet', 'B2', { parentId: 'G' });
      await goals.measure('B', []);
      await goals.measure('B2', [], { owner: 'user:default/sam' });
      expect(wordsOf(await workOf('bea')).checkIns).toEqual(['B-measure']);
      expect(wordsOf(await workOf('sam')).checkIns).toEqual(['B2-measure']);
      expect(wordsOf(await workOf('ann')).checkIns).toEqual([]);
    });

    it('takes a domain that names nobody as that of its owners', async () => {
      await goals.add('goal', 'G', { fields: { domain: care } });
      await goals.measure('G', [], { owner: 'user:default/sam' });
      expect(wordsOf(await workOf('ann')).checkIns).toEqual(['G-measure']);
      expect(wordsOf(await workOf('bea')).checkIns).toEqual([]);
    });

    it.each<[string, { date: string; value: number }[], object, string | null]>(
      [
        ['not read yet', [], {}, 'now'],
        ['begun today', [], { baseline: { value: 100, date: today } }, null],
        ['read in time', [{ date: '2026-01-31', value: 90 }], {}, '2026-03-02'],
        ['due today', [{ date: '2026-01-30', value: 90 }], {}, 'now'],
        ['read long ago', [{ date: '2025-10-01', value: 90 }], {}, 'now'],
        ['reached', [{ date: '2025-10-01', value: 0 }], {}, null],
        [
          'not well defined',
          [{ date: '2025-10-01', value: 90 }],
          { target: undefined },
          'now',
        ],
      ],
    )('tells of a measure that is %s', async (_, readings, fields, due) => {
      await goals.add('goal', 'G', {
        fields: { owner: 'user:default/sam' },
      });
      await goals.measure('G', readings, fields);
      const { checkIns, next } = await workOf('sam');
      expect(checkIns).toHaveLength(due === 'now' ? 1 : 0);
      expect(next?.date ?? null).toBe(due === 'now' ? null : due);
      checkIns.forEach(({ lastAt }) =>
        expect(lastAt).toBe(readings[0]?.date ?? null),
      );
    });

    it.each(['proposed', 'achieved', 'dropped'] as const)(
      'asks nothing of a goal that is %s',
      async state => {
        await goals.add('goal', 'G', {
          state,
          fields: { owner: 'user:default/sam' },
        });
        await goals.measure('G', []);
        expect(wordsOf(await workOf('sam')).checkIns).toEqual([]);
      },
    );

    it('has bets decided on that are due within two weeks, or ready', async () => {
      await goals.add('goal', 'G', {
        fields: { sponsor: 'user:default/sam' },
      });
      const bets = {
        past: { fields: { reviewAt: '2026-02-01' } },
        soon: { fields: { reviewAt: '2026-03-15' } },
        later: { fields: { reviewAt: '2026-03-16' } },
        ready: { state: 'stop-ready' as const },
        proposed: {
          state: 'proposed' as const,
          fields: { reviewAt: today },
        },
        stopped: {
          state: 'stopped' as const,
          fields: { reviewAt: '2026-02-01' },
        },
        undated: {},
      };
      for (const [name, bet] of Object.entries(bets)) {
        await goals.add('bet', name, { parentId: 'G', ...bet });
      }
      const work = await workOf('sam');
      expect(wordsOf(work)).toMatchObject({
        bets: ['ready', 'past', 'proposed', 'soon'],
        next: 'bet 2026-03-16',
      });
      expect(work.next).toMatchObject({ title: 'later', node: 'later' });
      expect(wordsOf(await workOf('bea')).bets).toEqual([]);
    });

    it('tells the sponsor and the owner of a goal that help is wanted', async () => {
      await goals.add('goal', 'CG', {
        fields: {
          owner: 'group:default/company',
          sponsor: 'user:default/sam',
          helpWanted: 'People',
        },
      });
      await goals.add('goal', 'G', {
        parentId: 'CG',
        fields: {
          domain: care,
          owner: 'group:default/team-b',
          helpWanted: 'Numbers',
        },
      });
      await goals.add('goal', 'done', {
        parentId: 'CG',
        state: 'achieved',
        fields: { helpWanted: 'Nothing any more' },
      });
      const helpOf = async (name: string) =>
        (await workOf(name)).helpWanted.map(
          ({ id: node, text, as }) => `${node} ${text} ${as}`,
        );
      expect(await helpOf('sam')).toEqual([
        'CG People sponsor',
        'G Numbers sponsor',
      ]);
      expect(await helpOf('bea')).toEqual(['G Numbers owner']);
      // Whoever is of a team of the company does not own all of its goals.
      expect(await helpOf('ann')).toEqual([]);
    });

    it('asks no more once it has been told', async () => {
      await goals.add('goal', 'G', {
        fields: { owner: 'user:default/sam' },
      });
      await goals.measure('G', []);
      expect((await workOf('sam')).counts.checkIns).toBe(1);
      await goals.read('G', { date: today, value: 90 });
      expect(wordsOf(await workOf('sam'))).toMatchObject({
        checkIns: [],
        next: 'check-in 2026-03-31',
      });
    });

    it('shows a hundred of each and counts all, in as many statements', async () => {
      const counts: number[] = [];
      for (const many of [1, 120]) {
        await goals.add('goal', `G${many}`, {
          fields: { owner: 'user:default/sam', helpWanted: 'Time' },
        });
        for (let n = 0; n < many; n++) {
          const bet = `B${many}-${n}`;
          await goals.add('bet', bet, {
            parentId: `G${many}`,
            fields: { reviewAt: '2026-02-01' },
          });
          await goals.measure(bet, []);
        }
        counts.push(await statementsOf(knex, () => workOf('sam')));
      }
      expect(counts[0]).toBe(counts[1]);
      const work = await workOf('sam');
      expect(work.bets).toHaveLength(100);
      expect(work.checkIns).toHaveLength(100);
      expect(work.counts).toMatchObject({
        bets: 121,
        checkIns: 121,
        helpWanted: 2,
      });
    });
  },
);
