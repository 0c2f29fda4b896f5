import { Review } from '@backstage-data-mesh/plugin-data-mesh-common';
import { NameEntity } from '../visibility/links';
import { StoredReview } from './ReviewStore';

/** A review as it is shown; products and people who are hidden are left out. */
export function describeReview(
  review: StoredReview,
  name: NameEntity,
  mayHold: boolean,
): Review {
  const { id, state, notes, startedAt, closedAt, version } = review;
  return {
    id,
    domain: name(review.domain) ?? {
      ref: review.domain,
      title: review.domain,
      exists: false,
    },
    state,
    participants: review.participants.flatMap(ref => name(ref) ?? []),
    notes,
    products: Object.entries(review.sayings)
      .flatMap(([ref, { by, ...said }]) => {
        const product = name(ref);
        return product ? [{ ...said, product, by: name(by) }] : [];
      })
      .sort((a, b) => (a.product.title < b.product.title ? -1 : 1)),
    startedBy: name(review.startedBy),
    startedAt,
    closedBy: name(review.closedBy),
    closedAt,
    version,
    may: mayHold ? ['hold'] : [],
  };
}
