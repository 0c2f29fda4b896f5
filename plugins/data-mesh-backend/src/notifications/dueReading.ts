import { standingOf } from '@backstage-data-mesh/plugin-data-mesh-common';
import { StoredMeasure } from '../valueTree/store/MeasureStore';

const DAY = 24 * 60 * 60 * 1000;
/** See `stale` in how a measure stands. */
const STALE_AFTER = 1.5;

/** A reading that is to be told of. */
export type DueReading = {
  /** Whether the last one has become too old, not only the next one due. */
  isStale: boolean;
  /** The day since which it is so. */
  day: string;
  /** The newest reading, if there is one. */
  last?: { date: string; value: number };
};

/**
 * Whether a reading of a measure is due, or the last one has become too old.
 * How old it was when the measure was entered is no news: then a reading is
 * due once its cadence has passed from there.
 *
 * @param today - UTC day
 */
export function dueReading(
  measure: StoredMeasure,
  today: string,
): DueReading | undefined {
  const { cadenceDays } = measure.fields;
  const { status, dueAt, current } = standingOf(measure, today);
  if (status === 'achieved') {
    return undefined;
  }
  const entered = measure.createdAt.slice(0, 10);
  const isRead = measure.readings.length > 0;
  const last = isRead ? current : undefined;
  const staleAt =
    last && daysAfter(last.date, Math.floor(STALE_AFTER * cadenceDays) + 1);
  if (staleAt && staleAt > entered && staleAt <= today) {
    return { isStale: true, day: staleAt, last };
  }
  const day =
    dueAt && dueAt > entered ? dueAt : daysAfter(entered, cadenceDays);
  return day <= today ? { isStale: false, day, last } : undefined;
}

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}
