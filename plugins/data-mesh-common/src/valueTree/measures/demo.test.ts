import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { MeasureStatus } from '../../api';
import { DAY_ZERO } from '../../rules/demo/__testUtils__/readDemo';
import { readDemoTree } from '../../rules/demo/__testUtils__/readDemoTree';
import { demoMeasures } from '../__testUtils__/demoMeasures';
import { measureWith, day, today } from '../__testUtils__/trees';
import { standingOf, standingsOf } from './standingOf';

/** Computed by others from the formulas as they are written down. */
const expectedFile = resolve(
  __dirname,
  '../../../../../../shared/practice/demo-measures.json',
);

type Expected = {
  id: string;
  progress: number;
  expected: number;
  status: MeasureStatus;
};

const { tree } = readDemoTree();

describe('the measures of the demo', () => {
  it.each(demoMeasures)('$id is $status', one => {
    const last = one.values.length - 1;
    const measure = measureWith(
      {
        direction: one.direction,
        timing: one.timing,
        class: one.class,
        cadenceDays: one.cadenceDays,
        baseline: { value: one.baseline[0], date: day(one.baseline[1]) },
        target: { value: one.target[0], date: day(one.target[1]) },
      },
      one.values.map((value, at) => [
        one.readAt - (last - at) * one.cadenceDays,
        value,
      ]),
    );

    const { progress, expected, status, current } = standingOf(measure, today);

    expect(progress).toBeCloseTo(one.progress, 2);
    expect(expected).toBeCloseTo(one.expected, 2);
    expect(status).toBe(one.status);
    expect(current).toEqual({ value: one.values[last], date: day(one.readAt) });
  });

  it('stand the same in the document of the demo', () => {
    const standings = standingsOf(tree, DAY_ZERO);

    expect([...standings.keys()].sort()).toEqual(
      demoMeasures.map(({ id }) => id),
    );
    for (const { id, progress, expected, status } of demoMeasures) {
      const standing = standings.get(id);
      expect(standing?.progress).toBeCloseTo(progress, 2);
      expect(standing?.expected).toBeCloseTo(expected, 2);
      expect(standing?.status).toBe(status);
    }
  });

  it('lead with values: from 14.2 to 12.6, expected 10.9 by now', () => {
    const standing = standingsOf(tree, DAY_ZERO).get('M-03');

    expect(standing?.current?.value).toBe(12.6);
    expect(standing?.expectedValue).toBeCloseTo(10.9, 1);
    expect(standing?.trend).toBe('better');
  });
});

(existsSync(expectedFile) ? describe : describe.skip)(
  'the expected outcome of the demo',
  () => {
    it('is that of the formulas, to four decimals', () => {
      const table: Expected[] = JSON.parse(readFileSync(expectedFile, 'utf8'));
      const standings = standingsOf(tree, DAY_ZERO);

      expect(table).toHaveLength(standings.size);
      for (const { id, progress, expected, status } of table) {
        const standing = standings.get(id);
        expect(standing?.progress).toBeCloseTo(progress, 4);
        expect(standing?.expected).toBeCloseTo(expected, 4);
        expect(standing?.status).toBe(status);
      }
    });
  },
);
