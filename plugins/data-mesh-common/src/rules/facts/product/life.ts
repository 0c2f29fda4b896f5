import { holds } from '../../evidence/pickEvidence';
import { daysSince } from '../days';
import { fact, FactsOf } from '../declareFacts';
import { ProductContext } from '../ProductContext';

const QUARTER = 91;

export const lifeDeclarations = {
  'review.daysSince': fact({
    type: 'int',
    unit: 'days ago',
    description: 'Its last review, or its first usable version',
    note: 'The first usable version counts while there was no review.',
    source: 'evidence, catalog file',
    example: 35,
  }),
  'usage.last30Days': fact({
    type: 'int',
    description: 'How often it was used in 30 days, by the newest evidence',
    source: 'evidence',
    example: 214,
  }),
  'usage.daysSinceLast': fact({
    type: 'int',
    unit: 'days ago',
    description: 'The last day on which it was used',
    note: 'Not known when nobody has looked for 30 days.',
    source: 'evidence',
    example: 3,
  }),
  'agreements.agreed': fact({
    type: 'bool',
    description: 'Each team that uses it agreed to what it may expect',
    note: 'No while nothing is recorded.',
    source: 'answers',
    example: true,
  }),
  'capacity.wasRaised': fact({
    type: 'bool',
    description: 'The team got more time to run it within a quarter',
    note: 'No while nothing is recorded.',
    source: 'answers',
    example: false,
  }),
};

/** What is known of the product's life. */
export function lifeFacts({
  product,
  mesh,
  evidence,
}: ProductContext): FactsOf<typeof lifeDeclarations> {
  const { today } = mesh;
  const dayOf = (key: string) =>
    daysSince(evidence[key]?.value as string | undefined, today);
  const lastUse = evidence['usage.lastUsedAt'];
  const daysSinceRaise = dayOf('capacity.raisedAt');
  return {
    review: {
      daysSince:
        dayOf('review.heldAt') ?? daysSince(product.mvpAt, today) ?? null,
    },
    usage: {
      last30Days:
        (evidence['usage.last30Days']?.value as number | undefined) ?? null,
      daysSinceLast:
        lastUse && holds('usage.lastUsedAt', lastUse, today)
          ? dayOf('usage.lastUsedAt') ?? null
          : null,
    },
    agreements: { agreed: evidence['agreements.agreed']?.value === true },
    capacity: {
      wasRaised: daysSinceRaise !== undefined && daysSinceRaise <= QUARTER,
    },
  };
}
