import * as fc from 'fast-check';
import { measure } from '../../testing/goals';
import { CheckInForm, faultsOf, numberOf, requestOf } from './checkInForm';

const form = (change: Partial<CheckInForm> = {}): CheckInForm => ({
  value: '12.1',
  date: '2026-11-21',
  confidence: '',
  note: '',
  link: '',
  ...change,
});

describe('a number that somebody typed', () => {
  it.each([
    ['12.1', 12.1],
    ['12,1', 12.1],
    [' 0 ', 0],
    ['-3', -3],
    ['−3', -3],
    ['+3', 3],
    ['.5', 0.5],
    ['5.', 5],
    ['0,125', 0.125],
    ['1234', 1234],
    ['1.234', 1.234],
  ])('%s', (typed, value) => {
    expect(numberOf(typed)).toBe(value);
  });

  // A comma before three digits is a point to some and nothing to others
  it.each(['', ' ', 'x', '12 %', '1,234', '1.2.3', '1e3', '--1', '∞', '1e400'])(
    '%s is none',
    typed => {
      expect(numberOf(typed)).toBeUndefined();
    },
  );

  it('is the one that was meant', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), hundredths => {
        const value = hundredths / 100;
        expect(numberOf(value.toFixed(2))).toBeCloseTo(value, 10);
        expect(numberOf(value.toFixed(2).replace('.', ','))).toBeCloseTo(
          value,
          10,
        );
      }),
    );
  });
});

describe('a check-in', () => {
  it.each<[Partial<CheckInForm>, object]>([
    [{}, {}],
    [{ value: '' }, { value: 'missing' }],
    [{ value: 'many' }, { value: 'wrong' }],
    [{ date: '' }, { date: 'missing' }],
    [{ date: '2026-11-22' }, { date: 'future' }],
    [{ date: '2026-03-25' }, { date: 'beforeStart' }],
    [{ date: '2026-03-26' }, {}],
    [{ link: 'see the board' }, { link: 'wrong' }],
    [{ link: 'ftp://example.com' }, { link: 'wrong' }],
    [{ link: ' https://example.com/board ' }, {}],
  ])('%j has the faults %j', (change, faults) => {
    expect(faultsOf(form(change), measure(), '2026-11-21')).toEqual(faults);
  });

  it('is sent without what was left empty', () => {
    expect(requestOf(form({ note: '  ' }))).toEqual({
      date: '2026-11-21',
      value: 12.1,
    });
  });

  it('is sent with all that was said', () => {
    expect(
      requestOf(
        form({
          confidence: 'low',
          note: ' Two clinics are missing ',
          link: 'https://example.com/board',
        }),
        'C-1',
      ),
    ).toEqual({
      date: '2026-11-21',
      value: 12.1,
      confidence: 'low',
      note: 'Two clinics are missing',
      link: 'https://example.com/board',
      supersedes: 'C-1',
    });
  });
});
