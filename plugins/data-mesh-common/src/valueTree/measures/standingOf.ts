import { MeasureFields, MeasureStatus, Standing } from '../../api';
import { addDays, dayNumber } from '../days';
import { MeasureModel, Reading, TreeModel } from '../model';
import { measureProblems } from './check';
import { courseOf, expectedAt, expectedValueAt, progressAt } from './path';
import { trendOf } from './trendOf';

/** A reading is old after so many times its cadence. */
const STALE_AFTER = 1.5;
/** Before this share of the time it is too early to say. */
const TOO_EARLY_BEFORE = 0.1;
/** How much of what is expected is on track, and only at risk. */
const ON_TRACK_FROM = 0.9;
const AT_RISK_FROM = 0.6;
/** In a range, nothing less than all is on track. */
const IN_RANGE_AT_RISK_FROM = 0.5;
/** So that a value right on a border is not taken off it by reckoning. */
const NOISE = 1e-9;

/**
 * How a measure stands on a day. Only readings from its baseline to that day
 * count, so that it can be asked about a day that is past, as far back as there
 * are readings.
 *
 * - `progress` is that of the newest reading; the baseline stands in for it
 *   where there is none, with `no-data`
 * - `expected` and `expectedValue` are of the day of that reading, not of
 *   today; there are none where there is no reading. A range has no
 *   `expectedValue`.
 *
 * Numbers are as they are reckoned, without rounding.
 *
 * @param today - a day in ISO 8601
 * @public
 */
export function standingOf(measure: MeasureModel, today: string): Standing {
  const { fields } = measure;
  const readings = readingsThatCount(measure, today);
  const newest = readings[readings.length - 1];
  const current = newest ?? fields.baseline;
  const dueAt = current && addDays(current.date, fields.cadenceDays);
  const seen = {
    ...(current && { current: { date: current.date, value: current.value } }),
    ...(dueAt !== undefined && { dueAt }),
  };
  const problems = measureProblems(fields);
  const course = courseOf(fields);
  if (problems.length > 0 || !course) {
    return { status: 'invalid', problems, ...seen };
  }
  const trend = trendOf(fields, readings);
  const day = newest && dayNumber(newest.date);
  const expectedValue =
    day === undefined ? undefined : expectedValueAt(course, day);
  const expected = day === undefined ? undefined : expectedAt(course, day);
  const progress = current && progressAt(course, current.value);
  return {
    status: statusOf({
      isRange: course.range !== undefined,
      start: course.from.day,
      end: course.to.day,
      today: dayNumber(today),
      newest: day,
      cadence: fields.cadenceDays,
      progress: progress ?? 0,
      expected: expected ?? 0,
    }),
    progress,
    ...(expected !== undefined && { expected }),
    ...(expectedValue !== undefined && { expectedValue }),
    ...seen,
    ...(trend && { trend }),
  };
}

/** The first status that fits; all days are numbers. */
function statusOf(measure: {
  isRange: boolean;
  start: number;
  end: number;
  today: number;
  newest: number | undefined;
  cadence: number;
  progress: number;
  expected: number;
}): MeasureStatus {
  const { isRange, start, end, today, newest, progress, expected } = measure;
  if (newest === undefined) {
    return 'no-data';
  }
  if (progress >= 1 && (!isRange || today >= end)) {
    return 'achieved';
  }
  if (today - newest > STALE_AFTER * measure.cadence) {
    return 'stale';
  }
  if (today - start < TOO_EARLY_BEFORE * (end - start)) {
    return 'too-early';
  }
  if (today > end) {
    return 'missed';
  }
  const [onTrackFrom, atRiskFrom] = isRange
    ? [1, IN_RANGE_AT_RISK_FROM]
    : [ON_TRACK_FROM * expected, AT_RISK_FROM * expected];
  if (progress >= onTrackFrom - NOISE) {
    return 'on-track';
  }
  return progress >= atRiskFrom - NOISE ? 'at-risk' : 'off-track';
}

/**
 * Readings from the baseline to a day, the oldest first. The baseline itself,
 * read again on its own day, tells nothing new.
 */
function readingsThatCount(
  { fields: { baseline }, readings }: MeasureModel,
  today: string,
): Reading[] {
  const first = baseline ? dayNumber(baseline.date) : -Infinity;
  const last = dayNumber(today);
  return readings
    .map(reading => ({ ...reading, day: dayNumber(reading.date) }))
    .filter(
      ({ day, value }) =>
        day >= first &&
        day <= last &&
        !(day === first && value === baseline?.value),
    )
    .sort((a, b) => a.day - b.day || a.value - b.value);
}

/**
 * Whether a measure is where it is to be kept, which is what there is to say
 * of it while it is on track.
 *
 * @public
 */
export function isHolding(
  fields: Pick<MeasureFields, 'direction'>,
  standing: Standing,
): boolean {
  return fields.direction === 'keep-in-range' && standing.status === 'on-track';
}

/**
 * How each measure of a tree stands on a day.
 *
 * @returns by the id of the measure
 * @public
 */
export function standingsOf(
  tree: Pick<TreeModel, 'measures'>,
  today: string,
): Map<string, Standing> {
  return new Map(
    tree.measures.map(measure => [measure.id, standingOf(measure, today)]),
  );
}
