import { addDays, dayNumber } from './days';

describe('days', () => {
  it('counts across months, leap years and changes of the clock', () => {
    const between = (from: string, to: string) =>
      dayNumber(to) - dayNumber(from);
    expect(between('2026-03-01', '2026-03-01')).toBe(0);
    expect(between('2026-02-28', '2026-03-01')).toBe(1);
    expect(between('2028-02-28', '2028-03-01')).toBe(2);
    expect(between('2026-03-28', '2026-03-30')).toBe(2);
    expect(between('2026-03-01', '2025-03-01')).toBe(-365);
  });

  it('takes the day of a time', () => {
    expect(dayNumber('2026-03-01T23:59:59.999Z')).toBe(dayNumber('2026-03-01'));
  });

  it('finds no day in other text', () => {
    expect(dayNumber('soon')).toBeNaN();
    expect(dayNumber('2026-02-30')).toBeNaN();
    expect(addDays('soon', 1)).toBeUndefined();
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
  });
});
