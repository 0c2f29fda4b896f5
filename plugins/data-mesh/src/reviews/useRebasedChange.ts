import { useApi } from '@backstage/core-plugin-api';
import {
  Review,
  ReviewChange,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { dataMeshApiRef, Sending, useChangeReview } from '../api';
import { isConflict } from '../goals/forms/newest';

type Change = Omit<ReviewChange, 'version'>;

/**
 * Changes a review; when somebody else was faster, the change is made to what
 * the review says by then.
 *
 * @returns `save` takes what is to become of a review; undefined: it can no
 * longer be decided without the person
 */
export function useRebasedChange(): Pick<
  Sending<unknown, unknown>,
  'isSending' | 'error'
> & {
  save: (
    review: Review,
    change: (now: Review) => Change | undefined,
  ) => Promise<Review>;
} {
  const api = useApi(dataMeshApiRef);
  const { send, isSending, error } = useChangeReview();
  const sendFor = (now: Review, change: Change) =>
    send({ id: now.id, version: now.version, ...change });
  return {
    isSending,
    error,
    save: async (review, change) => {
      try {
        return await sendFor(review, change(review) ?? {});
      } catch (refused) {
        if (!(refused instanceof Error) || !isConflict(refused)) {
          throw refused;
        }
        const { review: now } = await api.getReview(review.id);
        const again = now.state === 'open' ? change(now) : undefined;
        if (!again) {
          throw refused;
        }
        return sendFor(now, again);
      }
    },
  };
}
