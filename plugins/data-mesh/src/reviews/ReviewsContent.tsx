import { useLocation } from 'react-router-dom';
import { OneReview } from './OneReview';
import { PastReviews } from './PastReviews';
import { reviewIn } from './place';

/** The list of reviews, or the one that the address names. */
export function ReviewsContent() {
  const id = reviewIn(useLocation().pathname);
  return id ? <OneReview key={id} id={id} /> : <PastReviews />;
}
