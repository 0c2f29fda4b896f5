import { MeasureFields } from '../../api';
import { dayNumber } from '../days';

/** A measure that lacks nothing that progress is reckoned from. */
export interface Course {
  from: { day: number; value: number };
  to: { day: number };
  /** For all but what is kept in a range. */
  value?: number;
  /** Of what is kept in a range. */
  range?: { from: number; to: number; tolerance: number };
  /** The points it has to go through, from the baseline to the target. */
  points: readonly { day: number; value: number }[];
}

/** The course of a measure without problems. */
export function courseOf(fields: MeasureFields): Course | undefined {
  const { baseline, target } = fields;
  if (!baseline || !target) {
    return undefined;
  }
  const from = { day: dayNumber(baseline.date), value: baseline.value };
  const to = { day: dayNumber(target.date) };
  if (fields.direction === 'keep-in-range') {
    if (target.from === undefined || target.to === undefined) {
      return undefined;
    }
    const { from: low, to: high } = target;
    const tolerance = target.tolerance ?? (high - low) / 2;
    return { from, to, range: { from: low, to: high, tolerance }, points: [] };
  }
  if (target.value === undefined) {
    return undefined;
  }
  const checkpoints = (fields.checkpoints ?? []).map(point => ({
    day: dayNumber(point.date),
    value: point.value,
  }));
  return {
    from,
    to,
    value: target.value,
    points: [from, ...checkpoints, { ...to, value: target.value }],
  };
}

/**
 * Share of the way that a value is: 0 at the baseline, 1 at the target, below
 * and above for what is worse and better. In a range it is 1.
 */
export function progressAt(course: Course, value: number): number {
  if (course.range) {
    const distance = distanceFromRange(course.range, value);
    return distance === 0
      ? 1
      : Math.max(0, 1 - distance / course.range.tolerance);
  }
  const start = course.from.value;
  return (value - start) / ((course.value ?? start) - start);
}

/** How far a value is outside of a range; 0 inside. */
export function distanceFromRange(
  range: { from: number; to: number },
  value: number,
): number {
  return Math.max(0, range.from - value, value - range.to);
}

/** The value to have on a day; the range has none. */
export function expectedValueAt(
  { points }: Course,
  day: number,
): number | undefined {
  if (points.length === 0) {
    return undefined;
  }
  const next = points.findIndex(point => point.day >= day);
  if (next < 0) {
    return points[points.length - 1].value;
  }
  if (next === 0 || points[next].day === day) {
    return points[next].value;
  }
  const before = points[next - 1];
  const share = (day - before.day) / (points[next].day - before.day);
  return before.value + share * (points[next].value - before.value);
}

/** Progress to have on a day, 0 to 1; always 1 in a range. */
export function expectedAt(course: Course, day: number): number {
  const value = expectedValueAt(course, day);
  return value === undefined
    ? 1
    : Math.min(1, Math.max(0, progressAt(course, value)));
}
