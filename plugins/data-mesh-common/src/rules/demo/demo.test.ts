import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Evaluation, RuleStatus, isUnmet } from '../../results';
import { evaluateDemo } from './__testUtils__/evaluateDemo';

const expected = resolve(__dirname, '../../../../../../shared/practice');

/** Computed by others from the rules as they are written down. */
const isExpected = existsSync(join(expected, 'demo-products.json'));

type ExpectedProduct = {
  id: string;
  level: number;
  target: number | null;
  gaps: string[];
  waived: string[];
  notApplicable: string[];
  faults: string[];
  highFaults: string[];
};

type ExpectedDomain = {
  domain: string;
  levels: Record<string, number>;
  unmet: string[];
};

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(expected, name), 'utf8'));
}

function codes(
  { results }: Evaluation,
  fits: (status: RuleStatus) => boolean,
): string[] {
  return results
    .filter(({ status }) => fits(status))
    .map(({ code }) => code)
    .sort();
}

const withPrefix = (prefix: string, names: string[]) =>
  names.map(name => `${prefix}-${name}`).sort();

const { products, domains } = evaluateDemo();

(isExpected ? describe : describe.skip)('the expected outcome', () => {
  it('puts each product where it is expected', () => {
    const table = read<ExpectedProduct[]>('demo-products.json');

    expect(
      [...products].map(([ref, { maturity, faults }]) => ({
        ref,
        level: maturity.level,
        target: maturity.target,
        unmet: codes(maturity, isUnmet),
        waived: codes(maturity, status => status === 'waived'),
        faults: codes(faults, status => status === 'fail'),
        high: faults.results
          .filter(({ severity }) => severity === 'high')
          .map(({ code }) => code)
          .sort(),
      })),
    ).toEqual(
      table
        .map(one => ({
          ref: `dataproduct:default/${one.id}`,
          level: one.level,
          target: one.target,
          unmet: withPrefix('DP', one.gaps),
          waived: withPrefix('DP', one.waived),
          faults: [...one.faults].sort(),
          high: [...one.highFaults].sort(),
        }))
        .sort((a, b) => (a.ref < b.ref ? -1 : 1)),
    );
    for (const { id, notApplicable } of table) {
      const { maturity } = products.get(`dataproduct:default/${id}`) ?? {};
      expect(
        maturity && codes(maturity, status => status === 'not-applicable'),
      ).toEqual(expect.arrayContaining(withPrefix('DP', notApplicable)));
    }
  });

  it('gives each domain the profile that is expected', () => {
    const table = read<ExpectedDomain[]>('demo-domains.json');

    for (const { domain, levels, unmet } of table) {
      const { maturity } = domains.get(`domain:default/${domain}`) ?? {};
      expect({
        domain,
        levels: maturity?.dimensions,
        unmet: maturity && codes(maturity, isUnmet),
      }).toEqual({ domain, levels, unmet: withPrefix('DM', unmet) });
    }
    expect(domains.size).toBe(table.length);
  });
});

describe('the demo, by the default rule sets', () => {
  it('finds what is open in the domains', () => {
    const faults = [...domains].flatMap(([ref, outcome]) =>
      outcome.faults.results
        .filter(({ status }) => status === 'fail')
        .map(({ code, severity }) => `${ref} ${code} ${severity}`),
    );

    expect(faults.sort()).toEqual([
      'domain:default/clinical-research OF-17 medium',
      'domain:default/commercial OF-16 medium',
      'domain:default/commercial OF-17 medium',
    ]);
  });

  it('leaves no rule to chance', () => {
    const reasons = [...products.values(), ...domains.values()].flatMap(
      ({ maturity, faults }) => [
        ...maturity.notes,
        ...[...maturity.results, ...faults.results]
          .filter(({ status }) => status === 'not-measured')
          .map(({ reason }) => reason),
      ],
    );

    expect(reasons).toEqual([]);
  });
});
