import { RuleStatus } from '../../../results';
import {
  contextOf,
  contractOf,
  domainContextOf,
  evidenceOf,
  portWith,
} from '../__testUtils__/contexts';
import { meshWith, nodeOf } from '../__testUtils__/goals';
import { DomainProduct } from '../DomainContext';
import { factsOfProduct } from '../product';
import { ProductDescription } from '../ProductDescription';
import { productsFacts } from './products';

function product(
  description: Partial<ProductDescription>,
  statuses: Record<string, RuleStatus> = {},
  evidence: ReturnType<typeof evidenceOf>[] = [],
): DomainProduct {
  const contracts = { 'api:default/a': contractOf() };
  return {
    facts: factsOfProduct(contextOf(description, { evidence, contracts })),
    statuses,
    inputs: [],
  };
}

const shares = (...products: DomainProduct[]) =>
  productsFacts(domainContextOf({ products })).products;

const live = { lifecycle: 'production' };
const candidate = { lifecycle: 'candidate' };

describe('productsFacts', () => {
  it('knows no share of nothing', () => {
    const { count, inProduction, ...others } = shares(
      product(candidate, { 'DP-O4': 'pass' }),
    );

    expect([count, inProduction]).toEqual([1, 0]);
    expect(others).toMatchObject({
      ownedInDomainShare: null,
      withProductOwnerShare: null,
      classifiedShare: null,
      lastingFundingShare: null,
      withGoalShare: null,
      unusedForHalfAYear: null,
    });
  });

  it('counts what is set aside as met, and leaves out what does not apply', () => {
    const with4 = (status: RuleStatus) => product(live, { 'DP-S3': status });

    expect(
      shares(
        with4('pass'),
        with4('waived'),
        with4('waiting'),
        with4('unknown'),
        with4('not-applicable'),
        with4('not-measured'),
      ).policiesShare,
    ).toBe(0.5);
  });

  it.each([
    ['ownedInDomainShare', 'DP-O2', 0.5],
    ['withProductOwnerShare', 'DP-O4', 0],
    ['withContractShare', 'DP-T1', 0],
    ['promisesShare', 'DP-T2', 0],
    ['withLifecycleShare', 'DP-L1', 0.5],
    ['runFundedShare', 'DP-L4', 0],
    ['costKnownShare', 'DP-L5', 0],
  ] as const)('%s looks at %s of the right products', (name, code, share) => {
    expect(
      shares(
        product(live, { [code]: 'fail' }),
        product(candidate, { [code]: 'pass' }),
      )[name],
    ).toBe(share);
  });

  it('asks a data class of all but candidates', () => {
    const open = { 'DP-S1': 'fail' as const };

    expect(
      shares(
        product(candidate, open),
        product({ lifecycle: 'experimental' }, open),
        product(live, { 'DP-S1': 'pass' }),
      ).classifiedShare,
    ).toBe(0.5);
  });

  it('asks a review of products more than 90 days past their first version', () => {
    const late = { 'DP-L3': 'fail' as const };

    expect(
      shares(
        product({ mvpAt: '2025-11-30' }, { 'DP-L3': 'pass' }),
        product({ mvpAt: '2025-12-01' }, late),
        product({}, late),
      ).reviewedShare,
    ).toBe(1);
  });

  it('looks for common keys where there is a contract', () => {
    expect(
      shares(
        product({ outputPorts: [portWith('a')] }, { 'DP-I2': 'pass' }),
        product({}, { 'DP-I2': 'waiting' }),
      ).commonKeysShare,
    ).toBe(1);
  });

  it.each([
    [{ run: 'IT' }, 1],
    [{ run: 'IT', until: '2027-03-02' }, 1],
    [{ run: 'IT', until: '2027-03-01' }, 0],
    [undefined, 0],
  ])('funding %j', (funding, share) => {
    expect(shares(product({ ...live, funding })).lastingFundingShare).toBe(
      share,
    );
  });

  it('counts those that lead to an active goal', () => {
    const mesh = meshWith({
      nodes: [
        nodeOf('goal', 'G-1'),
        nodeOf('bet', 'B-1', 'G-1'),
        nodeOf('initiative', 'I-1', 'B-1'),
      ],
    });
    const tied = (initiatives: string[]) => ({
      ...product(live),
      facts: factsOfProduct(contextOf({ ...live, initiatives }, { mesh })),
    });

    expect(shares(tied(['I-1']), product(live)).withGoalShare).toBe(0.5);
    expect(shares(tied(['I-1']), tied(['I-1'])).withGoalShare).toBe(1);
    expect(shares(tied(['I-9'])).withGoalShare).toBe(0);
  });

  it.each([
    [['2026-02-01'], 0],
    [['2025-09-02', '2026-02-01'], 1],
    [['2026-02-01', undefined], null],
    [['2025-09-02', undefined], 1],
  ])('last used %j: %s unused', (days, unused) => {
    expect(
      shares(
        ...days.map(day =>
          product(live, {}, day ? [evidenceOf('usage.lastUsedAt', day)] : []),
        ),
      ).unusedForHalfAYear,
    ).toBe(unused);
  });
});
