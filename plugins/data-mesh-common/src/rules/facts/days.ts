const DAY = 24 * 60 * 60 * 1000;

/**
 * Whole UTC days from one day to another; negative when `to` comes first.
 * Undefined when one of them is no date in ISO 8601.
 */
export function daysBetween(
  from: string | undefined,
  to: string | undefined,
): number | undefined {
  const start = dayNumber(from);
  const end = dayNumber(to);
  return start === undefined || end === undefined ? undefined : end - start;
}

/** Days since a day that has come; undefined for one that is still to come. */
export function daysSince(
  day: string | undefined,
  today: string,
): number | undefined {
  const days = daysBetween(day, today);
  return days === undefined || days < 0 ? undefined : days;
}

function dayNumber(text: string | undefined): number | undefined {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(text ?? '')?.[0];
  const time = day ? Date.parse(`${day}T00:00:00Z`) : NaN;
  return Number.isNaN(time) ? undefined : Math.floor(time / DAY);
}
