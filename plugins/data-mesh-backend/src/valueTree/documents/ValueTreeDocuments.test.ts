import { mockServices } from '@backstage/backend-test-utils';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import { TreeWorld, ZOE } from '../__testUtils__/TreeWorld';
import { NodeStore } from '../store/NodeStore';
import { USUAL_SCHEDULE } from './DocumentSource';
import { documentText, DocumentWorld } from './__testUtils__/DocumentWorld';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const MEASURE = `
          - id: M-1
            name: hours to result
            class: customer-value
            timing: lagging
            direction: decrease
            unit: h
            baseline: { value: 41, date: 2026-01-01 }
            target: { value: 24, date: 2026-12-31 }
            cadenceDays: 14
            primary: true`;

const COMPANY = documentText(`
  goals:
    - id: CG-1
      title: Care without waiting
      state: active
      goals:
      - id: DG-1
        title: Results within a day
        domain: care
        measures:${MEASURE}
        bets:
          - { id: B-1, title: Show it, reviewAt: 2026-06-01 }
`);

describe.each(databases.eachSupportedId())('documents on %s', id => {
  const world = async (
    modes: Parameters<typeof DocumentWorld.on>[1] = { company: 'managed' },
  ) => DocumentWorld.on(await migrated(await databases.init(id)), modes);

  it('makes what a document says, and owns it', async () => {
    const w = await world();
    await w.read('company', COMPANY);

    expect(await w.problems('company')).toEqual([]);
    expect(await w.ids()).toEqual(['CG-1', 'CG-1/DG-1', 'DG-1/B-1']);
    expect(await w.tree.get('DG-1')).toMatchObject({
      node: { state: 'proposed', managedBy: 'company', version: 1 },
      fields: { domain: 'domain:default/care' },
      measures: [{ id: 'M-1', primary: true }],
    });
    expect((await w.tree.get('CG-1')).node.state).toBe('active');
    expect((await w.status('company')).plan?.summary).toBe(
      '4 to add, 0 to change, 0 to remove',
    );
    expect(await w.tree.log()).toEqual([
      'document:company goal-added',
      'document:company goal-added',
      'document:company bet-added',
      'document:company measure-added',
    ]);
    expect(w.tree.marked).toContain('domain:default/care');
    expect(w.auditor.createEvent).toHaveBeenCalledTimes(1);

    await w.read('company');
    expect((await w.tree.log()).length).toBe(4);
    expect(w.auditor.createEvent).toHaveBeenCalledTimes(1);
  });

  it('changes what it changes, and no more', async () => {
    const w = await world();
    await w.read('company', COMPANY);
    const before = await w.tree.get('B-1');
    await w.tree.tree.states.change(
      'CG-1',
      { version: 1, state: 'dropped', learning: 'We saw' },
      ZOE,
    );
    await w.tree.checkIn('M-1', { date: '2026-02-01', value: 40 });
    await w.tree.tree.links.link(
      'B-1',
      { entityRef: 'dataproduct:default/orders' },
      ZOE,
    );

    await w.read(
      'company',
      COMPANY.replace('Care without', 'No more')
        .replace('hours to', 'minutes to')
        .replace('2026-06-01', '2026-07-01'),
    );

    expect(await w.problems('company')).toEqual([]);
    const { plan } = await w.status('company');
    expect(plan).toMatchObject({
      summary: '0 to add, 2 to change, 0 to remove',
      change: [
        {
          kind: 'goal',
          id: 'CG-1',
          title: 'No more waiting',
          changed: ['title'],
        },
        { kind: 'measure', id: 'M-1', changed: ['name'] },
      ],
      notTaken: ['The state is another in the portal, which counts: CG-1.'],
    });
    expect(await w.tree.get('CG-1')).toMatchObject({
      node: { state: 'dropped', version: 3, title: 'No more waiting' },
      fields: { learning: 'We saw' },
    });
    expect((await w.tree.get('DG-1')).measures).toMatchObject([
      {
        name: 'minutes to result',
        version: 2,
        checkIns: [{ value: 40 }],
        standing: { current: { value: 40 } },
      },
    ]);
    const bet = await w.tree.get('B-1');
    expect(bet.fields).toEqual(before.fields);
    expect(bet.node.products).toHaveLength(1);
  });

  it('keeps what people made below a node that goes, adrift, and takes it back', async () => {
    const w = await world();
    await w.read('company', COMPANY);
    await w.tree.add('MINE', { kind: 'bet', parentId: 'DG-1' });
    await w.tree.checkIn('M-1', { date: '2026-02-01', value: 40 });

    await w.read(
      'company',
      documentText('  goals: [{ id: CG-1, title: Care without waiting }]'),
    );
    expect(await w.ids()).toEqual(['CG-1', 'adrift/MINE']);
    expect((await w.status('company')).plan?.summary).toBe(
      '0 to add, 0 to change, 3 to remove',
    );

    await w.read('company', COMPANY);
    expect((await w.ids()).sort()).toEqual([
      'CG-1',
      'CG-1/DG-1',
      'DG-1/B-1',
      'DG-1/MINE',
    ]);
    expect((await w.tree.get('DG-1')).measures).toMatchObject([
      { id: 'M-1', checkIns: [{ value: 40 }] },
    ]);
    expect(
      (await w.tree.log()).filter(one => one.includes('restored')),
    ).toHaveLength(3);
  });

  it('moves and orders as the document does', async () => {
    const w = await world();
    const goals = (...ids: string[]) =>
      documentText(
        `  goals: [${ids.map(one => `{ id: ${one}, title: ${one} }`)}]`,
      );
    await w.read('company', goals('A', 'B', 'C'));
    await w.tree.add('Z');
    await w.read('company', goals('C', 'A', 'NEW', 'B'));

    const order = await w.ids();
    expect(order.filter(one => one !== 'Z')).toEqual(['C', 'A', 'NEW', 'B']);
    expect(order).toContain('Z');

    await w.read(
      'company',
      documentText(`
  goals:
    - { id: C, title: C, goals: [{ id: A, title: A }] }
    - { id: NEW, title: NEW, parent: Z }
    - { id: B, title: B }
`),
    );
    expect((await w.ids()).sort()).toEqual(['B', 'C', 'C/A', 'Z', 'Z/NEW']);
  });

  it.each([
    ['spec:\n  goals: [', 'The YAML cannot be read'],
    [documentText('  goals: [{ id: CG-1 }]'), '“title” is missing.'],
    [
      documentText('  goals: [{ id: UI, title: x }]'),
      '“UI” is kept in the portal already. Choose another id, or set takeOver',
    ],
    [
      documentText('  goals: [{ id: GONE, title: x }]'),
      '“GONE” is the id of something that was deleted',
    ],
    [
      documentText('  goals: [{ id: OTHER, title: x }]'),
      '“OTHER” is kept by the document “other” already',
    ],
    [
      documentText('  goals: [{ id: X, title: x, parent: NO }]'),
      'Its parent “NO” is not in the tree.',
    ],
    [
      documentText('  bets: [{ id: X, title: x }]'),
      'A node of kind bet has to be below a goal.',
    ],
    [
      documentText(
        '  goals: [{ id: CG-1, title: x, parent: BELOW, goals: [{ id: DG-1, title: x }] }]',
      ),
      '“CG-1” would be below itself',
    ],
    [
      documentText(
        '  goals: [{ id: X, title: x, bets: [{ id: CG-1, title: x }] }]',
      ),
      '“CG-1” is a goal and cannot become a bet',
    ],
  ])('keeps the last good one: %s', async (text, problem) => {
    const w = await world({ company: 'managed', other: 'managed' });
    await w.read('company', COMPANY);
    await w.read(
      'other',
      documentText('  goals: [{ id: OTHER, title: other }]'),
    );
    await w.tree.add('UI');
    await w.tree.add('BELOW', { parentId: 'DG-1' });
    await w.tree.add('GONE');
    await w.tree.tree.moves.delete('GONE', 1, ZOE);
    const before = await w.ids();
    const log = await w.tree.log();

    await w.read('company', text);
    expect((await w.problems('company')).join()).toContain(problem);
    expect(await w.ids()).toEqual(before);
    expect(await w.tree.log()).toEqual(log);
    expect(w.logger.warn).toHaveBeenCalledWith(
      expect.stringContaining(problem),
    );

    await w.read('company', COMPANY);
    expect(await w.problems('company')).toEqual([]);
  });

  it('keeps what is there while the document cannot be read', async () => {
    const w = await world();
    await w.read('company', COMPANY);
    w.texts.delete('company');
    await w.read('company');

    expect(await w.problems('company')).toEqual([
      'It could not be read: It is away',
    ]);
    expect(await w.ids()).toHaveLength(3);
  });

  it('gives up what hangs when it is told to stop', async () => {
    const w = await world();
    const stop = new AbortController();
    const reading = w.documents.refresh(
      {
        id: 'company',
        mode: 'managed',
        isLocal: true,
        schedule: USUAL_SCHEDULE,
        read: () => new Promise(() => {}),
      },
      stop.signal,
    );
    stop.abort();
    await reading;
    expect(await w.problems('company')).toEqual([
      'It could not be read: It was stopped',
    ]);
  });

  it('loads a seed once; then all is kept in the portal', async () => {
    const w = await world({ company: 'seed' });
    const seed = documentText(`
  goals:
    - id: CG-1
      title: Care
      state: active
      measures:${MEASURE}
            checkIns:
              - { value: 35, date: 2026-02-02, by: ann }
              - { value: 38, date: 2026-01-15 }
      bets:
        - id: B-1
          title: A lake
          state: stopped
          learning: Nobody owned it
          decisions:
            - date: 2026-01-05
              type: stop
              reason: Late
              learning: Nobody owned it
              by: user:ann
              participants: [zoe]
          products: [orders]
          components: [component:lake]
          backlog:
            - { provider: github, ref: a/b#1, title: One, state: open, seenAt: 2026-02-27 }
`);
    await w.read('company', seed);
    expect(await w.problems('company')).toEqual([]);

    const goal = await w.tree.get('CG-1');
    expect(goal.node.managedBy).toBeUndefined();
    expect(goal.measures).toMatchObject([
      {
        standing: { current: { value: 35, date: '2026-02-02' } },
        checkIns: [
          { value: 38 },
          { value: 35, by: { ref: 'user:default/ann' } },
        ],
      },
    ]);
    expect(await w.tree.get('B-1')).toMatchObject({
      node: {
        state: 'stopped',
        products: [{ ref: 'dataproduct:default/orders' }],
      },
      decisions: [
        {
          type: 'stop',
          date: '2026-01-05',
          learning: 'Nobody owned it',
          by: { ref: 'user:default/ann' },
        },
      ],
      backlog: [{ ref: 'a/b#1', state: 'open', title: 'One' }],
      components: [{ ref: 'component:default/lake' }],
    });

    await w.tree.tree.nodes.change(
      'CG-1',
      { version: 1, fields: { title: 'Mine' } },
      ZOE,
    );
    await w.read('company', seed.replace('Care', 'Theirs'));
    expect((await w.tree.get('CG-1')).node.title).toBe('Mine');
  });

  it('refuses a seed with a check-in of tomorrow', async () => {
    const w = await world({ company: 'seed' });
    const text = COMPANY.replace(
      'primary: true',
      'primary: true\n            checkIns: [{ date: 2026-03-02, value: 1 }]',
    );
    await w.read('company', text);
    expect(await w.problems('company')).toEqual([
      'A check-in of “hours to result”: 2026-03-02 is in the future.',
    ]);
    expect(await w.ids()).toEqual([]);
    expect(await w.status('company')).toMatchObject({
      problems: [{ line: 14 }],
    });
  });

  it('frees what a document owned that is no longer read, and takes it up again', async () => {
    const w = await world();
    const scheduler = mockServices.scheduler.mock();
    await w.read('company', COMPANY);

    w.restart({});
    await w.documents.start({ scheduler });
    expect((await w.tree.get('DG-1')).node.managedBy).toBeUndefined();
    expect(await w.status('company')).toMatchObject({ isConfigured: false });
    await w.tree.tree.nodes.change(
      'DG-1',
      { version: 2, fields: { title: 'Mine' } },
      ZOE,
    );

    w.restart({ company: 'managed' });
    await w.documents.start({ scheduler });
    expect(await w.problems('company')).toEqual([]);
    expect((await w.tree.get('DG-1')).node).toMatchObject({
      managedBy: 'company',
      title: 'Results within a day',
    });

    w.restart({ company: 'seed' });
    await w.documents.start({ scheduler });
    expect((await w.tree.get('DG-1')).node.managedBy).toBeUndefined();
    expect(scheduler.scheduleTask).toHaveBeenCalledTimes(2);
  });

  it('waits for one who is about to write, and holds nobody up for ever', async () => {
    const w = await world();
    await w.read('company', COMPANY);
    const { knex } = w.tree;
    const client: string = knex.client.config.client;
    if (!client.includes('pg')) {
      // One transaction at a time, anyway.
      return;
    }
    let reading: Promise<void> | undefined;
    await knex.transaction(async trx => {
      const nodes = new NodeStore(trx);
      const node = (await nodes.lock('CG-1'))!;
      reading = w.read('company', COMPANY.replace('Care without', 'No more'));
      // So that it has got as far as it can.
      await new Promise(done => setTimeout(done, 500));
      await nodes.update([{ ...node, state: 'dropped', version: 2 }]);
    });
    await reading;
    expect(await w.problems('company')).toEqual([]);
    expect((await w.tree.get('CG-1')).node).toMatchObject({
      title: 'No more waiting',
      state: 'dropped',
      version: 3,
    });
  });

  it.each(['seed', 'managed'] as const)(
    'is taken in once by two replicas, as %s',
    async mode => {
      const one = await world({ company: mode });
      const two = await DocumentWorld.on(one.tree.knex, { company: mode });
      await Promise.all([
        one.read('company', COMPANY),
        two.read('company', COMPANY),
      ]);
      expect(await one.problems('company')).toEqual([]);
      expect(await one.tree.log()).toHaveLength(4);
      expect((await one.status('company')).plan?.add).toHaveLength(4);
    },
  );

  it('plans without writing', async () => {
    const w = await world();
    expect((await w.documents.plan({ text: COMPANY })).summary).toBe(
      '4 to add, 0 to change, 0 to remove',
    );
    expect(await w.ids()).toEqual([]);
    await w.read('company', COMPANY);
    expect((await w.documents.plan({ text: COMPANY })).summary).toBe(
      '0 to add, 0 to change, 0 to remove',
    );
    expect(await w.documents.plan({ text: COMPANY, id: 'new' })).toMatchObject({
      problems: [{ line: 6, column: 7, path: 'spec.goals[0]' }, {}, {}, {}],
    });
    expect(await w.documents.plan({ text: 'a: [' })).toMatchObject({
      problems: [{ line: 1 }],
    });
  });

  it('loses nothing while people edit and check in, and is never half there', async () => {
    const w = await world();
    await w.read('company', COMPANY);
    const other = await TreeWorld.on(w.tree.knex);
    const titles = ['Care without waiting', 'No more waiting'];
    const wanted = (round: number) =>
      COMPANY.replace(titles[0], titles[round % 2]).replace(
        'hours to result',
        `measure ${round % 2}`,
      );

    for (let round = 1; round <= 12; round++) {
      const { node } = await other.get('CG-1');
      const state = node.state === 'active' ? 'achieved' : 'active';
      const [outcome] = await Promise.allSettled([
        other.tree.states.change(
          'CG-1',
          { version: node.version, state, learning: 'x' },
          ZOE,
        ),
        other.checkIn('M-1', {
          date: `2026-02-${String(round).padStart(2, '0')}`,
          value: round,
        }),
        w.read('company', wanted(round)),
      ]);
      expect(await w.problems('company')).toEqual([]);
      // Either the person was first, or was told not to have been.
      const isFirst = outcome.status === 'fulfilled';
      const refusedWith = isFirst ? undefined : outcome.reason.name;
      expect([undefined, 'ConflictError']).toContain(refusedWith);
      expect((await other.get('CG-1')).node).toMatchObject({
        title: titles[round % 2],
        state: isFirst ? state : node.state,
      });
      expect((await other.get('DG-1')).measures[0].name).toBe(
        `measure ${round % 2}`,
      );
    }
    expect((await other.get('DG-1')).measures[0].checkIns).toHaveLength(12);
  });
});
