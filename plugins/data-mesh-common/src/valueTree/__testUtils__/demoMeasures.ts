import { MeasureFields, MeasureStatus } from '../../api';

/**
 * The measures of the demo with how they stand on its first day: baseline and
 * target as `[value, offset in days]`, the newest reading with its offset.
 */
export type DemoMeasure = Pick<
  MeasureFields,
  'class' | 'timing' | 'direction' | 'cadenceDays'
> & {
  id: string;
  baseline: readonly [number, number];
  target: readonly [number, number];
  values: readonly number[];
  readAt: number;
  progress: number;
  expected: number;
  status: MeasureStatus;
};

type Row = [
  id: string,
  kind: `${'C' | 'A'}${'lag' | 'lead'}`,
  direction: '+' | '-',
  baseline: [number, number],
  target: [number, number],
  values: number[],
  readAt: number,
  cadenceDays: number,
  progress: number,
  expected: number,
  status: MeasureStatus,
];

// prettier-ignore
const rows: Row[] = [
  ['M-01', 'Clag', '-', [41, -360], [24, 180], [38, 35.5, 33, 31.8, 30.5], -6, 14, 0.62, 0.66, 'on-track'],
  ['M-02', 'Clead', '+', [71, -300], [95, 120], [74, 79, 83, 86, 88], -6, 14, 0.71, 0.7, 'on-track'],
  ['M-03', 'Clag', '-', [14.2, -240], [9, 120], [14, 13.7, 13.1, 12.6], -12, 30, 0.31, 0.63, 'off-track'],
  ['M-04', 'Clead', '+', [52, -240], [85, 120], [58, 63, 70, 74], -12, 30, 0.67, 0.63, 'on-track'],
  ['M-05', 'Clag', '-', [6.2, -270], [2, 180], [6, 5.6, 4.9, 4.1], -9, 30, 0.5, 0.58, 'at-risk'],
  ['M-06', 'Alead', '-', [31, -200], [18, 160], [29, 27, 24, 22], -9, 14, 0.69, 0.53, 'on-track'],
  ['M-07', 'Clag', '-', [168, -330], [120, 210], [167, 164, 161], -120, 30, 0.15, 0.39, 'stale'],
  ['M-08', 'Clead', '+', [22, -330], [80, 210], [26, 31, 35], -118, 30, 0.22, 0.39, 'stale'],
  ['M-09', 'Clag', '-', [34, -180], [10, 365], [34, 33], -75, 30, 0.04, 0.19, 'stale'],
  ['M-10', 'Alead', '+', [5, -180], [70, 365], [7, 11], -75, 30, 0.09, 0.19, 'stale'],
  ['M-11', 'Clag', '+', [5, -450], [40, 180], [8, 11, 14, 17, 21], -3, 30, 0.46, 0.71, 'at-risk'],
  ['M-12', 'Clead', '-', [96, -450], [30, 180], [88, 75, 61, 52, 44], -3, 30, 0.79, 0.71, 'on-track'],
  ['M-13', 'Alead', '+', [20, -200], [90, 160], [31, 45, 58, 67], -3, 30, 0.67, 0.55, 'on-track'],
  ['M-14', 'Clag', '+', [3.1, -400], [4.2, 200], [3.2, 3.4, 3.6], -40, 90, 0.45, 0.6, 'at-risk'],
  ['M-15', 'Alag', '+', [6, -450], [40, 180], [9, 12, 15, 17, 19], -3, 30, 0.38, 0.71, 'off-track'],
];

export const demoMeasures: readonly DemoMeasure[] = rows.map(
  ([
    id,
    kind,
    direction,
    baseline,
    target,
    values,
    readAt,
    cadenceDays,
    progress,
    expected,
    status,
  ]) => ({
    id,
    class: kind.startsWith('A') ? 'activity' : 'customer-value',
    timing: kind.endsWith('lag') ? 'lagging' : 'leading',
    direction: direction === '+' ? 'increase' : 'decrease',
    baseline,
    target,
    values,
    readAt,
    cadenceDays,
    progress,
    expected,
    status,
  }),
);
