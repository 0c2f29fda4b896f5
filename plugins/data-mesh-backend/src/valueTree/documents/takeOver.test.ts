import { mockServices } from '@backstage/backend-test-utils';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import { measureFields } from '../__testUtils__/kept';
import { CARE, ZOE } from '../__testUtils__/TreeWorld';
import { documentText, DocumentWorld } from './__testUtils__/DocumentWorld';
import { TreeExport } from './TreeExport';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const WITHOUT = { company: 'managed' } as const;
const WITH = { company: { mode: 'managed', takeOver: true } } as const;

describe.each(databases.eachSupportedId())('taking over on %s', id => {
  let w: DocumentWorld;
  let measureId: string;
  const exported = () =>
    new TreeExport({
      knex: w.tree.knex,
      visibility: { resolve: async () => 'all' },
    }).export(undefined, ZOE);

  /** A tree that people made, with all that is kept in the portal. */
  beforeEach(async () => {
    w = await DocumentWorld.on(await migrated(await databases.init(id)), {});
    await w.tree.add('CG-1', { fields: { title: 'Care without waiting' } });
    await w.tree.add('DG-1', {
      parentId: 'CG-1',
      fields: { title: 'Results within a day', domain: CARE },
      measures: [
        measureFields(),
        measureFields({ name: 'Missed tests', primary: false }),
      ],
    });
    await w.tree.add('B-1', {
      kind: 'bet',
      parentId: 'DG-1',
      fields: { title: 'Show it', reviewAt: '2026-02-01' },
    });
    await w.tree.tree.states.decide(
      'B-1',
      { version: 1, type: 'start', reason: 'Go', reviewAt: '2026-05-01' },
      ZOE,
    );
    measureId = (await w.tree.get('DG-1')).measures[0].id;
    await w.tree.checkIn(measureId, { date: '2026-02-01', value: 8 });
    await w.tree.tree.links.link(
      'B-1',
      { entityRef: 'dataproduct:default/orders' },
      ZOE,
    );
  });
  const all = () =>
    Promise.all(['CG-1', 'DG-1', 'B-1'].map(one => w.tree.get(one)));

  it('is refused without consent, and says how to consent', async () => {
    const text = await exported();
    const before = await all();
    const log = await w.tree.log();
    w.restart(WITHOUT);
    await w.read('company', text);

    const ids = [
      'CG-1',
      'DG-1',
      ...before[1].measures.map(one => one.id),
      'B-1',
    ];
    expect(await w.problems('company')).toEqual(
      ids.map(
        one =>
          `“${one}” is kept in the portal already. Choose another id, or set takeOver to hand it to this document.`,
      ),
    );
    expect(await all()).toEqual(before);
    expect(await w.tree.log()).toEqual(log);
  });

  it('is told by a plan, of the very nodes that are handed over', async () => {
    const text = await exported();
    const { measures } = await w.tree.get('DG-1');
    const planned = {
      summary: '0 to add, 5 to change, 0 to remove',
      change: ['CG-1', 'DG-1', 'B-1', ...measures.map(one => one.id)].map(one =>
        expect.objectContaining({ id: one, changed: ['document'] }),
      ),
      problems: [],
    };
    const log = await w.tree.log();
    expect(
      await w.documents.plan({ text, id: 'company', takeOver: true }),
    ).toMatchObject(planned);
    expect(
      (await w.documents.plan({ text, id: 'company' })).problems,
    ).toHaveLength(5);

    // As it is configured for the document, unless it is asked otherwise.
    w.restart(WITH);
    expect(await w.documents.plan({ text, id: 'company' })).toMatchObject(
      planned,
    );
    expect(
      (await w.documents.plan({ text, id: 'company', takeOver: false }))
        .problems,
    ).toHaveLength(5);
    expect(
      (await w.documents.plan({ text, id: 'company', mode: 'seed' })).problems,
    ).toHaveLength(5);
    expect(await w.tree.log()).toEqual(log);
  });

  it('hands wording and place to the document; what lives stays', async () => {
    const [goal, , bet] = await all();
    const before = await w.tree.log();
    w.restart(WITH);
    const text = (await exported()).replace('Show it', 'Show it to all');
    await w.read('company', text);
    expect(await w.problems('company')).toEqual([]);

    const after = await all();
    expect(after.map(({ node }) => node.managedBy)).toEqual(
      after.map(() => 'company'),
    );
    expect(after[0].node).toMatchObject({
      title: goal.node.title,
      state: goal.node.state,
      version: goal.node.version + 1,
    });
    expect(after[1].measures).toMatchObject([
      {
        id: measureId,
        version: 2,
        checkIns: [{ date: '2026-02-01', value: 8 }],
        standing: { current: { value: 8 } },
      },
      { name: 'Missed tests' },
    ]);
    expect(await w.tree.knex('measures').distinct('managed_by')).toEqual([
      { managed_by: 'company' },
    ]);
    expect(after[2]).toMatchObject({
      node: {
        title: 'Show it to all',
        state: 'active',
        products: bet.node.products,
      },
      fields: { reviewAt: '2026-05-01' },
      decisions: bet.decisions,
    });
    expect((await w.tree.log()).slice(before.length)).toEqual(
      ['goal', 'goal', 'bet', 'measure', 'measure'].map(
        kind => `document:company ${kind}-taken-over`,
      ),
    );
    const { items } = await w.tree.tree.views.getHistory('B-1', {}, ZOE);
    expect(items[0]).toMatchObject({
      action: 'taken-over',
      version: bet.node.version + 1,
      changed: ['title'],
    });
    expect(w.tree.marked).toContain(CARE);

    // From then on it is as with any other document.
    await expect(
      w.tree.tree.nodes.change(
        'CG-1',
        { version: after[0].node.version, fields: { title: 'Mine' } },
        ZOE,
      ),
    ).rejects.toThrow('company');
    w.restart(WITHOUT);
    await w.read('company', text.replace('Show it to all', 'Show all'));
    expect(await w.problems('company')).toEqual([]);
    expect((await w.tree.get('B-1')).node.title).toBe('Show all');
  });

  it('leaves what the document does not have in the portal', async () => {
    w.restart(WITH);
    await w.read(
      'company',
      documentText('  goals: [{ id: CG-1, title: Care }]'),
    );
    expect(await w.problems('company')).toEqual([]);
    expect((await all()).map(({ node }) => node.managedBy)).toEqual([
      'company',
      undefined,
      undefined,
    ]);
    expect(await w.ids()).toEqual(['CG-1', 'CG-1/DG-1', 'DG-1/B-1']);
  });

  it.each([
    ['OTHER', '“OTHER” is kept by the document “other” already.'],
    ['GONE', '“GONE” is the id of something that was deleted.'],
    ['B-1', '“B-1” is a bet and cannot become a goal.'],
  ])('does not reach %s', async (taken, problem) => {
    w.restart({ ...WITH, other: 'managed' });
    await w.read('other', documentText('  goals: [{ id: OTHER, title: x }]'));
    await w.tree.add('GONE');
    await w.tree.tree.moves.delete('GONE', 1, ZOE);
    const before = await w.ids();
    await w.read(
      'company',
      documentText(
        `  goals: [{ id: ${taken}, title: x }, { id: CG-1, title: x }]`,
      ),
    );
    expect((await w.problems('company')).join()).toContain(problem);
    expect(await w.ids()).toEqual(before);
    expect((await w.tree.get('CG-1')).node.managedBy).toBeUndefined();
  });

  it('gives all back when the document is no longer read', async () => {
    w.restart(WITH);
    await w.read('company', await exported());
    w.restart({});
    await w.documents.start({ scheduler: mockServices.scheduler.mock() });
    expect((await all()).map(({ node }) => node.managedBy)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect((await w.tree.get('DG-1')).measures[0].checkIns).toHaveLength(1);
  });
});
