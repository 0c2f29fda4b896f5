import {
  ProductSayingRequest,
  ReviewProduct,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/** That a product was reviewed, and when: told by the review itself. */
export const REVIEW_HELD = 'review.heldAt';

/** A question of a rule that is answered by what is said of a product. */
type Answered = {
  of: ReviewProduct['mayTell'][number];
  /** The evidence key that holds the answer. */
  key: string;
  title: string;
  /** Undefined: nothing was said about it. */
  value: (saying: ProductSayingRequest) => boolean | undefined;
};

/** What of a saying answers the questions of rules, besides the day. */
export const ANSWERS: readonly Answered[] = [
  {
    of: 'value',
    key: 'answer.cost-and-value-known',
    title: 'what it costs and is worth',
    value: ({ value, costBand }) => (value && costBand ? true : undefined),
  },
  {
    of: 'standsAlone',
    key: 'answer.stands-alone',
    title: 'whether it is of use by itself',
    value: ({ standsAlone }) => standsAlone,
  },
  {
    of: 'funded',
    key: 'funding.goesOn',
    title: 'whether running it is paid for',
    value: ({ funded }) => funded,
  },
];

/** What stands beside an answer, for those who read it later. */
export function noteOf(
  answer: Answered | undefined,
  { decision, value, costBand, next }: ProductSayingRequest,
): string {
  const parts =
    answer?.of === 'value'
      ? [costBand && `Costs a year: ${costBand}`, value && `Worth: ${value}`]
      : [
          `Decided in the review: ${decision.replace('-', ' ')}`,
          next && `Next: ${next}`,
        ];
  return parts.filter(Boolean).join('. ').slice(0, 1000);
}
