import { Knex } from 'knex';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import { keptNode } from '../__testUtils__/kept';
import {
  ANN,
  BEA,
  CARE,
  PIPELINE,
  refusal,
  TreeWorld,
  ZOE,
} from '../__testUtils__/TreeWorld';
import { NodeStore } from '../store/NodeStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('CheckInService on %s', id => {
  let knex: Knex;
  let world: TreeWorld;
  let measure: string;

  beforeEach(async () => {
    knex = await migrated(await databases.init(id));
    world = await TreeWorld.on(knex);
    await world.add('goal', { fields: { domain: CARE } });
    measure = (await world.addMeasure('goal')).id;
  });

  const readings = async () => {
    const row = await knex('measures').where({ id: measure }).first('recent');
    return JSON.parse(row.recent);
  };

  it('keeps a reading, and tells how the measure stands with it', async () => {
    world.marked.length = 0;
    const { isNew, response } = await world.checkIn(
      measure,
      {
        date: '2026-02-28',
        value: 8.5,
        confidence: 'high',
        note: 'By hand',
        link: 'https://example.com/board',
      },
      ANN,
    );
    expect(isNew).toBe(true);
    expect(response).toMatchObject({
      checkIn: {
        measureId: measure,
        date: '2026-02-28',
        value: 8.5,
        confidence: 'high',
        note: 'By hand',
        link: 'https://example.com/board',
        by: { ref: 'user:default/ann' },
        at: world.now,
      },
      measure: {
        version: 1,
        standing: { current: { date: '2026-02-28', value: 8.5 } },
      },
    });
    expect(await readings()).toEqual([{ date: '2026-02-28', value: 8.5 }]);
    expect(world.marked).toEqual([CARE]);
    const [entry] = await knex('audit_log').where({
      action: 'measure-checked-in',
    });
    expect(entry).toMatchObject({
      by: 'user:default/ann',
      subject_ref: CARE,
    });
    expect(JSON.parse(entry.after)).toMatchObject({ value: 8.5 });
  });

  it('answers the same reading again with the first', async () => {
    const first = await world.checkIn(
      measure,
      { date: '2026-02-28', value: 8.5 },
      ANN,
    );
    world.marked.length = 0;
    const again = await world.checkIn(
      measure,
      { date: '2026-02-28', value: 8.5, note: 'Once more' },
      ZOE,
    );
    expect(again.isNew).toBe(false);
    expect(again.response).toEqual(first.response);
    expect(world.marked).toEqual([]);
    expect(await knex('check_ins')).toHaveLength(1);
  });

  it('has another value name the one whose place it takes', async () => {
    const { response } = await world.checkIn(measure, {
      date: '2026-02-28',
      value: 8.5,
    });
    const other = { date: '2026-02-28', value: 7 };
    expect(await refusal(world.checkIn(measure, other))).toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('On 2026-02-28 it was 8.5'),
      current: { id: response.checkIn.id, value: 8.5 },
    });
    const corrected = { ...other, supersedes: response.checkIn.id };
    const second = await world.checkIn(measure, corrected, ANN);
    expect(second.response.measure.standing.current?.value).toBe(7);
    expect((await world.checkIn(measure, corrected, ANN)).isNew).toBe(false);
    expect(await readings()).toEqual([other]);

    // One that was superseded before is not the one that holds.
    const late = { ...corrected, value: 6 };
    expect(await refusal(world.checkIn(measure, late))).toMatchObject({
      name: 'ConflictError',
      current: { id: second.response.checkIn.id, value: 7 },
    });
    const { items } = await world.tree.views.getCheckIns(measure, {}, ZOE);
    expect(
      items.map(({ value, supersededBy }) => [value, supersededBy]),
    ).toEqual([
      [7, undefined],
      [8.5, second.response.checkIn.id],
    ]);
  });

  it('takes a reading back that was told of another day', async () => {
    const wrong = await world.checkIn(measure, {
      date: '2026-02-08',
      value: 7,
    });
    const { id: wrongId } = wrong.response.checkIn;
    await world.checkIn(measure, {
      date: '2026-02-28',
      value: 7,
      supersedes: wrongId,
    });
    expect(await readings()).toEqual([{ date: '2026-02-28', value: 7 }]);
    const again = { date: '2026-02-27', value: 7, supersedes: wrongId };
    const error = await refusal(world.checkIn(measure, again));
    expect([error.name, error.message]).toEqual([
      'InputError',
      expect.stringContaining('was superseded before'),
    ]);
  });

  it('carries the newest readings by their day, at most five', async () => {
    for (const day of ['04', '01', '06', '03', '05', '02']) {
      await world.checkIn(measure, {
        date: `2026-02-${day}`,
        value: Number(day),
      });
    }
    expect(await readings()).toEqual(
      [2, 3, 4, 5, 6].map(value => ({ date: `2026-02-0${value}`, value })),
    );
  });

  it.each<[object, string]>([
    [{ date: '2026-03-02' }, '“Hours to wait”: 2026-03-02 is in the future.'],
    [{ date: '2025-12-31' }, 'is before the baseline of 2026-01-01'],
    [{ supersedes: 'none' }, 'this measure has no check-in “none”'],
  ])('refuses %j', async (rest, message) => {
    const reading = { date: '2026-02-01', value: 5, ...rest };
    const error = await refusal(world.checkIn(measure, reading));
    expect([error.name, error.message]).toEqual([
      'InputError',
      expect.stringContaining(message),
    ]);
    expect(await knex('check_ins')).toEqual([]);
    expect(await readings()).toEqual([]);
  });

  it('is for those who may, and for services', async () => {
    const reading = { date: '2026-02-01', value: 9 };
    const error = await refusal(world.checkIn(measure, reading, BEA));
    expect([error.name, error.message]).toEqual([
      'NotAllowedError',
      expect.stringContaining('data-mesh.check-in.create'),
    ]);
    const { response } = await world.checkIn(measure, reading, PIPELINE);
    expect(response.checkIn.by).toBeUndefined();
    expect(await knex('check_ins').first()).toMatchObject({
      by: 'external:pipeline',
    });
    world.visible = new Set();
    expect((await refusal(world.checkIn(measure, reading, ANN))).name).toBe(
      'NotFoundError',
    );
    expect((await refusal(world.checkIn('none', reading))).name).toBe(
      'NotFoundError',
    );
  });

  it('keeps what two replicas are told at once, once', async () => {
    const replicas = [world, await TreeWorld.on(knex)];
    const tell = (one: TreeWorld, reading: { date: string; value: number }) =>
      one.checkIn(measure, reading, PIPELINE);
    for (let round = 1; round <= 5; round++) {
      const reading = { date: `2026-02-0${round}`, value: round };
      const told = await Promise.all(
        [...replicas, ...replicas, ...replicas].map(one => tell(one, reading)),
      );
      expect(told.filter(({ isNew }) => isNew)).toHaveLength(1);
      expect(
        new Set(told.map(({ response }) => response.checkIn.id)).size,
      ).toBe(1);
    }
    expect(await knex('check_ins')).toHaveLength(5);
    expect(
      await knex('audit_log').where('by', 'external:pipeline'),
    ).toHaveLength(5);
  });

  it('keeps one of two values that are told at once', async () => {
    const replicas = [world, await TreeWorld.on(knex)];
    const outcomes = await Promise.allSettled(
      replicas.map((one, value) =>
        one.checkIn(measure, { date: '2026-02-01', value }, PIPELINE),
      ),
    );
    const won = outcomes.findIndex(({ status }) => status === 'fulfilled');
    expect(outcomes[1 - won]).toMatchObject({
      status: 'rejected',
      reason: { name: 'ConflictError', current: { value: won } },
    });
    expect(await readings()).toEqual([{ date: '2026-02-01', value: won }]);
  });

  it('takes as many statements in a large tree as in a small one', async () => {
    const count = async (date: string) => {
      let statements = 0;
      const add = () => {
        statements++;
      };
      knex.on('query', add);
      await world.checkIn(measure, { date, value: 5 });
      knex.removeListener('query', add);
      return statements;
    };
    const few = await count('2026-02-01');
    await new NodeStore(knex).insert(
      Array.from({ length: 500 }, (_, i) =>
        keptNode(`n-${i}`, { parentId: i ? `n-${i - 1}` : 'goal' }),
      ),
    );
    expect(await count('2026-02-02')).toBe(few);
  });
});
