import { checkIn, measure } from '../../testing/goals';
import { chartOf, readingsOf } from './chartPoints';

const day = (date: string) => Date.parse(date);

describe('the chart of a measure', () => {
  it('has what was read and what was to be expected', () => {
    const checkpoints = [{ date: '2026-09-01', value: 12 }];
    expect(chartOf(measure({ checkpoints }), [checkIn()])).toEqual({
      points: [
        { time: day('2026-03-26'), value: 14.2, expected: 14.2 },
        { time: day('2026-09-01'), expected: 12 },
        { time: day('2026-11-09'), value: 12.6 },
        { time: day('2027-03-21'), expected: 9 },
      ],
      target: 9,
    });
  });

  it('has the range of what is to stay in it', () => {
    const chart = chartOf(
      measure({
        direction: 'keep-in-range',
        target: { from: 4, to: 6, date: '2027-03-21' },
      }),
      [],
    );
    expect(chart.range).toEqual({ from: 4, to: 6 });
    expect(chart.target).toBeUndefined();
    expect(chart.points.every(({ expected }) => expected === undefined)).toBe(
      true,
    );
  });

  it('goes without what is not there', () => {
    expect(
      chartOf(measure({ baseline: undefined, target: undefined }), []),
    ).toEqual({ points: [] });
  });

  it('leaves out readings that others took the place of', () => {
    const late = checkIn({ id: 'C-2', date: '2026-11-20', value: 12 });
    const wrong = checkIn({ id: 'C-0', value: 99, supersededBy: 'C-1' });
    expect(readingsOf([late, wrong, checkIn()])).toEqual([checkIn(), late]);
  });
});
