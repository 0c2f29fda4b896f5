import { MeasureFields } from '../../api';
import { day, fieldsWith } from '../__testUtils__/trees';
import { trendOf } from './trendOf';

const trend = (
  values: readonly (readonly [number, number])[],
  changes: Partial<MeasureFields> = {},
) =>
  trendOf(
    fieldsWith(changes),
    values.map(([offset, value]) => ({ date: day(offset), value })),
  );

const weekly = (...values: number[]) =>
  values.map((value, at) => [at * 7, value] as const);

describe('trendOf', () => {
  it('is none with fewer than three readings', () => {
    expect(trend([])).toBeUndefined();
    expect(trend(weekly(1, 2))).toBeUndefined();
    expect(trend(weekly(1, 2, 3))).toBe('better');
  });

  it('goes by the good direction', () => {
    expect(trend(weekly(1, 2, 3), { direction: 'decrease' })).toBe('worse');
    expect(trend(weekly(3, 2, 1), { direction: 'decrease' })).toBe('better');
    expect(trend(weekly(3, 2, 1))).toBe('worse');
  });

  it('is flat where nothing changes on the whole', () => {
    expect(trend(weekly(5, 5, 5))).toBe('flat');
    expect(trend(weekly(0, 0, 0))).toBe('flat');
    expect(trend(weekly(1, 3, 1))).toBe('flat');
    expect(trend(weekly(0.1, 0.1, 0.1, 0.1))).toBe('flat');
  });

  it('looks at the last five only', () => {
    expect(trend(weekly(100, 1, 2, 3, 4, 5))).toBe('better');
  });

  it('weighs readings by their days', () => {
    expect(trend(weekly(3, 0, 2))).toBe('worse');
    expect(
      trend([
        [0, 3],
        [1, 0],
        [100, 2],
      ]),
    ).toBe('better');
  });

  it('is better towards a range, flat inside of it', () => {
    const range: Partial<MeasureFields> = {
      direction: 'keep-in-range',
      target: { from: 10, to: 20, date: day(100) },
    };
    expect(trend(weekly(30, 25, 21), range)).toBe('better');
    expect(trend(weekly(1, 5, 9), range)).toBe('better');
    expect(trend(weekly(20, 21, 22), range)).toBe('worse');
    expect(trend(weekly(11, 15, 19), range)).toBe('flat');
  });
});
