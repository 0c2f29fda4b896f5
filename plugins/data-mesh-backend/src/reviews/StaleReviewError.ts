import { ConflictError } from '@backstage/errors';
import { Review } from '@backstage-data-mesh/plugin-data-mesh-common';

/** Somebody else was faster; the answer carries the review as it is now. */
export class StaleReviewError extends ConflictError {
  readonly current: Review;

  constructor(current: Review) {
    super(
      current.state === 'open'
        ? 'Somebody else has changed this since you read it. Look at it again; what you wrote is not lost.'
        : `This review is ${current.state} by now, so it stays as it is.`,
    );
    this.current = current;
  }
}
