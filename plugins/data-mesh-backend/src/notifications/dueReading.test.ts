import { keptMeasure } from '../valueTree/__testUtils__/kept';
import { dueReading } from './dueReading';

const YEAR = {
  baseline: { value: 10, date: '2026-01-01' },
  target: { value: 2, date: '2026-12-31' },
  cadenceDays: 30,
};
const measure = (date?: string, value = 8, createdAt = '2026-01-01') =>
  keptMeasure('M-1', 'G-1', {
    fields: YEAR,
    readings: date ? [{ date, value }] : [],
    createdAt: `${createdAt}T10:00:00.000Z`,
  });

it.each([
  // Never read, from the day of the baseline
  ['no reading, before', measure(), '2026-01-30', undefined],
  ['no reading', measure(), '2026-01-31', ['due', '2026-01-31']],
  ['no reading for long', measure(), '2026-04-20', ['due', '2026-01-31']],
  // Read once
  ['read, before', measure('2026-02-01'), '2026-03-02', undefined],
  ['read', measure('2026-02-01'), '2026-03-03', ['due', '2026-03-03']],
  ['almost stale', measure('2026-02-01'), '2026-03-18', ['due', '2026-03-03']],
  ['stale', measure('2026-02-01'), '2026-03-19', ['stale', '2026-03-19']],
  [
    'stale for long',
    measure('2026-02-01'),
    '2026-09-01',
    ['stale', '2026-03-19'],
  ],
  ['reached', measure('2026-02-01', 2), '2026-09-01', undefined],
  // Entered when it was late already
  ['late', measure('2026-01-05', 8, '2026-05-01'), '2026-05-30', undefined],
  [
    'late, a cadence after',
    measure('2026-01-05', 8, '2026-05-01'),
    '2026-05-31',
    ['due', '2026-05-31'],
  ],
  [
    'stale soon after it was entered',
    measure('2026-03-20', 8, '2026-05-01'),
    '2026-05-05',
    ['stale', '2026-05-05'],
  ],
])('%s', (_, of, today, expected) => {
  const due = dueReading(of, today);
  expect(due && [due.isStale ? 'stale' : 'due', due.day]).toEqual(expected);
  expect(due?.last).toEqual(due && of.readings[0]);
});
