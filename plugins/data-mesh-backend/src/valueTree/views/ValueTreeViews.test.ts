import { mockCredentials } from '@backstage/backend-test-utils';
import {
  checkInListSchema,
  checkInResponseSchema,
  measureSchema,
  nodeHistorySchema,
  valueNodeSchema,
  ValueTreeQuery,
  valueTreeSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { z } from 'zod';
import { entityOf, productOf } from '../../__testUtils__/entities';
import { FakeCatalog } from '../../__testUtils__/FakeCatalog';
import {
  createProjection,
  createTestDatabases,
  migrated,
} from '../../__testUtils__/projection';
import { DecisionStore } from '../store/DecisionStore';
import { NodeStore } from '../store/NodeStore';
import { VersionStore } from '../store/VersionStore';
import {
  checkInOf,
  insertTree,
  linkOf,
  measureOf,
  nodeOf,
  TODAY,
  TreeWorld,
} from './__testUtils__/TreeWorld';

jest.setTimeout(120_000);

const databases = createTestDatabases();

const care = 'domain:default/care';
const merger = 'domain:default/merger';
const orders = 'dataproduct:default/orders';
const loose = 'dataproduct:default/loose';
const takeover = 'dataproduct:default/merger-plan';

/** All that belongs to the domain that some may not see is called after it. */
const ENTITIES = [
  entityOf('Group', 'team-a', { type: 'team' }, { title: 'Team A' }),
  entityOf('Group', 'team-b', { type: 'team', parent: 'team-a' }),
  entityOf('Group', 'merger-team', { type: 'team' }),
  entityOf('User', 'ann', {}, { title: 'Ann' }),
  entityOf('User', 'merger-boss'),
  entityOf('Component', 'board', { owner: 'team-a' }, { title: 'Board' }),
  entityOf('Domain', 'care', { owner: 'team-a' }, { title: 'Patient care' }),
  entityOf('Domain', 'merger', { owner: 'merger-team' }),
  productOf(
    'orders',
    { domain: 'care', initiatives: ['I1', 'no-such-node'] },
    { title: 'Lab orders' },
  ),
  // read by orders, so that it leads to a goal over it
  productOf('source', { domain: 'care', consumers: [{ ref: orders }] }),
  productOf('loose', { domain: 'care' }),
  productOf('old', { domain: 'care', lifecycle: 'retired' }),
  productOf('merger-plan', { domain: 'merger', initiatives: ['I1', 'MI'] }),
];
const HIDDEN = [
  'group:default/merger-team',
  'user:default/merger-boss',
  merger,
  takeover,
];

const NODES = [
  nodeOf('B2', 'bet', 'G1', { reviewAt: '2026-06-01' }, { position: 2 }),
  nodeOf('V', 'vision', undefined, { owner: 'user:default/merger-boss' }),
  nodeOf('CG', 'goal', 'V'),
  nodeOf('G1', 'goal', 'CG', {
    domain: care,
    owner: 'group:default/team-a',
    sponsor: 'user:default/ann',
    helpWanted: 'A second pair of eyes',
    contributors: [
      { role: 'adviser', ref: 'user:default/merger-boss' },
      { role: 'writer', ref: 'user:default/ann' },
    ],
  }),
  nodeOf('B1', 'bet', 'G1', { stance: 'explore', stopRule: 'no gain' }),
  nodeOf('I1', 'initiative', 'B1', {
    teams: ['group:default/team-b'],
    useCases: ['Call before noon'],
  }),
  nodeOf(
    'done',
    'goal',
    'V',
    { domain: care },
    { state: 'achieved', position: 3 },
  ),
  nodeOf(
    'MG',
    'goal',
    'CG',
    { domain: merger, title: 'The merger' },
    { position: 2 },
  ),
  nodeOf('MB', 'bet', 'MG', { title: 'A bet on the merger' }),
  nodeOf('MI', 'initiative', 'MB', { title: 'Work on the merger' }),
  // of care again, below what is hidden
  nodeOf('G2', 'goal', 'MG', { domain: care }),
  nodeOf('lost', 'bet', 'gone', {}, { managedBy: 'tree.yaml' }),
];

const MEASURES = [
  measureOf('M1', 'G1', 62, { owner: 'group:default/team-b' }),
  measureOf(
    'M2',
    'G1',
    20,
    { primary: false, timing: 'lagging' },
    { position: 2 },
  ),
  measureOf('M3', 'MG', 1),
  measureOf('M4', 'CG', undefined, {}, { managedBy: 'tree.yaml' }),
];

const LINKS = [
  linkOf('I1', orders),
  linkOf('I1', 'dataproduct:default/vanished'),
  linkOf('I1', 'component:default/board'),
  linkOf('I1', 'a/b#1', { provider: 'github', state: 'open', title: 'Do it' }),
  linkOf('done', loose),
];

const CHECK_INS = [
  ...Array.from({ length: 130 }, (_, i) =>
    checkInOf(
      `c${String(i).padStart(3, '0')}`,
      'M1',
      new Date(Date.UTC(2026, 0, 2 + i)).toISOString().slice(0, 10),
      i,
    ),
  ),
  checkInOf('d1', 'M2', '2026-06-30', 19, { supersededBy: 'd2' }),
  checkInOf('d2', 'M2', '2026-06-30', 20, {
    by: 'external:pipeline',
    note: 'Counted anew',
  }),
];

/** What the client would take in; undefined where it is fine. */
const problemsOf = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(JSON.parse(JSON.stringify(value))).error;

describe.each(databases.eachSupportedId())('ValueTreeViews on %s', id => {
  let knex: Knex;
  let world: TreeWorld;
  const statements: string[] = [];

  beforeAll(async () => {
    knex = await migrated(await databases.init(id));
    await createProjection(knex, new FakeCatalog(ENTITIES)).pass.run();
    await knex('products')
      .where({ ref: orders })
      .update({ level: 2, target: 3 });
    await insertTree(knex, {
      nodes: NODES,
      measures: MEASURES,
      links: LINKS,
      checkIns: CHECK_INS,
    });
    knex.on('query', ({ sql }) => statements.push(sql));
  });
  beforeEach(() => {
    statements.length = 0;
    world = new TreeWorld(knex);
  });
  const seeOpen = async () => {
    const rows = await knex('subjects').select('ref');
    world.visibility = new Set(
      rows.map(({ ref }) => ref).filter(ref => !HIDDEN.includes(ref)),
    );
  };

  describe('the tree', () => {
    const getTree = (query: ValueTreeQuery = {}) =>
      world.views.getTree(query, world.caller);
    const idsOf = async (query: ValueTreeQuery) =>
      (await getTree(query)).nodes.map(node => node.id).join(' ');

    it('has parents before children, siblings in their order', async () => {
      const tree = await getTree();
      expect(problemsOf(valueTreeSchema, tree)).toBeUndefined();
      expect(tree.day).toBe(TODAY);
      expect(
        tree.nodes.map(({ id: one, parentId }) => `${parentId ?? ''}>${one}`),
      ).toEqual([
        '>V',
        'V>CG',
        'CG>G1',
        'G1>B1',
        'B1>I1',
        'G1>B2',
        'CG>MG',
        'MG>G2',
        'MG>MB',
        'MB>MI',
        'V>done',
        '>lost',
      ]);
    });

    it('tells of a node what it says, and how it stands', async () => {
      const { nodes } = await getTree();
      const byId = new Map(nodes.map(node => [node.id, node]));
      expect(byId.get('G1')).toEqual({
        id: 'G1',
        kind: 'goal',
        parentId: 'CG',
        title: 'Title of G1',
        state: 'active',
        domain: { ref: care, title: 'Patient care', exists: true },
        owner: { ref: 'group:default/team-a', title: 'Team A', exists: true },
        sponsor: { ref: 'user:default/ann', title: 'Ann', exists: true },
        helpWanted: 'A second pair of eyes',
        primary: expect.objectContaining({
          id: 'M1',
          owner: { ref: 'group:default/team-b', title: 'team-b', exists: true },
          standing: expect.objectContaining({
            status: 'on-track',
            progress: 0.62,
            current: { date: '2026-06-30', value: 62 },
          }),
          may: ['edit', 'check-in'],
        }),
        measures: 2,
        rollUp: { own: 'on-track', counts: {} },
        hints: [],
        products: [],
        backlog: 0,
        version: 1,
        may: ['edit', 'move', 'delete', 'decide', 'link', 'add'],
      });
      // Bets and initiatives have the domain of the goal.
      expect(byId.get('I1')).toMatchObject({
        domain: { ref: care },
        useCases: ['Call before noon'],
        backlog: 1,
      });
      expect(byId.get('CG')?.rollUp).toEqual({
        own: 'no-data',
        worst: 'off-track',
        counts: { 'on-track': 1, 'off-track': 1 },
      });
      expect(byId.get('CG')?.toRead).toEqual([
        { id: 'M4', name: 'Name of M4', dueAt: '2026-01-31' },
      ]);
      expect(byId.get('B2')?.withoutProduct).toBe(true);
      expect(byId.get('lost')).toMatchObject({
        isAdrift: true,
        managedBy: 'tree.yaml',
        hints: expect.arrayContaining([
          { code: 'adrift', node: 'lost', value: 'gone' },
        ]),
      });
      expect(byId.get('I1')?.hints).toContainEqual({
        code: 'serves-another-domain',
        node: 'I1',
        domain: { ref: merger, title: 'merger', exists: true },
        isNews: true,
      });
      expect(byId.get('B2')?.hints).toContainEqual({
        code: 'review-overdue',
        node: 'B2',
        value: '2026-06-01',
      });
    });

    it('joins links of the tree with those of catalog files', async () => {
      const { nodes } = await getTree();
      expect(nodes.find(node => node.id === 'I1')?.products).toEqual([
        {
          ref: orders,
          title: 'Lab orders',
          exists: true,
          from: ['tree', 'catalog'],
          linkId: `I1-${orders}`,
          domain: { ref: care, title: 'Patient care', exists: true },
          level: 2,
          target: 3,
          meetsTarget: false,
        },
        expect.objectContaining({
          ref: takeover,
          from: ['catalog'],
          domain: expect.objectContaining({ ref: merger }),
        }),
        expect.objectContaining({ title: 'vanished', exists: false }),
      ]);
    });

    it.each<[ValueTreeQuery, string]>([
      [{ domain: care }, 'V CG G1 B1 I1 B2 MG G2 done'],
      [{ domain: 'Care', depth: 0 }, 'V CG G1 MG G2 done'],
      [{ domain: 'nowhere' }, ''],
      [{ product: 'orders' }, 'V CG G1 B1 I1'],
      [{ product: takeover, domain: merger }, 'V CG MG MB MI'],
      [{ product: 'none' }, ''],
      [{ root: 'G1' }, 'V CG G1 B1 I1 B2'],
      [{ root: 'CG', depth: 1 }, 'V CG G1 MG'],
      [{ depth: 0 }, 'V lost'],
    ])('narrowed by %j', async (query, expected) => {
      expect(await idsOf(query)).toBe(expected);
    });

    it.each<[ValueTreeQuery, string[]]>([
      [{}, [`product-of-closed-goals ${loose}`]],
      [{ domain: care }, [`product-of-closed-goals ${loose}`]],
      [{ domain: merger }, []],
      [{ product: loose }, [`product-of-closed-goals ${loose}`]],
      [{ product: orders }, []],
      [{ root: 'done' }, [`product-of-closed-goals ${loose}`]],
      [{ root: 'G1' }, []],
    ])('hints about products within %j', async (query, expected) => {
      const { hints } = await getTree(query);
      expect(
        hints.map(({ code, product }) => `${code} ${product?.ref}`),
      ).toEqual(expected);
    });

    it('says what is wrong with a query', async () => {
      await expect(getTree({ root: 'none' })).rejects.toMatchObject({
        name: 'NotFoundError',
        message:
          'There is no goal, bet or initiative “none”. It may have been deleted.',
      });
      await expect(getTree({ domain: 'no:/ref' })).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(/^domain: .* is no entity ref/),
      });
    });

    it('shows nothing of a domain that is hidden', async () => {
      await seeOpen();
      world.grantTo('user:default/ann');
      const tree = await getTree();
      expect(
        tree.nodes.map(({ id: one, parentId }) => `${parentId ?? ''}>${one}`),
      ).toEqual([
        '>G2',
        '>V',
        'V>CG',
        'CG>G1',
        'G1>B1',
        'B1>I1',
        'G1>B2',
        'V>done',
        '>lost',
      ]);
      expect(JSON.stringify(tree)).not.toMatch(/merger|takeover/i);
      const company = tree.nodes.find(node => node.id === 'CG');
      expect(company?.rollUp.counts).toEqual({ 'on-track': 1 });
      expect(tree.nodes.find(node => node.id === 'G2')?.isAdrift).toBe(
        undefined,
      );
      expect(await idsOf({ product: takeover })).toBe('');
      await expect(getTree({ root: 'MG' })).rejects.toThrow('no goal');
      await expect(
        world.views.getNode('MB', world.caller),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
    });

    it.each<[string, string[], Record<string, string>, string]>([
      [
        'the team that owns the domain',
        ['group:default/team-a'],
        {
          CG: 'add',
          V: 'add',
          G1: 'edit move delete decide link add',
          B1: 'edit move delete decide link add',
          I1: 'edit move delete decide link',
          G2: 'edit move delete decide link add',
          B2: 'edit move delete decide link add',
          done: 'edit move delete decide link add',
        },
        'vision goal',
      ],
      ['a reader', ['user:default/reader'], {}, ''],
      [
        'the owner of the vision',
        ['user:default/merger-boss'],
        {
          V: 'edit move delete decide link add',
          CG: 'edit move delete decide link add',
        },
        '',
      ],
    ])('what %s may do', async (_who, claims, expected, top) => {
      world.grantTo(...claims);
      const { nodes, mayAdd } = await getTree();
      expect(
        Object.fromEntries(
          nodes.flatMap(({ id: one, may }) =>
            may.length ? [[one, may.join(' ')]] : [],
          ),
        ),
      ).toEqual(expected);
      expect(mayAdd.join(' ')).toBe(top);
      expect(world.permissions.authorizeConditional).toHaveBeenCalledTimes(1);
    });

    it('lets add goals in one’s own domain only', async () => {
      world.grantTo('group:default/team-b');
      expect((await getTree({ domain: care })).mayAdd).toEqual([
        'vision',
        'goal',
      ]);
      expect((await getTree({ domain: merger })).mayAdd).toEqual([]);
    });

    it('lets nobody edit what is kept in Git, and services nothing', async () => {
      const mayIn = async (
        caller: Parameters<typeof world.views.getTree>[1],
      ) => {
        const { nodes } = await world.views.getTree({}, caller);
        return nodes.find(node => node.id === 'lost')?.may;
      };
      expect(await mayIn(world.caller)).toEqual(['decide', 'link', 'add']);
      expect(await mayIn(mockCredentials.service('plugin:x'))).toEqual([]);
      const managed = await world.views.getMeasure('M4', world.caller);
      expect(managed.may).toEqual(['check-in']);
    });
  });

  describe('a node', () => {
    it('is told with all that is known of it', async () => {
      await new DecisionStore(knex).insert([
        {
          id: 'dec1',
          nodeId: 'G1',
          date: '2026-03-01',
          type: 'continue',
          reason: 'It goes well',
          measures: [{ id: 'M1', name: 'Name of M1', text: '0 to 20' }],
          participants: ['user:default/ann', 'user:default/merger-boss'],
          by: 'user:default/ann',
          at: '2026-03-01T10:00:00.000Z',
        },
        {
          id: 'dec2',
          nodeId: 'G1',
          date: '2026-06-01',
          type: 'rescope',
          reason: 'It goes',
          measures: [],
          participants: [],
          by: 'user:default/gone-person',
          at: '2026-06-01T10:00:00.000Z',
        },
      ]);
      statements.length = 0;
      const node = await world.views.getNode('G1', world.caller);
      expect(problemsOf(valueNodeSchema, node)).toBeUndefined();
      const { nodes } = await world.views.getTree({}, world.caller);
      expect(node.node).toEqual(nodes.find(one => one.id === 'G1'));
      expect(node.fields).toEqual(NODES[3].fields);
      expect(Object.keys(node.people).sort()).toEqual([
        care,
        'group:default/team-a',
        'user:default/ann',
        'user:default/merger-boss',
      ]);
      expect(node.path).toEqual([
        { id: 'V', title: 'Title of V' },
        { id: 'CG', title: 'Title of CG' },
      ]);
      const [first, second] = node.measures;
      expect(first.id).toBe('M1');
      expect(first.checkIns).toHaveLength(100);
      expect(first.checkIns[0].value).toBe(30);
      expect(first.checkIns[99]).toMatchObject({
        value: 129,
        by: { title: 'Ann' },
      });
      expect(second.checkIns).toMatchObject([
        { id: 'd1', supersededBy: 'd2' },
        { id: 'd2', by: undefined, note: 'Counted anew' },
      ]);
      expect(node.decisions).toMatchObject([
        { id: 'dec2', by: { title: 'gone-person', exists: false } },
        {
          id: 'dec1',
          participants: [{ title: 'Ann' }, { title: 'merger-boss' }],
          measures: [{ text: '0 to 20' }],
        },
      ]);
    });

    it('has components and backlog items', async () => {
      const node = await world.views.getNode('I1', world.caller);
      expect(node.components).toEqual([
        {
          ref: 'component:default/board',
          title: 'Board',
          exists: true,
          linkId: 'I1-component:default/board',
        },
      ]);
      expect(node.backlog).toEqual([
        {
          linkId: 'I1-a/b#1',
          provider: 'github',
          ref: 'a/b#1',
          title: 'Do it',
          state: 'open',
        },
      ]);
    });

    it('names nobody that is hidden', async () => {
      await seeOpen();
      world.grantNothing();
      const node = await world.views.getNode('G1', world.caller);
      expect(JSON.stringify(node)).not.toMatch(/merger/);
      expect(node.fields.contributors).toEqual([
        { role: 'writer', ref: 'user:default/ann' },
      ]);
      // Whoever edits it is not to lose a part of it.
      world.grantTo('group:default/team-a');
      const own = await world.views.getNode('G1', world.caller);
      expect(own.fields).toEqual(NODES[3].fields);
    });
  });

  describe('check-ins', () => {
    it('come by pages, the newest day first', async () => {
      const found: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await world.views.getCheckIns(
          'M1',
          { cursor, limit: 50 },
          world.caller,
        );
        expect(problemsOf(checkInListSchema, page)).toBeUndefined();
        expect(page.total).toBe(130);
        found.push(...page.items.map(item => item.id));
        cursor = page.nextCursor;
      } while (cursor);
      expect(found).toEqual(
        CHECK_INS.slice(0, 130)
          .map(checkIn => checkIn.id)
          .reverse(),
      );
      const { nextCursor } = await world.views.getCheckIns(
        'M1',
        { limit: 1 },
        world.caller,
      );
      await expect(
        world.views.getCheckIns('M2', { cursor: nextCursor }, world.caller),
      ).rejects.toMatchObject({ name: 'InputError' });
    });

    it('are told to a service that may do nothing else', async () => {
      const locked = new TreeWorld(knex);
      locked.grantNothing();
      locked.mayRead = false;
      const told = await locked.views.getCheckedIn(
        'd2',
        mockCredentials.service('external:pipeline'),
      );
      expect(problemsOf(checkInResponseSchema, told)).toBeUndefined();
      expect(told).toMatchObject({
        checkIn: { id: 'd2', value: 20, by: undefined },
        measure: { id: 'M2', may: [] },
      });
      await expect(
        locked.views.getCheckedIn('d2', locked.caller),
      ).rejects.toThrow('may not read');
    });

    it('and measures of what is hidden, or not there, are not found', async () => {
      const measure = await world.views.getMeasure('M3', world.caller);
      expect(problemsOf(measureSchema, measure)).toBeUndefined();
      await seeOpen();
      const refused = { name: 'NotFoundError' };
      const { views, caller } = world;
      await expect(views.getMeasure('M3', caller)).rejects.toMatchObject(
        refused,
      );
      await expect(views.getCheckIns('M3', {}, caller)).rejects.toMatchObject(
        refused,
      );
      await expect(views.getMeasure('none', caller)).rejects.toMatchObject(
        refused,
      );
      await expect(views.getCheckedIn('none', caller)).rejects.toMatchObject(
        refused,
      );
      await expect(views.getHistory('MG', {}, caller)).rejects.toMatchObject(
        refused,
      );
    });
  });

  describe('the history', () => {
    const version = (
      day: string,
      action: string,
      data: object,
      more: object = {},
    ) => ({
      id: `01HISTORY-${day}`,
      nodeId: 'H',
      version: 1,
      action,
      data: data as { fields: { title: string } },
      by: 'user:default/ann',
      at: `${day}T12:00:00.000Z`,
      ...more,
    });

    beforeAll(async () => {
      await insertTree(knex, {
        nodes: [nodeOf('H', 'goal', 'MG'), nodeOf('H2', 'bet', 'H')],
      });
      await new VersionStore(knex).append([
        version('2026-01-01', 'added', {
          fields: { title: 'One', owner: 'user:default/merger-boss' },
          state: 'proposed',
          parentId: 'CG',
        }),
        version('2026-02-01', 'edited', {
          fields: { title: 'Two' },
          state: 'proposed',
          parentId: 'CG',
        }),
        version(
          '2026-02-02',
          'added',
          { fields: { name: 'M' } },
          { measureId: 'HM' },
        ),
        version('2026-03-01', 'active', {
          fields: { title: 'Two' },
          state: 'active',
          parentId: 'CG',
        }),
        version(
          '2026-04-01',
          'moved',
          { fields: { title: 'Two' }, state: 'active', parentId: 'MG' },
          { by: 'tree.yaml' },
        ),
      ]);
      const store = new NodeStore(knex);
      const gone = (await store.byIds(['H', 'H2'])).map(node => ({
        ...node,
        version: 2,
        goneAt: '2026-05-01T00:00:00.000Z',
      }));
      await store.update(gone);
    });

    it('tells what changed, the newest first, page by page', async () => {
      const { views, caller } = world;
      const first = await views.getHistory('H', { limit: 3 }, caller);
      expect(problemsOf(nodeHistorySchema, first)).toBeUndefined();
      const second = await views.getHistory(
        'H',
        { limit: 3, cursor: first.nextCursor },
        caller,
      );
      expect(second.nextCursor).toBeUndefined();
      expect(
        [...first.items, ...second.items].map(
          ({ action, changed, measure, by }) =>
            `${action} ${measure ?? ''} ${changed.sort()} ${by?.title}`,
        ),
      ).toEqual([
        'moved  parentId undefined',
        'active  state Ann',
        'added HM  Ann',
        'edited  owner,title Ann',
        'added   Ann',
      ]);
      await expect(
        views.getHistory('CG', { cursor: first.nextCursor }, caller),
      ).rejects.toMatchObject({ name: 'InputError' });
    });

    it('tells what it said on a day', async () => {
      const at = async (day: string) => {
        const { items } = await world.views.getHistory(
          'H',
          { at: day },
          world.caller,
        );
        return items.map(({ fields }) => fields.title ?? fields.name);
      };
      expect(await at('2025-12-31')).toEqual([]);
      expect(await at('2026-01-01')).toEqual(['One']);
      expect(await at('2026-03-15')).toEqual(['Two', 'M']);
    });

    it('is of the domain that it was of, and names nothing hidden', async () => {
      await seeOpen();
      // It went below a hidden goal before it was deleted.
      await expect(
        world.views.getHistory('H', {}, world.caller),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
      await expect(
        world.views.getHistory('H2', {}, world.caller),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
      await knex('value_nodes').where({ id: 'H' }).update({ parent_id: 'CG' });
      const history = await world.views.getHistory('H', {}, world.caller);
      expect(JSON.stringify(history)).not.toMatch(/merger|"MG"/);
      expect(history.items[4].parentId).toBe('CG');
    });
  });

  it('shows what another replica has just written of products', async () => {
    const tree = () => world.views.getTree({ domain: care }, world.caller);
    const found = async () => {
      const { nodes, hints } = await tree();
      const { products } = nodes.find(node => node.id === 'I1')!;
      return {
        level: products.find(({ ref }) => ref === orders)?.level,
        loose: hints.flatMap(({ product }) => product?.title ?? []).sort(),
      };
    };
    expect(await found()).toEqual({ level: 2, loose: ['loose'] });

    const projection = createProjection(
      knex,
      new FakeCatalog([
        ...ENTITIES.filter(({ metadata: { name } }) => name !== 'source'),
        // no longer read by what leads to a goal
        productOf('source', { domain: 'care' }),
        productOf('fresh', { domain: 'care' }),
      ]),
    );
    await projection.pass.run();
    expect((await found()).loose).toEqual(['fresh', 'loose', 'source']);

    await knex('products').where({ ref: orders }).update({ level: 3 });
    expect((await found()).level).toBe(3);

    await createProjection(knex, new FakeCatalog(ENTITIES)).pass.run();
    await knex('products').where({ ref: orders }).update({ level: 2 });
    expect(await found()).toEqual({ level: 2, loose: ['loose'] });
  });

  it('reads no more for many products of others than for few', async () => {
    await seeOpen();
    const rows: number[] = [];
    knex.on('query-response', response => {
      rows.push(Array.isArray(response) ? response.length : 1);
    });
    const asks = [
      () => world.views.getTree({ domain: care }, world.caller),
      () => world.views.getTree({ product: orders }, world.caller),
      () => world.views.getTree({ root: 'G1' }, world.caller),
      () => world.views.getNode('G1', world.caller),
    ];
    const counted = async () => {
      const counts = [];
      for (const ask of asks) {
        // The first one after a write reads all.
        await ask();
        rows.length = 0;
        await ask();
        counts.push([...rows]);
      }
      return counts;
    };
    const add = (from: number, to: number) => {
      const names = Array.from({ length: to - from }, (_, i) => `p${from + i}`);
      const ref = (name: string) => `dataproduct:default/${name}`;
      return Promise.all([
        knex('products').insert(
          names.map(name => ({
            ref: ref(name),
            sort_title: name,
            domain_ref: 'domain:default/other',
          })),
        ),
        knex('uses').insert(
          names.map(name => ({
            product_ref: ref(name),
            user_ref: ref(`${name}-user`),
            source: 'declared',
            state: 'active',
          })),
        ),
      ]);
    };
    await add(0, 10);
    const few = await counted();
    await add(10, 500);
    expect(await counted()).toEqual(few);
    expect(Math.max(...few.map(counts => counts.length))).toBeLessThan(8);

    const { hints } = await world.views.getTree({}, world.caller);
    expect(hints.length).toBeGreaterThan(500);
    for (const table of ['products', 'uses']) {
      await knex(table)
        .whereLike(
          table === 'uses' ? 'product_ref' : 'ref',
          'dataproduct:default/p%',
        )
        .delete();
    }
  });

  it('takes as many statements for few nodes as for many', async () => {
    world.grantTo('group:default/team-a');
    await seeOpen();
    const counted = async () => {
      const counts: number[] = [];
      for (const ask of [
        () => world.views.getTree({}, world.caller),
        () => world.views.getTree({ domain: care }, world.caller),
        () => world.views.getNode('G1', world.caller),
        () => world.views.getMeasure('M1', world.caller),
      ]) {
        // The first one after a write reads all.
        await ask();
        statements.length = 0;
        await ask();
        counts.push(statements.length);
      }
      return counts;
    };
    const few = await counted();
    const ids = Array.from({ length: 500 }, (_, i) => `many-${i}`);
    await insertTree(knex, {
      nodes: ids.map(one => nodeOf(one, 'goal', 'G1', { domain: care })),
      measures: ids.map(one => measureOf(`m-${one}`, one, 50)),
      links: ids.map(one => linkOf(one, orders)),
      checkIns: ids.map(one => checkInOf(`c-${one}`, `m-${one}`, TODAY, 50)),
    });
    expect(await counted()).toEqual(few);
    expect(Math.max(...few)).toBeLessThanOrEqual(7);
    expect(world.permissions.authorizeConditional).toHaveBeenCalledTimes(16);
    const { nodes } = await world.views.getTree({}, world.caller);
    expect(nodes.length).toBeGreaterThan(500);
  });
});
