import { RuleStatus, isMet, isUnmet } from '../../../results';
import { DomainContext, DomainProduct } from '../DomainContext';
import { fact, FactsOf } from '../declareFacts';

const GRACE = 90;
const HALF_YEAR = 180;
const YEAR = 365;

const share = (description: string, example: number, source = 'results') =>
  fact({ type: 'double', unit: 'share', description, source, example });

export const productsDeclarations = {
  'products.count': fact({
    type: 'int',
    description: 'Its data products',
    source: 'catalog',
    example: 4,
  }),
  'products.inProduction': fact({
    type: 'int',
    description: 'Its data products in production',
    source: 'catalog',
    example: 3,
  }),
  'products.ownedInDomainShare': share(
    'Its products that a team of the domain owns (DP-O2)',
    0.75,
  ),
  'products.withProductOwnerShare': share(
    'Its products in production with a product owner (DP-O4)',
    1,
  ),
  'products.classifiedShare': share(
    'Its products beyond candidates that have a data class (DP-S1)',
    1,
  ),
  'products.withContractShare': share(
    'Its products in production with a contract (DP-T1)',
    0.67,
  ),
  'products.policiesShare': share(
    'Its products in production that keep the rules for everyone (DP-S3)',
    0.8,
  ),
  'products.promisesShare': share(
    'Its products in production with promises (DP-T2)',
    0.8,
  ),
  'products.withLifecycleShare': share(
    'Its products whose stage of life is set (DP-L1)',
    1,
  ),
  'products.runFundedShare': share(
    'Its products in production with somebody who pays for running them (DP-L4)',
    1,
  ),
  'products.lastingFundingShare': share(
    'Its products in production whose money for running has no end, or one more than a year away',
    0.8,
    'catalog file',
  ),
  'products.reviewedShare': share(
    'Its products more than 90 days past their first version that were reviewed in time (DP-L3)',
    0.8,
  ),
  'products.costKnownShare': share(
    'Its products in production whose cost and value are known (DP-L5)',
    0.8,
  ),
  'products.withGoalShare': share(
    'Its products in production that lead to an active goal',
    0.7,
    'goals',
  ),
  'products.commonKeysShare': share(
    'Its products with a contract that use the keys all domains share (DP-I2)',
    0.7,
  ),
  'products.unusedForHalfAYear': fact({
    type: 'int',
    description: 'Its products in production that nobody used for 180 days',
    note: 'Not known when that is not known of all.',
    source: 'evidence',
    example: 0,
  }),
};

/** How the products of the domain stand. */
export function productsFacts({
  products,
}: DomainContext): FactsOf<typeof productsDeclarations> {
  const inProduction = products.filter(
    ({ facts }) => facts.product.lifecycle === 'production',
  );
  const beyondCandidate = products.filter(
    ({ facts }) => facts.product.lifecycle !== 'candidate',
  );
  const longUsable = products.filter(
    ({ facts }) => (facts.product.daysSinceMvp ?? 0) > GRACE,
  );
  // Without a contract there are no keys to look at.
  const withContract = products.filter(
    ({ facts }) => facts.contract.isReadable === true,
  );
  return {
    products: {
      count: products.length,
      inProduction: inProduction.length,
      ownedInDomainShare: metShare(products, 'DP-O2'),
      withProductOwnerShare: metShare(inProduction, 'DP-O4'),
      classifiedShare: metShare(beyondCandidate, 'DP-S1'),
      withContractShare: metShare(inProduction, 'DP-T1'),
      policiesShare: metShare(inProduction, 'DP-S3'),
      promisesShare: metShare(inProduction, 'DP-T2'),
      withLifecycleShare: metShare(products, 'DP-L1'),
      runFundedShare: metShare(inProduction, 'DP-L4'),
      lastingFundingShare: shareOf(inProduction.map(hasLastingFunding)),
      reviewedShare: metShare(longUsable, 'DP-L3'),
      costKnownShare: metShare(inProduction, 'DP-L5'),
      withGoalShare: shareOf(
        inProduction.map(({ facts }) => (facts.goals.active ?? 0) > 0),
      ),
      commonKeysShare: metShare(withContract, 'DP-I2'),
      unusedForHalfAYear: countUnused(inProduction),
    },
  };
}

/** Of the products to which the rule applies; null when there are none. */
function metShare(
  products: readonly DomainProduct[],
  code: string,
): number | null {
  const statuses = products.flatMap(({ statuses: of }): RuleStatus[] =>
    of[code] ? [of[code]] : [],
  );
  const met = statuses.filter(isMet).length;
  const unmet = statuses.filter(isUnmet).length;
  return met + unmet > 0 ? met / (met + unmet) : null;
}

function shareOf(values: readonly boolean[]): number | null {
  return values.length > 0
    ? values.filter(Boolean).length / values.length
    : null;
}

function hasLastingFunding({ facts }: DomainProduct): boolean {
  const { isNamed, hasEnd, daysLeft } = facts.funding;
  return isNamed === true && (!hasEnd || (daysLeft ?? 0) > YEAR);
}

function countUnused(products: readonly DomainProduct[]): number | null {
  const days = products.map(({ facts }) => facts.usage.daysSinceLast);
  const unused = days.filter(day => day !== null && day >= HALF_YEAR).length;
  const isKnown = products.length > 0 && !days.includes(null);
  return isKnown || unused > 0 ? unused : null;
}
