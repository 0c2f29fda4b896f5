const DAY = 24 * 60 * 60 * 1000;

/** The UTC day of a time, as 2026-12-31; undefined when it is no time. */
export function dayOf(time: string): string | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime())
    ? undefined
    : date.toISOString().slice(0, 10);
}

/** The day a number of days later; undefined beyond what a date can hold. */
export function addDays(day: string, days: number): string | undefined {
  const date = new Date(Date.parse(day) + days * DAY);
  return Number.isNaN(date.getTime())
    ? undefined
    : date.toISOString().slice(0, 10);
}
