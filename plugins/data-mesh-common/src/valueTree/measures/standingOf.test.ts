import { day, measureWith, today } from '../__testUtils__/trees';
import { isHolding, standingOf, standingsOf } from './standingOf';

/** A measure from 0 to 100, half of its time gone, with this reading today. */
const at = (value: number) => standingOf(measureWith({}, [[0, value]]), today);

describe('progress', () => {
  it.each([
    ['is 0 at the baseline', 0, 0],
    ['is a share on the way', 25, 0.25],
    ['is 1 at the target', 100, 1],
    ['is below 0 when it is worse than at the start', -20, -0.2],
    ['is above 1 past the target', 150, 1.5],
  ])('%s', (_, value, progress) => {
    expect(at(value).progress).toBe(progress);
  });

  it('counts down as well', () => {
    const measure = measureWith(
      {
        direction: 'decrease',
        baseline: { value: 40, date: day(-100) },
        target: { value: 20, date: day(100) },
      },
      [[0, 35]],
    );
    expect(standingOf(measure, today)).toMatchObject({
      progress: 0.25,
      expected: 0.5,
      expectedValue: 30,
      status: 'off-track',
    });
  });

  it('is that of the newest reading, in whatever order they are', () => {
    const measure = measureWith({}, [
      [-10, 40],
      [-1, 60],
      [-20, 90],
    ]);
    expect(standingOf(measure, today)).toMatchObject({
      progress: 0.6,
      current: { date: day(-1), value: 60 },
    });
  });
});

describe('expected progress', () => {
  it('is of the day of the newest reading, not of today', () => {
    const measure = measureWith({ cadenceDays: 60 }, [[-50, 25]]);
    expect(standingOf(measure, today)).toMatchObject({
      expected: 0.25,
      expectedValue: 25,
      status: 'on-track',
    });
  });

  it('is 0 on the day of the baseline', () => {
    const measure = measureWith({ baseline: { value: 0, date: today } }, [
      [0, 5],
    ]);
    expect(standingOf(measure, today)).toMatchObject({
      expected: 0,
      expectedValue: 0,
      status: 'too-early',
    });
  });

  it('is 1 on the target date and after it', () => {
    for (const end of [0, -5]) {
      const measure = measureWith({ target: { value: 100, date: day(end) } }, [
        [0, 95],
      ]);
      expect(standingOf(measure, today)).toMatchObject({
        expected: 1,
        expectedValue: 100,
      });
    }
  });

  const checkpoints = [
    { date: day(-50), value: 10 },
    { date: day(50), value: 30 },
  ];

  it.each([
    ['before the first', -75, 5],
    ['on the first', -50, 10],
    ['between two', 0, 20],
    ['on the last', 50, 30],
    ['after the last', 75, 65],
    ['on the target date', 100, 100],
  ])('goes through checkpoints: %s', (_, offset, value) => {
    const measure = measureWith({ checkpoints }, [[offset, 1]]);
    const standing = standingOf(measure, day(offset));
    expect(standing.expectedValue).toBeCloseTo(value, 10);
    expect(standing.expected).toBeCloseTo(value / 100, 10);
  });

  it('stays from 0 to 1 where checkpoints go beyond', () => {
    const beyond = [
      { date: day(-50), value: -10 },
      { date: day(50), value: 120 },
    ];
    const expectedOn = (offset: number) =>
      standingOf(
        measureWith({ checkpoints: beyond }, [[offset, 1]]),
        day(offset),
      );
    expect(expectedOn(-50)).toMatchObject({ expected: 0, expectedValue: -10 });
    expect(expectedOn(50)).toMatchObject({ expected: 1, expectedValue: 120 });
  });
});

