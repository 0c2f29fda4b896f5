const DAY = 86_400_000;
const written = /^(\d{4})-(\d\d)-(\d\d)(?=$|T)/;

/** A tree has many dates and few days: most were read before. */
const known = new Map<string, number>();
const MOST_KNOWN = 10_000;

/**
 * The number of a day, to count from one to another.
 *
 * @param day - in ISO 8601, with a time or not
 * @returns NaN if it is no day
 */
export function dayNumber(day: string): number {
  const before = known.get(day);
  if (before !== undefined) {
    return before;
  }
  const number = readDay(day);
  if (known.size >= MOST_KNOWN) {
    known.clear();
  }
  known.set(day, number);
  return number;
}

function readDay(day: string): number {
  const [, year, month, date] = written.exec(day) ?? [];
  const time = new Date(Date.UTC(+year, +month - 1, +date));
  // A day beyond the end of its month is taken as one of the next.
  return time.getUTCDate() === +date && time.getUTCMonth() === +month - 1
    ? time.getTime() / DAY
    : NaN;
}

/** The day a number of days later; undefined if there is none. */
export function addDays(day: string, days: number): string | undefined {
  const date = new Date((dayNumber(day) + days) * DAY);
  return Number.isNaN(date.getTime())
    ? undefined
    : date.toISOString().slice(0, 10);
}
