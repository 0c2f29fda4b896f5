import {
  NewReview,
  ProductSayingRequest,
  Review,
  ReviewChange,
  ReviewEnd,
  ReviewInFull,
  ReviewList,
  ReviewsQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { hangsOnResults } from './keys';
import { Loaded } from './Loaded';
import { Sending, useDataMeshMutation } from './useDataMeshMutation';
import { useDataMeshQuery } from './useDataMeshQuery';

type OfReview = { id: string };

/** Reviews that were held, and domains whose reviews the reader may hold. */
export function useReviews(
  query: ReviewsQuery = {},
  options: { enabled?: boolean } = {},
): Loaded<ReviewList> & { isStale: boolean } {
  return useDataMeshQuery({
    key: ['reviews', query],
    ask: (api, signal) => api.getReviews(query, { signal }),
    keepPrevious: true,
    enabled: options.enabled,
  });
}

/** A review with what it goes through, and its minutes. */
export function useReview(id: string): Loaded<ReviewInFull> {
  return useDataMeshQuery({
    key: ['review', id],
    ask: (api, signal) => api.getReview(id, { signal }),
  });
}

/** Starts a review, or finds the one that is under way. */
export function useStartReview(): Sending<NewReview, Review> {
  return useDataMeshMutation({
    send: (api, review: NewReview) => api.startReview(review),
    hanging: () => [['reviews'], ['my-work']],
  });
}

/** Changes who takes part in a review, and its notes. */
export function useChangeReview(): Sending<OfReview & ReviewChange, Review> {
  return useDataMeshMutation({
    send: (api, { id, ...change }: OfReview & ReviewChange) =>
      api.changeReview(id, change),
    hanging: ({ id }) => [['review', id]],
    // Somebody else may have been faster: what is shown is looked at anew.
    hangingOnError: () => [['review']],
  });
}

/** Says something about a data product, which changes how it stands. */
export function useSayAboutProduct(): Sending<
  OfReview & { product: string; saying: ProductSayingRequest },
  Review
> {
  return useDataMeshMutation({
    send: (
      api,
      input: OfReview & { product: string; saying: ProductSayingRequest },
    ) => api.sayAboutProduct(input.id, input.product, input.saying),
    hanging: () =>
      ['review', 'results', 'evidence', ...hangsOnResults].map(key => [key]),
    hangingOnError: () => [['review']],
  });
}

/** Closes a review with its minutes. */
export function useCloseReview(): Sending<OfReview & ReviewEnd, ReviewInFull> {
  return useDataMeshMutation({
    send: (api, { id, ...end }: OfReview & ReviewEnd) =>
      api.closeReview(id, end),
    known: output => [[['review', output.review.id], output]],
    hanging: () => [['reviews'], ['my-work']],
    hangingOnError: () => [['review']],
  });
}

/** Ends a review without minutes. */
export function useAbandonReview(): Sending<OfReview & ReviewEnd, Review> {
  return useDataMeshMutation({
    send: (api, { id, ...end }: OfReview & ReviewEnd) =>
      api.abandonReview(id, end),
    hanging: () => [['review'], ['reviews'], ['my-work']],
    hangingOnError: () => [['review']],
  });
}
