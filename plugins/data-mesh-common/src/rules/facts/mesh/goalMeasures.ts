import { MeasureModel } from '../../../valueTree';
import { standingOf } from '../../../valueTree/measures/standingOf';

/** How a measure of a goal stands, as rules ask for it. */
export type GoalMeasure = {
  /** Baseline, target and dates are there and fit each other. */
  isComplete: boolean;
  /** It has a reading that is not too old. */
  isRead: boolean;
  isMoving: boolean;
  /** The day on which it came to its target, as far as readings tell. */
  reachedAt?: string;
};

export function lookAt(measure: MeasureModel, today: string): GoalMeasure {
  const { status, trend } = standingOf(measure, today);
  const isComplete = status !== 'invalid';
  const isRead = isComplete && status !== 'no-data' && status !== 'stale';
  return {
    isComplete,
    isRead,
    isMoving: isRead && trend === 'better',
    reachedAt: status === 'achieved' ? reachedAt(measure) : undefined,
  };
}

/** The first of the readings since which it has been at its target. */
function reachedAt(measure: MeasureModel): string | undefined {
  const { fields, readings } = measure;
  if (fields.direction === 'keep-in-range') {
    return fields.target?.date;
  }
  let since: string | undefined;
  for (let count = readings.length; count > 0; count--) {
    const { date } = readings[count - 1];
    const then = { ...measure, readings: readings.slice(0, count) };
    if (standingOf(then, date).status !== 'achieved') {
      break;
    }
    since = date;
  }
  return since;
}
