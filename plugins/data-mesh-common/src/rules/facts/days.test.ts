import { daysBetween, daysSince } from './days';

describe('daysBetween', () => {
  it.each([
    ['2026-03-01', '2026-03-31', 30],
    ['2026-03-31', '2026-03-01', -30],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-03-01T23:59:59Z', '2026-03-02', 1],
    ['soon', '2026-03-02', undefined],
    ['2026-13-01', '2026-03-02', undefined],
    [undefined, '2026-03-02', undefined],
  ])('from %s to %s', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});

describe('daysSince', () => {
  it('knows nothing of a day that is still to come', () => {
    expect(daysSince('2026-03-01', '2026-03-01')).toBe(0);
    expect(daysSince('2026-03-02', '2026-03-01')).toBeUndefined();
  });
});
