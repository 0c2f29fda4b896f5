import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { addDays, fixDayZero } from './dayZero';

describe('fixDayZero', () => {
  const directory = createMockDirectory();
  const on = (time: string) => () => new Date(time);

  it('makes the day of the first start day 0, in UTC, and keeps to it', async () => {
    const folder = directory.resolve('deep/.data');

    await expect(
      fixDayZero(folder, on('2025-11-17T23:30:00-05:00')),
    ).resolves.toBe('2025-11-18');
    await expect(fixDayZero(folder, on('2026-02-01T00:00:00Z'))).resolves.toBe(
      '2025-11-18',
    );
    expect(readFileSync(join(folder, 'demo-day-0'), 'utf8')).toBe(
      '2025-11-18\n',
    );
  });

  it('gives two starts at once the same day', async () => {
    const folder = directory.resolve('both');

    const days = await Promise.all([
      fixDayZero(folder, on('2025-11-17T12:00:00Z')),
      fixDayZero(folder, on('2025-11-17T12:00:00Z')),
    ]);

    expect(days).toEqual(['2025-11-17', '2025-11-17']);
  });

  it.each(['', 'yesterday', '2025-02-30', '2025-11-17T00:00:00Z'])(
    'says what is wrong with %p',
    async content => {
      directory.setContent({ 'demo-day-0': content });

      await expect(fixDayZero(directory.path)).rejects.toThrow(
        `must hold a date such as 2025-11-17, but holds "${content}"`,
      );
    },
  );
});

describe('addDays', () => {
  it.each([
    ['2025-11-17', 0, '2025-11-17'],
    ['2025-11-17', 30, '2025-12-17'],
    ['2025-11-17', -430, '2024-09-13'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-29', 1, '2026-03-30'],
  ])('%s and %d days is %s', (day, offset, expected) => {
    expect(addDays(day, offset)).toBe(expected);
  });
});
