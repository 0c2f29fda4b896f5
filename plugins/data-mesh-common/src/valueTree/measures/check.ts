import { MeasureFields } from '../../api';
import { dayNumber } from '../days';
import { findProblems, isOnScale } from './problems';

/**
 * Finds what is wrong with a measure, so that no progress can be told: no
 * baseline, a target on the wrong side of it, and so on.
 *
 * @returns a sentence for each, without a full stop
 * @public
 */
export function measureProblems(fields: MeasureFields): string[] {
  return findProblems(fields).map(problem => problem.text);
}

/**
 * Finds what is wrong with the measures of a node together: exactly one has to
 * be the primary one, and it may not count an activity.
 *
 * @returns a sentence for each, without a full stop; none without measures
 * @public
 */
export function checkMeasures(measures: readonly MeasureFields[]): string[] {
  if (measures.length === 0) {
    return [];
  }
  const primary = measures.filter(measure => measure.primary);
  const problems: string[] = [];
  if (primary.length === 0) {
    problems.push(
      'None of the measures is the primary one: say which of them tells how it stands',
    );
  } else if (primary.length > 1) {
    const names = primary.map(({ name }) => `“${name}”`).join(', ');
    problems.push(`Only one measure can be the primary one, not ${names}`);
  }
  problems.push(
    ...primary
      .filter(measure => measure.class === 'activity')
      .map(
        ({ name }) =>
          `“${name}” counts an activity: what people do cannot be the primary measure, what comes of it can`,
      ),
  );
  return problems;
}

/**
 * Checks a reading of a measure before it is taken in.
 *
 * @param checkIn - its day, and its value for a measure that has a scale
 * @param today - the day it is checked on, in ISO 8601
 * @returns what is wrong with it as a sentence, without a full stop
 * @public
 */
export function checkCheckIn(
  fields: MeasureFields,
  checkIn: { date: string; value?: number },
  today: string,
): string | undefined {
  const { date, value } = checkIn;
  const day = dayNumber(date);
  const { baseline, scale } = fields;
  if (Number.isNaN(day)) {
    return `“${date}” is no day`;
  }
  if (day > dayNumber(today)) {
    return `${date} is in the future`;
  }
  if (baseline && day < dayNumber(baseline.date)) {
    return `${date} is before the baseline of ${baseline.date}`;
  }
  if (value !== undefined && !Number.isFinite(value)) {
    return 'The value has to be a number';
  }
  if (value !== undefined && scale && !isOnScale(scale, value)) {
    return `${value} is not on the scale of 1 to ${scale.length}`;
  }
  return undefined;
}
