import {
  MeasureFields,
  NodeFields,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { monotonicFactory } from 'ulid';
import { entityOf } from '../__testUtils__/entities';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { keptMeasure, keptNode } from '../valueTree/__testUtils__/kept';
import { MeasureStore } from '../valueTree/store/MeasureStore';
import { NodeStore, StoredNode } from '../valueTree/store/NodeStore';
import { VersionStore } from '../valueTree/store/VersionStore';
import { DAY, NoticeWorld } from './__testUtils__/NoticeWorld';

jest.setTimeout(120_000);

const databases = createTestDatabases();

const ENTITIES = [
  entityOf('Group', 'lab'),
  entityOf('Group', 'lab-data', { parent: 'lab' }),
  entityOf('User', 'ann', { memberOf: ['lab-data'] }),
  entityOf('User', 'bo', { memberOf: ['lab'] }),
  entityOf('User', 'cy'),
];
const LAB = 'group:default/lab';
const CY = 'user:default/cy';

describe.each(databases.eachSupportedId())('GoalNews on %s', id => {
  let knex: Knex;
  let world: NoticeWorld;
  const nextId = monotonicFactory();

  beforeEach(async () => {
    knex = await migrated(await databases.init(id));
    world = new NoticeWorld(knex);
    await world.hasCatalog(ENTITIES);
  });
  afterEach(() => {
    for (const [message] of world.logger.error.mock.calls) {
      throw new Error(String(message));
    }
  });

  /** What somebody wrote of a node now, for the first time or again. */
  async function says(
    nodeId: string,
    fields: Partial<NodeFields>,
    {
      by = 'user:default/ann',
      ...options
    }: Partial<Omit<StoredNode, 'fields'>> & { by?: string } = {},
  ): Promise<void> {
    const nodes = new NodeStore(knex);
    const known = await nodes.find(nodeId);
    const node = keptNode(nodeId, {
      createdAt: world.now,
      ...known,
      ...options,
      fields: { ...known?.fields, ...fields },
      version: (known?.version ?? 0) + 1,
      updatedAt: world.now,
    });
    await (known ? nodes.update([node]) : nodes.insert([node]));
    await new VersionStore(knex).append([
      {
        id: nextId(world.time),
        nodeId,
        version: node.version,
        action: known ? 'edited' : 'added',
        data: { fields: node.fields, state: node.state },
        by,
        at: world.now,
      },
    ]);
  }

  async function measures(
    nodeId: string,
    fields: Partial<MeasureFields> = {},
    measureId: string = `of-${nodeId}`,
  ): Promise<void> {
    const today = world.now.slice(0, 10);
    await new MeasureStore(knex).insert([
      keptMeasure(measureId, nodeId, {
        fields: {
          name: 'Hours to wait',
          baseline: { value: 10, date: today },
          target: { value: 2, date: '2027-12-31' },
          ...fields,
        },
        createdAt: world.now,
        updatedAt: world.now,
      }),
    ]);
  }

  const checksIn = async (measureId: string, value: number) =>
    new MeasureStore(knex).setReadings([
      {
        id: measureId,
        readings: [{ date: world.now.slice(0, 10), value }],
      },
    ]);

  async function isTakenAway(measureId: string): Promise<void> {
    await knex('measures')
      .where({ id: measureId })
      .update({ gone_at: world.now });
    await new VersionStore(knex).append([
      {
        id: nextId(world.time),
        nodeId: 'G-1',
        measureId,
        version: 2,
        action: 'deleted',
        data: { fields: keptMeasure(measureId, 'G-1').fields },
        by: CY,
        at: world.now,
      },
    ]);
  }

  /** What is told on each of the days, with the day. */
  async function told(days: number): Promise<string[]> {
    const all: string[] = [];
    for (let day = 0; day < days; day++) {
      const sent = await world.passes();
      const date = world.now.slice(0, 10);
      all.push(...sent.map(line => `${date} ${line}`));
      world.wait(DAY - 30 * 60_000);
    }
    return all;
  }

  describe('a reading', () => {
    beforeEach(() => says('G-1', { title: 'Results in a day', owner: LAB }));

    it('is asked for when it is due, and when it is late, once each', async () => {
      await measures('G-1', { cadenceDays: 14 });
      expect(await told(14)).toEqual([]);
      expect(await told(3)).toEqual([
        '2026-03-15 ann: A reading is due: Hours to wait',
        '2026-03-15 bo: A reading is due: Hours to wait',
      ]);
      await checksIn('of-G-1', 9);
      expect(await told(13)).toEqual([]);
      expect(await told(30)).toEqual([
        '2026-04-01 ann: A reading is due: Hours to wait',
        '2026-04-01 bo: A reading is due: Hours to wait',
        '2026-04-09 ann: No recent reading: Hours to wait',
        '2026-04-09 bo: No recent reading: Hours to wait',
      ]);
      expect(await told(60)).toEqual([]);
    });

    it('is asked for in whole sentences, with a link to the goal', async () => {
      await measures('G-1', { cadenceDays: 14 });
      await checksIn('of-G-1', 9.25);
      world.wait(14 * DAY);
      await world.pass();
      await world.pass();
      expect(world.sent[0].payload).toEqual({
        title: 'A reading is due: Hours to wait',
        description:
          'Hours to wait, for “Results in a day”: a reading is due since 15 Mar 2026. The last one is 9.25 h on 1 Mar 2026.',
        link: '/data-mesh/goals?node=G-1',
        severity: 'normal',
        topic: 'reading-due',
        scope: 'data-mesh:reading-due:2026-03-15',
      });
      world.wait(8 * DAY);
      await world.pass();
      await world.pass();
      expect(world.sent[0].payload).toMatchObject({
        title: 'No recent reading: Hours to wait',
        description:
          'Hours to wait, for “Results in a day”, wants a reading every 14 days. The last one is 9.25 h on 1 Mar 2026. How it stands cannot be told until there is another.',
      });
    });

    it('is asked of whoever reads the measure, in one message', async () => {
      for (const n of [1, 2, 3]) {
        await measures('G-1', { cadenceDays: 7, owner: CY }, `M-${n}`);
      }
      await says('B-1', {}, { kind: 'bet', parentId: 'G-1' });
      await measures('B-1', { cadenceDays: 7 });
      expect(await told(10)).toEqual([
        '2026-03-08 ann: A reading is due: Hours to wait',
        '2026-03-08 bo: A reading is due: Hours to wait',
        '2026-03-08 cy: 3 readings are due',
      ]);
    });

    it('is not asked for where nobody works on it', async () => {
      await says('G-2', { owner: CY }, { state: 'proposed' });
      await says('G-3', { owner: CY }, { state: 'achieved' });
      for (const node of ['G-2', 'G-3']) {
        await measures(node, { cadenceDays: 7 });
      }
      await measures('G-1', { cadenceDays: 7, owner: CY });
      await checksIn('of-G-1', 2);
      expect(await told(30)).toEqual([]);
    });

    it('is not asked for at once where it was late from the first', async () => {
      await measures('G-1', {
        cadenceDays: 14,
        owner: CY,
        baseline: { value: 10, date: '2025-06-01' },
      });
      expect(await told(30)).toEqual([
        '2026-03-15 cy: A reading is due: Hours to wait',
      ]);
    });
  });

  describe('a decision', () => {
    it('is asked for on its day, and again when that was moved', async () => {
      await says('G-1', { owner: LAB });
      await measures('G-1', { cadenceDays: 700 });
      const bet = { kind: 'bet', parentId: 'G-1' } as const;
      await says('B-1', { reviewAt: '2026-03-05', stopRule: 'No gain' }, bet);
      await says('B-2', { reviewAt: '2026-02-20', owner: CY }, bet);
      await says(
        'B-3',
        { reviewAt: '2026-03-05', owner: CY },
        { ...bet, state: 'stopped' },
      );
      expect(await told(20)).toEqual([
        '2026-03-05 ann: A decision is due: Title of B-1',
        '2026-03-05 bo: A decision is due: Title of B-1',
      ]);
      await says('B-1', { reviewAt: '2026-03-25', owner: CY });
      expect(await told(50)).toEqual([
        '2026-03-25 cy: A decision is due: Title of B-1',
      ]);
    });

    it('is told of with the stop rule', async () => {
      const bet = { kind: 'bet', parentId: 'G-1' } as const;
      await says(
        'B-1',
        { reviewAt: '2026-03-02', owner: CY, stopRule: 'No gain\nin 60 days' },
        bet,
      );
      await world.pass();
      world.wait(DAY);
      await world.pass();
      await world.pass();
      expect(world.sent.map(({ payload }) => payload)).toEqual([
        expect.objectContaining({
          description:
            '“Title of B-1” is to be decided on by 2 Mar 2026: go on or stop? We stop if: No gain in 60 days',
          link: '/data-mesh/goals?node=B-1',
          topic: 'decision-due',
        }),
      ]);
    });
  });

  describe('a measure', () => {
    it('is asked for a week after a goal was begun without', async () => {
      await says('G-1', { owner: CY }, { state: 'proposed' });
      await says('G-2', { owner: LAB });
      await says('G-3', { owner: CY }, { parentId: 'G-2' });
      await measures('G-3', { cadenceDays: 700 });
      expect(await told(20)).toEqual([]);
      await says('G-1', {}, { state: 'active' });
      expect(await told(40)).toEqual([
        '2026-03-28 cy: A goal without a measure: Title of G-1',
      ]);
    });

    it('is asked for when the last one was taken away', async () => {
      await says('G-1', { owner: CY });
      await measures('G-1', { cadenceDays: 700 });
      expect(await told(60)).toEqual([]);
      await isTakenAway('of-G-1');
      // Other changes make it no new occasion.
      expect(await told(5)).toEqual([]);
      await says('G-1', { description: 'More of it' });
      expect(await told(40)).toEqual([
        '2026-05-07 cy: A goal without a measure: Title of G-1',
      ]);
    });
  });

  describe('that help is wanted', () => {
    beforeEach(async () => {
      await says('G-1', { sponsor: CY, owner: LAB });
      await measures('G-1', { cadenceDays: 700 });
    });

    it('is told to the sponsor, once for each wording', async () => {
      await says('G-1', { helpWanted: 'A room  for\ntwo weeks' });
      expect(await told(1)).toEqual([
        '2026-03-01 cy: Help is wanted: Title of G-1',
      ]);
      await says('G-1', { description: 'More of it' });
      expect(await told(50)).toEqual([]);
      await says('G-1', { helpWanted: 'A room for a month' });
      expect(await told(20)).toEqual([
        '2026-04-21 cy: Help is wanted: Title of G-1',
      ]);
    });

    it('is told in the words of whoever wants it', async () => {
      await says('G-2', {
        sponsor: CY,
        helpWanted: `A room  for\ntwo ${'weeks '.repeat(100)}`,
      });
      await says('G-1', { helpWanted: 'A table' });
      await world.pass();
      await world.pass();
      const [{ payload }] = world.sent;
      expect(payload).toMatchObject({
        title: 'Your help is wanted on 2 goals',
        link: '/data-mesh/goals',
        topic: 'help-wanted',
      });
      const lines = payload.description!.split('\n');
      expect(lines).toEqual([
        '“Title of G-1” wants help: A table',
        expect.stringMatching(
          /^“Title of G-2” wants help: A room for two .*…$/,
        ),
      ]);
    });

    it('goes up to the nearest sponsor, and waits until it is meant', async () => {
      await says('G-2', {}, { parentId: 'G-1' });
      await says('G-2', { helpWanted: 'A room' });
      await world.pass();
      await says('G-2', { helpWanted: 'Two rooms' });
      expect(await world.pass()).toEqual([]);
      expect(await world.passes()).toEqual([
        'cy: Help is wanted: Title of G-2',
      ]);
      expect(world.sent).toEqual([]);
    });

    it('is not told of what a document began with', async () => {
      const by = 'document:tree';
      await says('G-2', { sponsor: CY, helpWanted: 'A room' }, { by });
      expect(await told(3)).toEqual([]);
      await says('G-2', { sponsor: CY, helpWanted: 'Two rooms' }, { by });
      expect(await told(1)).toEqual([
        '2026-03-04 cy: Help is wanted: Title of G-2',
      ]);
    });

    it('is not told of a goal that is closed, or to nobody', async () => {
      await says('G-1', { helpWanted: 'A room' }, { state: 'dropped' });
      await says('G-2', { helpWanted: 'A room' });
      expect(await told(2)).toEqual([]);
    });
  });

  it('tells of all of them, whatever replicas there are', async () => {
    await says('G-1', { owner: CY, sponsor: CY, helpWanted: 'A room' });
    await measures('G-1', { cadenceDays: 7 });
    await says(
      'B-1',
      { reviewAt: '2026-03-08' },
      { kind: 'bet', parentId: 'G-1' },
    );
    await world.pass();
    expect(await world.pass()).toEqual(['cy: Help is wanted: Title of G-1']);
    world.wait(7 * DAY);
    await world.pass();
    const replicas = Array.from({ length: 3 }, () => world.replica());
    await knex('notices').delete();
    expect(await world.pass(...replicas)).toEqual([
      'cy: A decision is due: Title of B-1',
      'cy: A reading is due: Hours to wait',
      'cy: Help is wanted: Title of G-1',
    ]);
  });
});
