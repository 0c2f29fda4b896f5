import { CheckIn, Measure } from '@backstage-data-mesh/plugin-data-mesh-common';

/** A day in the chart of a measure, in milliseconds. */
export interface ChartPoint {
  time: number;
  /** What was read. */
  value?: number;
  /** What was to be expected. */
  expected?: number;
}

/** What the chart of a measure is drawn from. */
export interface MeasureChartData {
  points: ChartPoint[];
  /** Where it is to be, of what is to rise or fall. */
  target?: number;
  /** Where it is to stay. */
  range?: { from: number; to: number };
}

/** The readings that count, the oldest first. */
export function readingsOf(checkIns: readonly CheckIn[]): CheckIn[] {
  return checkIns
    .filter(({ supersededBy }) => supersededBy === undefined)
    .sort((one, other) => one.date.localeCompare(other.date));
}

/**
 * The path of a measure in time: what was read from the baseline on, and the
 * way it is expected to take by its checkpoints to the target.
 */
export function chartOf(
  measure: Pick<Measure, 'baseline' | 'target' | 'checkpoints' | 'direction'>,
  checkIns: readonly CheckIn[],
): MeasureChartData {
  const { baseline, target, checkpoints = [], direction } = measure;
  const byTime = new Map<number, ChartPoint>();
  const put = (date: string, what: Omit<ChartPoint, 'time'>) => {
    const time = Date.parse(date.slice(0, 10));
    if (!Number.isNaN(time)) {
      byTime.set(time, { ...byTime.get(time), time, ...what });
    }
  };
  const isRange = direction === 'keep-in-range';
  if (baseline) {
    put(baseline.date, { value: baseline.value });
  }
  readingsOf(checkIns).forEach(({ date, value }) => put(date, { value }));
  if (baseline && target?.value !== undefined && !isRange) {
    put(baseline.date, { expected: baseline.value });
    checkpoints.forEach(({ date, value }) => put(date, { expected: value }));
    put(target.date, { expected: target.value });
  }
  if (isRange && target) {
    // So that one sees until when it is to hold
    put(target.date, {});
  }
  return {
    points: [...byTime.values()].sort((one, other) => one.time - other.time),
    ...(target?.value !== undefined && !isRange && { target: target.value }),
    ...(isRange &&
      target?.from !== undefined &&
      target.to !== undefined && {
        range: { from: target.from, to: target.to },
      }),
  };
}
