import fc from 'fast-check';
import { linesToShow } from './linesToShow';

describe('linesToShow', () => {
  it('shows a short text whole', () => {
    expect(linesToShow(3, [2])).toEqual([{ from: 1, to: 3, isGap: false }]);
  });

  it('shows of a long text what explains the marks', () => {
    expect(linesToShow(5000, [3000, 3010])).toEqual([
      { from: 1, to: 21, isGap: false },
      { from: 22, to: 2979, isGap: true },
      { from: 2980, to: 3030, isGap: false },
      { from: 3031, to: 5000, isGap: true },
    ]);
  });

  it('leaves out no line and no mark unsaid', () => {
    const input = fc
      .integer({ min: 1, max: 10_000 })
      .chain(total =>
        fc.tuple(
          fc.constant(total),
          fc.array(fc.integer({ min: 1, max: total }), { maxLength: 20 }),
        ),
      );
    fc.assert(
      fc.property(input, ([total, marked]) => {
        const runs = linesToShow(total, marked);
        expect(runs[0].from).toBe(1);
        expect(runs[runs.length - 1].to).toBe(total);
        runs.slice(1).forEach((run, index) => {
          expect(run.from).toBe(runs[index].to + 1);
        });
        for (const line of marked) {
          expect(
            runs.find(({ from, to }) => from <= line && line <= to)?.isGap,
          ).toBe(false);
        }
      }),
    );
  });
});
