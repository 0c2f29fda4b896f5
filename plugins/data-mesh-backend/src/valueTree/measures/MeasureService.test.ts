import { MeasureChange } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import { measureFields } from '../__testUtils__/kept';
import {
  ANN,
  BEA,
  CARE,
  refusal,
  refusals,
  TreeWorld,
  ZOE,
} from '../__testUtils__/TreeWorld';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('MeasureService on %s', id => {
  let knex: Knex;
  let world: TreeWorld;

  beforeEach(async () => {
    knex = await migrated(await databases.init(id));
    world = await TreeWorld.on(knex);
    await world.add('goal', { fields: { domain: CARE } });
  });

  const change = (measure: string, changes: MeasureChange, by = ANN) =>
    world.tree.measures.change(measure, changes, by);
  const primaries = async () => {
    const { measures } = await world.get('goal');
    return measures.filter(({ primary }) => primary).map(({ name }) => name);
  };

  it('adds measures, of which one is the primary one', async () => {
    const only = await refusal(world.addMeasure('goal', { primary: false }));
    expect(only.message).toContain('None of the measures is the primary one');

    world.marked.length = 0;
    const first = await world.tree.measures.add('goal', measureFields(), ANN);
    expect(first).toMatchObject({
      nodeId: 'goal',
      name: 'Hours to wait',
      primary: true,
      version: 1,
      standing: { status: 'no-data' },
      may: ['edit', 'check-in'],
    });
    expect(world.marked).toEqual([CARE]);
    await world.addMeasure('goal', { name: 'Calls', primary: false });
    await world.addMeasure('goal', { name: 'Queue' });
    const { measures } = await world.get('goal');
    expect(
      measures.map(({ name, primary, version }) => [name, primary, version]),
    ).toEqual([
      ['Hours to wait', false, 2],
      ['Calls', false, 1],
      ['Queue', true, 1],
    ]);
    const { items } = await world.tree.views.getHistory('goal', {}, ZOE);
    expect(
      items.map(({ action, fields, changed }) => [
        action,
        fields.name,
        changed,
      ]),
    ).toEqual([
      ['edited', 'Hours to wait', ['primary']],
      ['added', 'Queue', []],
      ['added', 'Calls', []],
      ['added', 'Hours to wait', []],
      ['added', undefined, []],
    ]);
    expect(await world.log()).toContain('user:default/ann measure-added');
  });

  it('changes what is said, and takes it away', async () => {
    const measure = await world.addMeasure('goal', {
      source: 'manual',
      owner: 'team-a',
    });
    const changed = await change(measure.id, {
      version: 1,
      name: 'Hours',
      source: null,
      owner: 'user:bea',
      target: { value: 3, date: '2026-12-31' },
    });
    expect(changed).toMatchObject({
      name: 'Hours',
      owner: { ref: 'user:default/bea' },
      target: { value: 3 },
      version: 2,
    });
    expect(changed.source).toBeUndefined();
    const same = await change(measure.id, { version: 2, name: 'Hours' });
    expect(same.version).toBe(2);
    expect(await knex('node_versions').whereNotNull('measure_id')).toHaveLength(
      2,
    );
  });

  it.each<[Omit<MeasureChange, 'version'>, string]>([
    [
      { target: { value: 10, date: '2026-12-31' } },
      'The target is the baseline, 10',
    ],
    [{ target: { value: 3, date: '2025-12-31' } }, 'is not after'],
    [{ direction: 'increase' }, 'It is to increase'],
    [{ baseline: null }, 'There is no baseline'],
    [{ class: 'activity' }, 'counts an activity'],
    [{ name: '' }, 'name: '],
    [{ owner: ':' }, 'owner: ":" is no entity ref'],
  ])('does not change to %j', async (changes, message) => {
    const measure = await world.addMeasure('goal');
    const error = await refusal(change(measure.id, { version: 1, ...changes }));
    expect([error.name, error.message]).toEqual([
      'InputError',
      expect.stringContaining(message),
    ]);
    expect(await knex('measures').where({ version: 2 })).toEqual([]);
  });

  it('gives the primary place from one to another', async () => {
    const first = await world.addMeasure('goal');
    const second = await world.addMeasure('goal', {
      name: 'Queue',
      primary: false,
    });
    await change(second.id, { version: 1, primary: true });
    expect(await primaries()).toEqual(['Queue']);
    const error = await refusal(world.tree.measures.delete(second.id, 2, ANN));
    expect(error.message).toContain(
      'Make another one the primary measure first',
    );
    expect(
      await refusal(change(first.id, { version: 1, name: 'x' })),
    ).toMatchObject({
      name: 'ConflictError',
      current: { id: first.id, version: 2, primary: false },
    });
    await world.tree.measures.delete(first.id, 2, ANN);
    await world.tree.measures.delete(second.id, 2, ANN);
    expect((await world.get('goal')).measures).toEqual([]);
    expect((await world.get('goal')).node.measures).toBe(0);
    expect(
      (await refusal(world.tree.measures.delete(first.id, 3, ANN))).name,
    ).toBe('NotFoundError');
  });

  it('has one primary measure, whoever writes at the same time', async () => {
    const replicas = [world, await TreeWorld.on(knex)];
    const outcomes = await Promise.allSettled(
      Array.from({ length: 6 }, (_, i) =>
        replicas[i % 2].addMeasure('goal', { name: `M ${i}` }),
      ),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(
      Array(6).fill('fulfilled'),
    );
    expect(await primaries()).toHaveLength(1);

    const { measures } = await world.get('goal');
    await Promise.allSettled(
      measures
        .filter(({ primary }) => !primary)
        .map((measure, i) =>
          replicas[i % 2].tree.measures.change(
            measure.id,
            { version: measure.version, primary: true },
            ZOE,
          ),
        ),
    );
    expect(await primaries()).toHaveLength(1);
    expect(await knex('measures').whereNull('gone_at')).toHaveLength(6);
  });

  it('keeps one of two changes that people make at once', async () => {
    const other = await TreeWorld.on(knex);
    const { id: measure } = await world.addMeasure('goal');
    const outcomes = await Promise.allSettled([
      change(measure, { version: 1, name: 'By Ann' }),
      other.tree.measures.change(measure, { version: 1, name: 'By Zoe' }, ZOE),
    ]);
    const [lost] = outcomes.filter(
      (one): one is PromiseRejectedResult => one.status === 'rejected',
    );
    expect(lost.reason).toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('has changed since you read it'),
      current: { id: measure, version: 2 },
    });
  });

  it('loses no reading to a change, and no change to a reading', async () => {
    const other = await TreeWorld.on(knex);
    const { id: measure } = await world.addMeasure('goal');
    for (let round = 1; round <= 5; round++) {
      await Promise.all([
        change(measure, { version: round, name: `Name ${round}` }),
        other.checkIn(measure, { date: `2026-02-0${round}`, value: round }),
      ]);
    }
    const row = await knex('measures').where({ id: measure }).first();
    expect(JSON.parse(row.recent).map((one: any) => one.value)).toEqual([
      1, 2, 3, 4, 5,
    ]);
    expect(JSON.parse(row.data).name).toBe('Name 5');
  });

  it('is for those who may, and not for what a document owns', async () => {
    const { id: measure } = await world.addMeasure('goal');
    for (const refused of await refusals([
      world.tree.measures.add('goal', measureFields(), BEA),
      change(measure, { version: 1, name: 'x' }, BEA),
      world.tree.measures.delete(measure, 1, BEA),
    ])) {
      expect(refused.name).toBe('NotAllowedError');
    }
    await knex('measures').update({ managed_by: 'tree.yaml' });
    await knex('value_nodes').update({ managed_by: 'tree.yaml' });
    for (const refused of await refusals([
      world.tree.measures.add('goal', measureFields(), ANN),
      change(measure, { version: 1, name: 'x' }),
      world.tree.measures.delete(measure, 1, ANN),
    ])) {
      expect(refused.message).toContain('kept in tree.yaml');
    }
    world.visible = new Set();
    for (const refused of await refusals([
      world.tree.measures.add('goal', measureFields(), ANN),
      change(measure, { version: 1, name: 'x' }),
    ])) {
      expect(refused.name).toBe('NotFoundError');
    }
  });
});
