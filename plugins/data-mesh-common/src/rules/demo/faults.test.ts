import { evaluate } from '../evaluate/evaluate';
import {
  contextOf,
  contractOf,
  describeProduct,
  evidenceOf,
  portWith,
  TODAY,
} from '../facts/__testUtils__/contexts';
import { ProductDescription, ProductIndex, factsOfProduct } from '../facts';
import { RuleSetOverride } from '../set/overrideRuleSet';
import { defaultRuleSet } from './__testUtils__/ruleSets';

/** What the fault comes to on a product of the lab. */
function judge(
  code: string,
  product: Partial<ProductDescription>,
  changes: Parameters<typeof contextOf>[1] = {},
  override: RuleSetOverride = {},
): string {
  const context = contextOf(product, changes);
  const { results } = evaluate(defaultRuleSet('ownership-faults', override), {
    facts: factsOfProduct(context),
    evidence: context.evidence,
    delivered: new Set(['usage.lastUsedAt']),
    today: TODAY,
  });
  const { status, severity } = results.find(one => one.code === code) ?? {};
  return severity ? `${status} ${severity}` : `${status}`;
}

describe('faults that the demo does not show', () => {
  it.each([
    ['group:default/sales-data', 'fail medium'],
    ['group:default/sales', 'fail medium'],
    ['group:default/lab-data', 'pass'],
    ['user:default/ann', 'not-applicable'],
    ['group:default/gone', 'not-applicable'],
  ])('OF-03, thin team: %s', (owner, expected) => {
    expect(judge('OF-03', { owner })).toBe(expected);
  });

  it.each([
    ['group:default/sales-data', 'fail high'],
    ['group:default/lab-data', 'pass'],
    ['group:default/guild', 'pass'],
    ['group:default/bi', 'not-applicable'],
    ['group:default/gone', 'not-applicable'],
  ])('OF-05, foreign owner: %s', (owner, expected) => {
    expect(judge('OF-05', { owner })).toBe(expected);
  });

  it.each([
    [undefined, 'not-applicable'],
    ['domain:default/diagnostics', 'pass'],
    ['domain:default/sales', 'fail medium'],
  ])('OF-08, between domains: %s', (systemDomain, expected) => {
    expect(judge('OF-08', {}, { systemDomain })).toBe(expected);
  });

  it.each([
    ['user:default/ann', 4, 'pass'],
    ['user:default/ann', 5, 'fail medium'],
    ['user:default/gone', 5, 'not-applicable'],
  ])(
    'OF-09, overloaded: %s with %d',
    (productOwner, productsOfOwner, expected) => {
      expect(judge('OF-09', { productOwner }, { productsOfOwner })).toBe(
        expected,
      );
    },
  );

  it('OF-19, near-duplicate', () => {
    const purpose = 'Confirmed orders per customer, for planners of capacity.';
    const index = new ProductIndex(
      ['a', 'b'].map(name => ({
        product: describeProduct({
          ref: name,
          name,
          title: `Orders ${name}`,
          purpose,
        }),
        businessKeys: [],
        uses: [],
      })),
    );

    expect(judge('OF-19', {}, index.of('a'))).toBe('fail low');
    expect(judge('OF-19', {}, index.of('c'))).toBe('pass');
  });

  it.each([
    [10, 'fail medium'],
    [20, 'pass'],
    [undefined, 'unknown'],
  ])('OF-22, side job, once it is on: %s %%', (capacity, expected) => {
    const ownerEvidence =
      capacity === undefined ? [] : [evidenceOf('capacity.forData', capacity)];
    const product = { productOwner: 'user:default/ann' };

    expect(judge('OF-22', product, { ownerEvidence })).toBe('undefined');
    expect(
      judge(
        'OF-22',
        product,
        { ownerEvidence },
        { rules: { 'side-job': { off: false } } },
      ),
    ).toBe(expected);
  });

  it.each([
    [undefined, 'not-applicable'],
    ['2026-02-28', 'fail medium'],
    ['2026-03-01', 'pass'],
    ['2026-03-02', 'pass'],
  ])('OF-23, to be looked at again on %s', (reviewAt, expected) => {
    const contracts = { 'api:default/a': contractOf({ reviewAt }) };

    expect(
      judge('OF-23', { outputPorts: [portWith('a')] }, { contracts }),
    ).toBe(expected);
  });

  it.each([
    ['bootstrap', 'fail medium'],
    ['scale', 'fail high'],
  ])('OF-04, a central owner in the %s phase', (phase, expected) => {
    expect(judge('OF-04', { owner: 'group:default/bi' }, {}, { phase })).toBe(
      expected,
    );
  });

  it.each([
    ['2025-10-03', 'pass'],
    ['2025-10-02', 'fail medium'],
    ['2025-09-03', 'fail medium'],
    ['2025-09-02', 'fail high'],
  ])('OF-13, last used on %s', (lastUsedAt, expected) => {
    const evidence = [evidenceOf('usage.lastUsedAt', lastUsedAt)];

    expect(judge('OF-13', { lifecycle: 'production' }, { evidence })).toBe(
      expected,
    );
  });

  it.each([
    'OF-10',
    'OF-11',
    'OF-12',
    'OF-13',
    'OF-14',
    'OF-18',
    'OF-21',
    'OF-24',
  ])('%s does not trouble those who wind a product up', code => {
    const product = {
      lifecycle: 'deprecated',
      type: 'aggregate',
      mvpAt: '2024-01-01',
    };

    expect(judge(code, product)).toBe('not-applicable');
  });

  it.each(['OF-04', 'OF-05'])(
    '%s is not known while the domain names no owner',
    code => {
      const product = {
        owner: 'group:default/sales-data',
        domains: ['domain:default/bare'],
      };

      expect(judge(code, product)).toBe('unknown');
    },
  );
});
