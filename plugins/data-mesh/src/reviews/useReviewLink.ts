import { RouteFunc, useRouteRef } from '@backstage/core-plugin-api';
import { reviewsRouteRef } from '../routes';
import { ReviewPlace, writePlace } from './place';

/** The route of the page; an adopter may have left it out. */
function useOptionalRoute(): RouteFunc<undefined> | undefined {
  try {
    return useRouteRef(reviewsRouteRef);
  } catch {
    return undefined;
  }
}

/** Links to the list of reviews, or to a place in one of them. */
export function useReviewLink(): {
  toReview: (id: string, place?: Partial<ReviewPlace>) => string | undefined;
  toReviews: (domain?: string) => string | undefined;
} {
  const route = useOptionalRoute();
  return {
    toReview: (id, place = {}) =>
      route && `${route()}/${encodeURIComponent(id)}${writePlace(place)}`,
    toReviews: domain =>
      route &&
      (domain ? `${route()}?${new URLSearchParams({ domain })}` : route()),
  };
}
