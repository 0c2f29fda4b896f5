import { MeasureFields } from '../../api';
import { day, fieldsWith, today } from '../__testUtils__/trees';
import { checkCheckIn, checkMeasures, measureProblems } from './check';
import { findProblems } from './problems';

describe('measureProblems', () => {
  const range: Partial<MeasureFields> = {
    direction: 'keep-in-range',
    target: { from: 10, to: 20, date: day(100) },
  };
  const scale = ['never', 'sometimes', 'always'];
  const goodScale: Partial<MeasureFields> = {
    scale,
    baseline: { value: 1.5, date: day(-100) },
    target: { value: 3, date: day(100) },
  };

  it.each<[string, Partial<MeasureFields>]>([
    ['rises', {}],
    [
      'falls',
      {
        direction: 'decrease',
        baseline: { value: 9, date: day(-1) },
        target: { value: 8, date: today },
      },
    ],
    ['is kept in a range', range],
    [
      'is kept at a value with a tolerance',
      { ...range, target: { from: 10, to: 10, tolerance: 2, date: day(1) } },
    ],
    ['is judged by a scale', goodScale],
    [
      'has checkpoints',
      {
        checkpoints: [
          { value: 90, date: day(-99) },
          { value: 20, date: day(99) },
        ],
      },
    ],
  ])('finds nothing in one that %s', (_, changes) => {
    expect(measureProblems(fieldsWith(changes))).toEqual([]);
  });

  it.each<[string, Partial<MeasureFields>]>([
    [
      'There is no baseline: say what the value was when you started, and on which day',
      { baseline: undefined },
    ],
    [
      'There is no target: say what the value is to be, and by which day',
      { target: undefined },
    ],
    [
      'The target is the baseline, 100: nothing would change',
      { baseline: { value: 100, date: day(-100) } },
    ],
    [
      `The date of the target, ${day(
        -100,
      )}, is not after that of the baseline, ${day(-100)}`,
      { target: { value: 100, date: day(-100) } },
    ],
    [
      'It is to increase, but 100 is below the baseline of 200',
      { baseline: { value: 200, date: day(-100) } },
    ],
    [
      'It is to decrease, but 100 is above the baseline of 0',
      { direction: 'decrease' },
    ],
    ['The target has no value', { target: { date: day(100) } }],
    [
      'What is to increase has a target value, and no range',
      { target: { value: 100, to: 120, date: day(100) } },
    ],
    [
      'What is kept in a range has “from” and “to”, and no target value',
      { ...range, target: { from: 10, to: 20, value: 15, date: day(100) } },
    ],
    [
      'The range needs both “from” and “to”',
      { ...range, target: { from: 10, date: day(100) } },
    ],
    [
      'The range ends at 10, before it begins at 20',
      { ...range, target: { from: 20, to: 10, date: day(100) } },
    ],
    [
      'A range of a single value needs a tolerance',
      { ...range, target: { from: 10, to: 10, date: day(100) } },
    ],
    [
      'The tolerance has to be above 0, it is 0',
      { ...range, target: { from: 10, to: 20, tolerance: 0, date: day(100) } },
    ],
    [
      'What is kept in a range has no checkpoints',
      { ...range, checkpoints: [{ value: 12, date: today }] },
    ],
    [
      'The dates of the checkpoints do not rise',
      {
        checkpoints: [
          { value: 1, date: today },
          { value: 2, date: today },
        ],
      },
    ],
    [
      `The checkpoint of ${day(
        -100,
      )} is not between the baseline and the target`,
      { checkpoints: [{ value: 1, date: day(-100) }] },
    ],
    [
      `The checkpoint of ${day(
        100,
      )} is not between the baseline and the target`,
      { checkpoints: [{ value: 1, date: day(100) }] },
    ],
    [
      'The date of a checkpoint is no day: “soon”',
      { checkpoints: [{ value: 1, date: 'soon' }] },
    ],
    [
      'The date of the baseline is no day: “2026-02-30”',
      { baseline: { value: 0, date: '2026-02-30' } },
    ],
    [
      'The date of the target is no day: “”',
      { target: { value: 100, date: '' } },
    ],
    [
      '4 is not on the scale of 1 to 3',
      { ...goodScale, target: { value: 4, date: day(100) } },
    ],
    [
      '0.5 is not on the scale of 1 to 3',
      { ...goodScale, baseline: { value: 0.5, date: day(-100) } },
    ],
  ])('tells: %s', (text, changes) => {
    expect(measureProblems(fieldsWith(changes))).toEqual([text]);
  });

  it('tells all that is wrong at once, each by its kind', () => {
    const fields = fieldsWith({ baseline: undefined, target: { date: '?' } });
    expect(findProblems(fields).map(({ code }) => code)).toEqual([
      'measure-without-baseline',
      'invalid-measure',
      'invalid-measure',
    ]);
    const same = fieldsWith({ baseline: { value: 100, date: day(-1) } });
    expect(findProblems(same).map(({ code }) => code)).toEqual([
      'target-equals-baseline',
    ]);
  });
});

describe('checkMeasures', () => {
  const primary = fieldsWith();
  const other = fieldsWith({ name: 'other', primary: false });

  it('wants exactly one primary measure, where there are measures', () => {
    expect(checkMeasures([])).toEqual([]);
    expect(checkMeasures([other, primary])).toEqual([]);
    expect(checkMeasures([other])).toEqual([
      expect.stringContaining('None of the measures is the primary one'),
    ]);
    expect(checkMeasures([primary, { ...other, primary: true }])).toEqual([
      'Only one measure can be the primary one, not “hours saved”, “other”',
    ]);
  });

  it('wants no activity as the primary one', () => {
    expect(checkMeasures([{ ...primary, class: 'activity' }])).toEqual([
      expect.stringContaining('“hours saved” counts an activity'),
    ]);
    expect(checkMeasures([primary, { ...other, class: 'activity' }])).toEqual(
      [],
    );
  });
});

describe('checkCheckIn', () => {
  const check = (
    checkIn: { date: string; value?: number },
    changes: Partial<MeasureFields> = {},
  ) => checkCheckIn(fieldsWith(changes), checkIn, today);

  it('takes days from the baseline to today', () => {
    expect(check({ date: day(-100), value: 1 })).toBeUndefined();
    expect(check({ date: today })).toBeUndefined();
    expect(check({ date: day(-999) }, { baseline: undefined })).toBeUndefined();
  });

  it('refuses others', () => {
    expect(check({ date: day(1) })).toBe('2026-03-02 is in the future');
    expect(check({ date: day(-101) })).toBe(
      `${day(-101)} is before the baseline of ${day(-100)}`,
    );
    expect(check({ date: 'soon' })).toBe('“soon” is no day');
  });

  it('refuses what is no number, or not on the scale', () => {
    const scale = ['never', 'always'];
    expect(check({ date: today, value: NaN })).toBe(
      'The value has to be a number',
    );
    expect(check({ date: today, value: 2.1 }, { scale })).toBe(
      '2.1 is not on the scale of 1 to 2',
    );
    expect(check({ date: today, value: 1.5 }, { scale })).toBeUndefined();
  });
});
