import { evaluate } from '../evaluate/evaluate';
import { factsOfProduct } from '../facts';
import { contextOf, evidenceOf, TODAY } from '../facts/__testUtils__/contexts';
import { DemoMesh } from './__testUtils__/DemoMesh';
import { evaluateDemo } from './__testUtils__/evaluateDemo';
import { day, nameOf } from './__testUtils__/readDemo';
import { defaultRuleSet } from './__testUtils__/ruleSets';

const maturity = defaultRuleSet('data-product-maturity');

function statusOf(code: string, delivered: string[], days = 0) {
  const observedAt = new Date(Date.parse(TODAY) - days * 86_400_000);
  const context = contextOf(
    { lifecycle: 'production' },
    {
      uses: [
        {
          user: 'group:default/sales-data',
          team: 'group:default/sales-data',
          state: 'active',
        },
      ],
      evidence: delivered.includes('usage.last30Days')
        ? [
            evidenceOf('usage.last30Days', 5, {
              observedAt: observedAt.toISOString(),
            }),
          ]
        : [],
    },
  );
  const { results } = evaluate(maturity, {
    facts: factsOfProduct(context),
    evidence: context.evidence,
    delivered: new Set(delivered),
    today: TODAY,
  });
  return results.find(one => one.code === code)?.status;
}

describe('evidence', () => {
  it('that never came for anyone is not measured, unless somebody can answer', () => {
    expect(statusOf('DP-V4', [])).toBe('not-measured');
    expect(statusOf('DP-T4', [])).toBe('not-measured');
    expect(statusOf('DP-T3', [])).not.toBe('not-measured');
    expect(statusOf('DP-V7', [])).toBe('unknown');
  });

  it.each([
    [0, 'pass'],
    [30, 'pass'],
    [31, 'unknown'],
    [400, 'unknown'],
  ])('of %d days ago: %s', (days, status) => {
    expect(statusOf('DP-V4', ['usage.last30Days'], days)).toBe(status);
  });
});

describe('the demo 400 days on, with nobody having looked', () => {
  const { products } = evaluateDemo(new DemoMesh(day(400)));

  it('knows nothing that depends on evidence', () => {
    const open = [...products].flatMap(([ref, outcome]) =>
      outcome.maturity.results
        .filter(
          ({ code, status }) =>
            [
              'DP-T3',
              'DP-T4',
              'DP-V4',
              'DP-V5',
              'DP-V7',
              'DP-L5',
              'DP-A4',
            ].includes(code) && !['unknown', 'waiting'].includes(status),
        )
        .map(({ code, status }) => `${nameOf(ref)} ${code} ${status}`),
    );

    expect(open).toEqual([]);
  });

  it('has no open point of use without a reading', () => {
    const unused = [...products.values()].flatMap(({ faults }) =>
      faults.results.filter(
        ({ code, status }) => code === 'OF-13' && status === 'fail',
      ),
    );

    expect(unused).toEqual([]);
  });
});
