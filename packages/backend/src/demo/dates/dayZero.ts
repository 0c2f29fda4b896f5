import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isError } from '@backstage/errors';

const FILE = 'demo-day-0';

/**
 * Reads day 0 from the file `demo-day-0`, or makes today day 0.
 *
 * @param directory - created when it is missing
 * @param today - the clock
 * @returns the day in UTC, such as `2025-11-17`
 * @throws Error when the file holds something else
 */
export async function fixDayZero(
  directory: string,
  today: () => Date = () => new Date(),
): Promise<string> {
  const file = join(resolve(directory), FILE);
  await mkdir(resolve(directory), { recursive: true });
  try {
    // Fails where the file exists, so that of two starts at once one decides
    await writeFile(file, `${toDay(today())}\n`, { flag: 'wx' });
  } catch (error) {
    if (!isError(error) || error.code !== 'EEXIST') {
      throw error;
    }
  }
  const day = (await readFile(file, 'utf8')).trim();
  if (!isDay(day)) {
    throw new Error(
      `${file} must hold a date such as 2025-11-17, but holds "${day}". Correct it, or delete it to start from today`,
    );
  }
  return day;
}

/**
 * The day that lies `offset` days after `day`.
 */
export function addDays(day: string, offset: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + offset);
  return toDay(date);
}

function toDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function isDay(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    addDays(text, 0) === text
  );
}
