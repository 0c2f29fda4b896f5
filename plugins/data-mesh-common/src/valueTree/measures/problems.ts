import { MeasureFields, MeasureTarget } from '../../api';
import { dayNumber } from '../days';

/** What is wrong with a measure, so that no progress can be told. */
export interface MeasureProblem {
  code:
    | 'measure-without-baseline'
    | 'measure-without-target'
    | 'target-equals-baseline'
    | 'invalid-measure';
  text: string;
}

/** Finds all that is wrong with a measure. */
export function findProblems(fields: MeasureFields): MeasureProblem[] {
  const { baseline, target } = fields;
  const problems: MeasureProblem[] = [];
  if (!baseline) {
    problems.push({
      code: 'measure-without-baseline',
      text: 'There is no baseline: say what the value was when you started, and on which day',
    });
  }
  if (!target) {
    problems.push({
      code: 'measure-without-target',
      text: 'There is no target: say what the value is to be, and by which day',
    });
  }
  const invalid = [
    ...dateProblems(fields),
    ...(target ? shapeProblems(fields.direction, target) : []),
    ...checkpointProblems(fields),
    ...scaleProblems(fields),
  ];
  problems.push(
    ...invalid.map(text => ({ code: 'invalid-measure' as const, text })),
  );
  if (
    baseline &&
    target?.value !== undefined &&
    fields.direction !== 'keep-in-range'
  ) {
    problems.push(
      ...wayProblems(fields.direction, baseline.value, target.value),
    );
  }
  return problems;
}

function wayProblems(
  direction: 'increase' | 'decrease',
  from: number,
  to: number,
): MeasureProblem[] {
  if (from === to) {
    return [
      {
        code: 'target-equals-baseline',
        text: `The target is the baseline, ${from}: nothing would change`,
      },
    ];
  }
  if (direction === 'increase' ? to > from : to < from) {
    return [];
  }
  return [
    {
      code: 'invalid-measure',
      text: `It is to ${direction}, but ${to} is ${
        to > from ? 'above' : 'below'
      } the baseline of ${from}`,
    },
  ];
}

function dateProblems({ baseline, target }: MeasureFields): string[] {
  const problems: string[] = [];
  for (const [name, day] of [
    ['baseline', baseline?.date],
    ['target', target?.date],
  ] as const) {
    if (day !== undefined && Number.isNaN(dayNumber(day))) {
      problems.push(`The date of the ${name} is no day: “${day}”`);
    }
  }
  if (
    baseline &&
    target &&
    dayNumber(target.date) <= dayNumber(baseline.date)
  ) {
    problems.push(
      `The date of the target, ${target.date}, is not after that of the baseline, ${baseline.date}`,
    );
  }
  return problems;
}

function shapeProblems(
  direction: MeasureFields['direction'],
  { value, from, to, tolerance }: MeasureTarget,
): string[] {
  if (direction !== 'keep-in-range') {
    return [
      ...(value === undefined ? ['The target has no value'] : []),
      ...([from, to, tolerance].some(part => part !== undefined)
        ? [`What is to ${direction} has a target value, and no range`]
        : []),
    ];
  }
  const problems =
    value === undefined
      ? []
      : ['What is kept in a range has “from” and “to”, and no target value'];
  if (from === undefined || to === undefined) {
    return [...problems, 'The range needs both “from” and “to”'];
  }
  if (from > to) {
    problems.push(`The range ends at ${to}, before it begins at ${from}`);
  } else if (tolerance === undefined && from === to) {
    problems.push('A range of a single value needs a tolerance');
  }
  if (tolerance !== undefined && tolerance <= 0) {
    problems.push(`The tolerance has to be above 0, it is ${tolerance}`);
  }
  return problems;
}

function checkpointProblems({
  direction,
  baseline,
  target,
  checkpoints = [],
}: MeasureFields): string[] {
  if (checkpoints.length === 0) {
    return [];
  }
  if (direction === 'keep-in-range') {
    return ['What is kept in a range has no checkpoints'];
  }
  const days = checkpoints.map(point => dayNumber(point.date));
  const problems: string[] = [];
  if (days.some((day, i) => i > 0 && day <= days[i - 1])) {
    problems.push('The dates of the checkpoints do not rise');
  }
  for (const { date } of checkpoints) {
    const day = dayNumber(date);
    if (Number.isNaN(day)) {
      problems.push(`The date of a checkpoint is no day: “${date}”`);
    } else if (
      (baseline && day <= dayNumber(baseline.date)) ||
      (target && day >= dayNumber(target.date))
    ) {
      problems.push(
        `The checkpoint of ${date} is not between the baseline and the target`,
      );
    }
  }
  return problems;
}

function scaleProblems({
  scale,
  baseline,
  target,
  checkpoints = [],
}: MeasureFields): string[] {
  if (!scale) {
    return [];
  }
  const values = [
    baseline?.value,
    ...checkpoints.map(point => point.value),
    target?.value,
    target?.from,
    target?.to,
  ];
  return values
    .filter(value => value !== undefined && !isOnScale(scale, value))
    .map(value => `${value} is not on the scale of 1 to ${scale.length}`);
}

/** Whether a value is one that a scale has words for, or between two. */
export function isOnScale(scale: readonly string[], value: number): boolean {
  return value >= 1 && value <= scale.length;
}