describe('status', () => {
  it.each([
    ['on-track', 45],
    ['at-risk', 44.9],
    ['at-risk', 30],
    ['off-track', 29.9],
    ['off-track', -10],
    ['on-track', 99],
    ['achieved', 100],
    ['achieved', 101],
  ])('is %s at %d of 100 where 50 is expected', (status, value) => {
    expect(at(value).status).toBe(status);
  });

  it('is not taken off a border by reckoning', () => {
    const measure = measureWith(
      {
        baseline: { value: 0.1, date: day(-100) },
        target: { value: 0.3, date: day(100) },
      },
      [[0, 0.19]],
    );
    expect(standingOf(measure, today)).toMatchObject({
      expected: expect.closeTo(0.5, 10),
      status: 'on-track',
    });
  });

  it('is no-data without a reading, and stands at the baseline', () => {
    expect(standingOf(measureWith(), today)).toEqual({
      status: 'no-data',
      progress: 0,
      current: { value: 0, date: day(-100) },
      dueAt: day(-70),
    });
  });

  it('takes the baseline that is read again for no reading', () => {
    const again = measureWith({}, [[-100, 0]]);
    expect(standingOf(again, today).status).toBe('no-data');
    const other = measureWith({}, [[-100, 5]]);
    expect(standingOf(other, today).status).toBe('stale');
  });

  it('leaves readings before the baseline and of days to come aside', () => {
    const measure = measureWith({}, [
      [-101, 80],
      [1, 90],
    ]);
    expect(standingOf(measure, today).status).toBe('no-data');
    expect(standingOf(measure, day(1)).progress).toBe(0.9);
  });

  it('is stale after one and a half times the cadence', () => {
    const measure = measureWith({ cadenceDays: 10 }, [[-15, 50]]);
    expect(standingOf(measure, today).status).toBe('on-track');
    expect(standingOf(measure, day(1)).status).toBe('stale');
    const odd = measureWith({ cadenceDays: 7 }, [[-10, 50]]);
    expect(standingOf(odd, today).status).toBe('on-track');
    expect(standingOf(odd, day(1)).status).toBe('stale');
  });

  it('is achieved rather than stale', () => {
    const measure = measureWith({ cadenceDays: 1 }, [[-50, 100]]);
    expect(standingOf(measure, today).status).toBe('achieved');
  });

  it('is too-early in the first tenth of the time', () => {
    const measure = measureWith({}, [[-99, -50]]);
    expect(standingOf(measure, day(-81)).status).toBe('too-early');
    expect(standingOf(measure, day(-80)).status).toBe('off-track');
  });

  it('is stale rather than too-early', () => {
    const measure = measureWith({ cadenceDays: 2 }, [[-99, 1]]);
    expect(standingOf(measure, day(-90)).status).toBe('stale');
  });

  it('is achieved rather than too-early', () => {
    const measure = measureWith({}, [[-99, 100]]);
    expect(standingOf(measure, day(-99)).status).toBe('achieved');
  });

  it.each([
    [95, 'on-track'],
    [70, 'at-risk'],
    [10, 'off-track'],
    [100, 'achieved'],
  ])('is a verdict on the target date itself: %d is %s', (value, status) => {
    const measure = measureWith({}, [[100, value]]);
    expect(standingOf(measure, day(100)).status).toBe(status);
  });

  it('is missed from the day after the target date', () => {
    const measure = measureWith({}, [[100, 99]]);
    expect(standingOf(measure, day(101)).status).toBe('missed');
    expect(standingOf(measure, day(145)).status).toBe('missed');
    expect(standingOf(measure, day(146)).status).toBe('stale');
  });

  it('is invalid with what is wrong, and what is known', () => {
    const measure = measureWith({ baseline: undefined }, [[-3, 7]]);
    expect(standingOf(measure, today)).toEqual({
      status: 'invalid',
      problems: [expect.stringContaining('There is no baseline')],
      current: { date: day(-3), value: 7 },
      dueAt: day(27),
    });
    const bare = measureWith({ baseline: undefined, target: undefined });
    expect(standingOf(bare, today)).toEqual({
      status: 'invalid',
      problems: [expect.any(String), expect.any(String)],
    });
  });
});

describe('what is kept in a range', () => {
  const inRange = (
    value: number,
    {
      tolerance,
      date = day(100),
      cadenceDays = 30,
    }: { tolerance?: number; date?: string; cadenceDays?: number } = {},
  ) =>
    measureWith(
      {
        direction: 'keep-in-range',
        target: { from: 10, to: 20, tolerance, date },
        baseline: { value: 15, date: day(-100) },
        cadenceDays,
      },
      [[0, value]],
    );

  it.each([
    [10, 1, 'on-track'],
    [15, 1, 'on-track'],
    [20, 1, 'on-track'],
    [22.5, 0.5, 'at-risk'],
    [7.5, 0.5, 'at-risk'],
    [23, 0.4, 'off-track'],
    [25, 0, 'off-track'],
    [99, 0, 'off-track'],
  ])('%d of 10 to 20: %d, %s', (value, progress, status) => {
    const standing = standingOf(inRange(value), today);
    expect(standing.progress).toBeCloseTo(progress, 10);
    expect(standing.status).toBe(status);
    expect(standing.expected).toBe(1);
    expect(standing).not.toHaveProperty('expectedValue');
  });

  it('goes by a tolerance of its own', () => {
    const { progress, status } = standingOf(
      inRange(22, { tolerance: 20 }),
      today,
    );
    expect(progress).toBeCloseTo(0.9, 10);
    expect(status).toBe('at-risk');
  });

  it('is achieved only once the target date has come', () => {
    expect(standingOf(inRange(15, { date: day(1) }), today).status).toBe(
      'on-track',
    );
    expect(standingOf(inRange(15, { date: today }), today).status).toBe(
      'achieved',
    );
    expect(standingOf(inRange(21, { date: today }), today).status).toBe(
      'at-risk',
    );
    expect(standingOf(inRange(21, { date: day(-1) }), today).status).toBe(
      'missed',
    );
  });

  it('is stale like others', () => {
    const measure = inRange(15, { cadenceDays: 2 });
    expect(standingOf(measure, day(4)).status).toBe('stale');
  });

  it('is holding while it is on track', () => {
    const holds = (value: number) => {
      const measure = inRange(value);
      return isHolding(measure.fields, standingOf(measure, today));
    };
    expect(holds(15)).toBe(true);
    expect(holds(21)).toBe(false);
    const other = measureWith({}, [[0, 60]]);
    expect(isHolding(other.fields, standingOf(other, today))).toBe(false);
  });
});

describe('dueAt', () => {
  it('is the cadence after the newest reading', () => {
    const measure = measureWith({ cadenceDays: 14 }, [[-6, 50]]);
    expect(standingOf(measure, today).dueAt).toBe(day(8));
  });
});

describe('standingsOf', () => {
  it('has each measure by its id', () => {
    const measures = ['a', 'b'].map(id => ({ ...measureWith(), id }));
    expect([...standingsOf({ measures }, today).keys()]).toEqual(['a', 'b']);
  });
});
