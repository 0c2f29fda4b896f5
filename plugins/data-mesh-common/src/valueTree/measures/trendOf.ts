import { MeasureFields, Standing } from '../../api';
import { dayNumber } from '../days';
import { Reading } from '../model';
import { distanceFromRange } from './path';

const COUNTED = 5;
const LEAST = 3;

/** What is lost in reckoning with numbers is no trend. */
const NOISE = 1e-9;

/**
 * Where readings go: least squares over the last five and their days, in the
 * good direction or not.
 *
 * @param readings - the oldest first, each of a day of its own
 * @returns undefined with fewer than three
 * @public
 */
export function trendOf(
  fields: Pick<MeasureFields, 'direction' | 'target'>,
  readings: readonly Reading[],
): Standing['trend'] {
  const last = readings.slice(-COUNTED);
  if (last.length < LEAST) {
    return undefined;
  }
  const points = last.map(({ date, value }) => ({
    x: dayNumber(date),
    y: goodnessOf(fields, value),
  }));
  const x = mean(points.map(point => point.x));
  const y = mean(points.map(point => point.y));
  const spread = sum(points.map(point => (point.x - x) ** 2));
  const slope =
    sum(points.map(point => (point.x - x) * (point.y - y))) / spread;
  const size = Math.max(...points.map(point => Math.abs(point.y)));
  const change = slope * (points[points.length - 1].x - points[0].x);
  if (!(Math.abs(change) > NOISE * size)) {
    return 'flat';
  }
  return change > 0 ? 'better' : 'worse';
}

/** A value that rises as it gets better. */
function goodnessOf(
  { direction, target }: Pick<MeasureFields, 'direction' | 'target'>,
  value: number,
): number {
  if (direction === 'keep-in-range') {
    return target?.from === undefined || target.to === undefined
      ? 0
      : -distanceFromRange({ from: target.from, to: target.to }, value);
  }
  return direction === 'increase' ? value : -value;
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: number[]): number {
  return sum(values) / values.length;
}
