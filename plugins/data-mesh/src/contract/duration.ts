/** A span of time with the unit it was written in. */
export type Duration = {
  count: number;
  unit: 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
};

const UNITS = new Map<string, Duration['unit']>(
  Object.entries({
    s: 'second',
    sec: 'second',
    second: 'second',
    min: 'minute',
    minute: 'minute',
    h: 'hour',
    hr: 'hour',
    hour: 'hour',
    d: 'day',
    day: 'day',
    w: 'week',
    week: 'week',
    mo: 'month',
    month: 'month',
    y: 'year',
    yr: 'year',
    year: 'year',
  }),
);

const ISO: Record<string, Duration['unit']> = {
  Y: 'year',
  M: 'month',
  W: 'week',
  D: 'day',
  TH: 'hour',
  TM: 'minute',
  TS: 'second',
};

/**
 * Reads `4` with the unit `h`, `4h`, `30 days`, `PT4H`. Undefined for what is
 * no span of time, such as `m`, which some mean as months and some as minutes.
 */
export function readDuration(
  value: string,
  unit?: string,
): Duration | undefined {
  const iso = /^P(T?)(\d+)([YMWDHS])$/.exec(value.trim());
  if (iso) {
    const isoUnit = ISO[`${iso[1]}${iso[3]}`];
    return isoUnit && { count: Number(iso[2]), unit: isoUnit };
  }
  const written = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(value.trim());
  const word = (written?.[2] || unit || '').toLocaleLowerCase('en-US');
  const known = UNITS.get(word) ?? UNITS.get(word.replace(/s$/, ''));
  return written && known
    ? { count: Number(written[1]), unit: known }
    : undefined;
}
