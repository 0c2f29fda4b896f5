import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ERASED_PERSON } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { createTestDatabases } from '../../__testUtils__/projection';
import dataMeshPlugin from '../../index';
import { ANN } from '../../reviews/__testUtils__/ReviewWorld';
import { ANN_REF, PeopleWorld, ZOE_REF } from '../__testUtils__/PeopleWorld';
import { allRows, placesOf } from '../__testUtils__/rows';
import { PersonEraser } from '../PersonEraser';
import { RetentionConfig } from './readRetentionConfig';
import { Retention } from './Retention';

jest.setTimeout(120_000);

const databases = createTestDatabases();

/** Where people are named in what is current, whatever its age. */
const CURRENT = [
  'evidence.entity_ref',
  'evidence.source',
  'evidence_sources.data',
  'levels.inputs',
  'measures.data',
  'measures.owner_ref',
  'node_links.by',
  'node_versions.data',
  'notices.recipient_ref',
  'reviews.data',
  'reviews.started_by',
  'value_nodes.data',
  'value_nodes.owner_ref',
  'value_tree_documents.data',
  'waivers.asked_by',
];

const AUDIT = [
  'audit_log.after',
  'audit_log.before',
  'audit_log.by',
  'audit_log.subject_ref',
];

describe.each(databases.eachSupportedId())('Retention on %s', id => {
  let knex: Knex;
  let world: PeopleWorld;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    jest.clearAllMocks();
    knex = await databases.init(id);
    world = await PeopleWorld.on(knex);
  });

  /** Runs as if so many days had passed since all was written. */
  const run = (config: RetentionConfig, days: number, signal?: AbortSignal) =>
    new Retention({
      knex,
      config,
      logger,
      now: () =>
        new Date(Date.parse('2026-03-01T12:30:00Z') + days * 86400_000),
    }).run(signal);

  it('keeps all for ever unless told', async () => {
    const before = await allRows(knex);
    expect(await run({}, 10_000)).toEqual({});
    expect(await allRows(knex)).toEqual(before);
    expect(logger.info).not.toHaveBeenCalled();
  });

  it('leaves what is younger alone', async () => {
    const before = await allRows(knex);
    await run({ namesDays: 30, auditDays: 30 }, 29);
    expect(await allRows(knex)).toEqual(before);
    expect(logger.info).not.toHaveBeenCalled();
  });

  it('names nobody in what is over, and leaves what is current', async () => {
    const standing = await world.standing();
    const before = await allRows(knex);
    const counts = await run({ namesDays: 30 }, 160);
    const after = await allRows(knex);

    expect(counts).toEqual({
      reviews: 1,
      decisions: 1,
      check_ins: 1,
      result_changes: expect.any(Number),
      evidence_history: 2,
      waivers: 2,
      value_nodes: 0,
      measures: 0,
      node_versions: 4,
    });
    expect(placesOf(after, ZOE_REF)).toEqual([...AUDIT, ...CURRENT]);
    for (const table of Object.keys(before)) {
      // What was told about her before is of no use without her.
      const gone = table === 'evidence_history' ? 1 : 0;
      expect([table, after[table].length]).toEqual([
        table,
        before[table].length - gone,
      ]);
    }
    expect(after.check_ins).toMatchObject([
      { value: 8, by: ERASED_PERSON, date: '2026-02-20' },
    ]);
    expect(await world.standing()).toEqual(standing);
    expect(
      after.waivers.map(({ state, asked_by }) => [state, asked_by]),
    ).toEqual(
      expect.arrayContaining([
        ['asked', ZOE_REF],
        ['approved', ERASED_PERSON],
      ]),
    );
    expect(logger.info).toHaveBeenCalledTimes(1);
    expect(logger.info).toHaveBeenCalledWith(
      expect.stringContaining('reviews 1, decisions 1, check_ins 1'),
    );
  });

  it('has nothing left to do the next day', async () => {
    await run({ namesDays: 30 }, 160);
    const before = await allRows(knex);
    const counts = await run({ namesDays: 30 }, 161);
    expect(new Set(Object.values(counts))).toEqual(new Set([0]));
    expect(await allRows(knex)).toEqual(before);
    expect(logger.info).toHaveBeenCalledTimes(1);
  });

  it('does not take from exceptions that hold', async () => {
    await run({ namesDays: 100 }, 101);
    const states = await knex('waivers').select('state', 'asked_by');
    expect(states.map(row => row.asked_by)).not.toContain(ERASED_PERSON);
  });

  it('writes minutes without any names', async () => {
    await run({ namesDays: 30 }, 31);
    const [review] = await knex('reviews').where({ state: 'closed' });
    expect(review.minutes).toContain('With Erased person. Closed by Erased');
    expect(review.minutes).toContain('It helps. (Erased person)');
    expect(review.minutes).toContain('We meet again');
    expect(placesOf({ reviews: [review] }, 'user:default')).toEqual([]);
  });

  it('leaves decisions of a review that is under way to it', async () => {
    await knex('reviews').update({ state: 'open', closed_at: null });
    const counts = await run({ namesDays: 30 }, 31);
    expect(counts).toMatchObject({ reviews: 0, decisions: 0 });
  });

  it('tells of no change of owners that there was not', async () => {
    const { tree } = world.world;
    const changesOf = async () => {
      const { items } = await tree.views.getHistory('goal', {}, ANN);
      return items.map(({ version, changed }) => ({ version, changed }));
    };
    const before = await changesOf();
    await run({ namesDays: 30 }, 31);
    expect(await changesOf()).toEqual(before);
    const { items } = await tree.views.getHistory('goal', {}, ANN);
    expect(items.map(({ by }) => by?.title)).toEqual(
      items.map(() => 'Erased person'),
    );
  });

  it('takes names from versions once the next owner is known for as long', async () => {
    const { tree } = world.world;
    world.world.now = '2026-04-01T12:00:00.000Z';
    const { node } = await tree.views.getNode('goal', ANN);
    await tree.nodes.change(
      'goal',
      {
        version: node.version,
        fields: { owner: ANN_REF, sponsor: ANN_REF, contributors: [] },
      },
      ANN,
    );
    await run({ namesDays: 30 }, 40);
    const versions = () =>
      knex('node_versions').whereNull('measure_id').orderBy('id');
    expect((await versions())[0].data).toContain(ZOE_REF);
    await run({ namesDays: 30 }, 70);
    const rows = await versions();
    expect(placesOf({ rows }, ZOE_REF)).toEqual([]);
    expect(rows.at(-1).data).toContain(ANN_REF);
    expect(rows.at(-1).by).toBe(ERASED_PERSON);
  });

  it('takes names from nodes that were deleted', async () => {
    const gone_at = world.now;
    await knex('value_nodes').update({ gone_at });
    await knex('measures').update({ gone_at });
    await run({ namesDays: 30 }, 31);
    const { value_nodes, measures } = await allRows(knex);
    expect(placesOf({ value_nodes, measures }, 'user:default')).toEqual([]);
  });

  it('deletes from the audit log what is older, in parts', async () => {
    const many = Array.from({ length: 2500 }, (_, n) => ({
      by: ZOE_REF,
      action: `write-${n}`,
    }));
    await world.audit.append(knex, ...many);
    world.world.now = '2026-03-20T12:00:00.000Z';
    await world.audit.append(knex, { by: ZOE_REF, action: 'newer' });
    const counts = await run({ auditDays: 30 }, 31);
    expect(counts.audit_log).toBeGreaterThan(2500);
    expect(await knex('audit_log')).toMatchObject([{ action: 'newer' }]);
  });

  it('stops when it is told to, and goes on the next time', async () => {
    const over = AbortSignal.abort();
    const many = Array.from({ length: 450 }, (_, n) => ({
      id: String(n).padStart(4, '0'),
      measure_id: 'm',
      date: `day-${n}`,
      value: n,
      by: ZOE_REF,
      at: '2026-01-01T00:00:00.000Z',
    }));
    await knex.batchInsert('check_ins', many, 50);
    expect((await run({ namesDays: 30 }, 31, over)).check_ins).toBe(200);
    expect((await run({ namesDays: 30 }, 31)).check_ins).toBe(251);
  });

  it('goes together with erasing', async () => {
    await run({ namesDays: 30 }, 160);
    await new PersonEraser({ knex, audit: world.audit }).erase(
      ZOE_REF,
      'user:default/admin',
    );
    expect(placesOf(await allRows(knex), 'zoe')).toEqual([]);
  });
});

describe('the task of retention', () => {
  const start = async (config: RetentionConfig) => {
    const scheduler = mockServices.scheduler.mock();
    await new Retention({
      knex: {} as Knex,
      config,
      logger: mockServices.logger.mock(),
    }).start({ scheduler });
    return scheduler.scheduleTask.mock.calls.map(([task]) => task);
  };

  it('runs once a day, on one replica', async () => {
    expect(await start({ auditDays: 30 })).toMatchObject([
      {
        id: 'data-mesh-retention',
        scope: 'global',
        frequency: { hours: 24 },
        initialDelay: { minutes: 20 },
      },
    ]);
  });

  it('stops the backend at start when a setting is wrong', async () => {
    const data = { dataMesh: { retention: { namesDays: 0 } } };
    await expect(
      startTestBackend({
        features: [
          dataMeshPlugin,
          mockServices.rootConfig.factory({ data }),
          catalogServiceMock.factory(),
        ],
      }),
    ).rejects.toThrow('dataMesh.retention.namesDays is 0');
  });

  it('is not there when all is kept for ever', async () => {
    expect(await start({})).toEqual([]);
  });
});
