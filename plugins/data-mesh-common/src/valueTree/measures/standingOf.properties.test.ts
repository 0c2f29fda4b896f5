import fc from 'fast-check';
import { MeasureFields, measureStatuses } from '../../api';
import { day, measureWith, today } from '../__testUtils__/trees';
import { standingOf } from './standingOf';

const value = fc.integer({ min: -10_000, max: 10_000 });

/** Readings on days of their own. */
const readings = fc.uniqueArray(
  fc.tuple(fc.integer({ min: -150, max: 150 }), value),
  { selector: ([offset]) => offset, maxLength: 8 },
);

const rising = fc
  .tuple(value, value, fc.integer({ min: 1, max: 90 }), readings)
  .filter(([from, to]) => from < to)
  .map(([from, to, cadenceDays, read]) => ({
    fields: {
      baseline: { value: from, date: day(-100) },
      target: { value: to, date: day(100) },
      cadenceDays,
    },
    read,
  }));

const mirrored = (
  fields: Pick<MeasureFields, 'cadenceDays'> & {
    baseline: { value: number; date: string };
    target: { value: number; date: string };
  },
) => ({
  ...fields,
  direction: 'decrease' as const,
  baseline: { ...fields.baseline, value: -fields.baseline.value },
  target: { ...fields.target, value: -fields.target.value },
});

describe('any measure', () => {
  it('has made no way at its baseline and all of it at its target', () => {
    fc.assert(
      fc.property(rising, ({ fields }) => {
        for (const one of [fields, mirrored(fields)]) {
          const progressAt = (current: number) =>
            standingOf(measureWith(one, [[0, current]]), today).progress;
          expect(progressAt(one.baseline.value)! + 0).toBe(0);
          expect(progressAt(one.target.value)).toBe(1);
        }
      }),
    );
  });

  it('stands as its mirror image does', () => {
    fc.assert(
      fc.property(rising, ({ fields, read }) => {
        const up = standingOf(measureWith(fields, read), today);
        const down = standingOf(
          measureWith(
            mirrored(fields),
            read.map(([offset, one]) => [offset, -one] as const),
          ),
          today,
        );
        expect(down.status).toBe(up.status);
        expect(down.trend).toBe(up.trend);
        expect(down.progress).toBeCloseTo(up.progress!, 12);
        expect(down.expected).toBe(up.expected);
      }),
    );
  });

  it('does not care for the order of its readings', () => {
    const shuffled = rising.chain(({ fields, read }) =>
      fc
        .shuffledSubarray(read, { minLength: read.length })
        .map(other => ({ fields, read, other })),
    );
    fc.assert(
      fc.property(shuffled, ({ fields, read, other }) => {
        expect(standingOf(measureWith(fields, other), today)).toEqual(
          standingOf(measureWith(fields, read), today),
        );
      }),
    );
  });

  it('has a status and no broken number, whatever it says', () => {
    const offset = fc.integer({ min: -200, max: 200 });
    const dated = fc
      .tuple(value, offset)
      .map(([amount, at]) => ({ value: amount, date: day(at) }));
    const anything: fc.Arbitrary<Partial<MeasureFields>> = fc.record({
      direction: fc.constantFrom('increase', 'decrease', 'keep-in-range'),
      baseline: fc.option(dated, { nil: undefined }),
      target: fc.option(
        fc.record(
          {
            date: offset.map(day),
            value,
            from: value,
            to: value,
            tolerance: value,
          },
          { requiredKeys: ['date'] },
        ),
        { nil: undefined },
      ),
      checkpoints: fc.array(dated, { maxLength: 3 }),
      cadenceDays: fc.integer({ min: 1, max: 730 }),
    });
    fc.assert(
      fc.property(anything, readings, (fields, read) => {
        const standing = standingOf(measureWith(fields, read), today);
        expect(measureStatuses).toContain(standing.status);
        expect(standing.status === 'invalid').toBe('problems' in standing);
        for (const number of [
          standing.progress,
          standing.expected,
          standing.expectedValue,
        ]) {
          expect(number === undefined || Number.isFinite(number)).toBe(true);
        }
        const { expected = 0 } = standing;
        expect(Math.min(1, Math.max(0, expected))).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});
