import { useId, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { ReviewList } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useReviews, useStartReview } from '../api';
import { dateWords } from '../components/dateWords';
import { SendError } from '../components/SendError';
import { useDataMeshTranslation } from '../translation';
import { useReviewLink } from './useReviewLink';

type DomainToReview = ReviewList['mayHold'][number];

/**
 * Starts a review of a domain, or goes on with the one that is under way;
 * nothing for those who may hold none.
 *
 * @param props.domain - ref; without it, the reader chooses among all domains
 * whose reviews they may hold
 */
export function StartReviewButton(props: { domain?: string }) {
  const { domain } = props;
  const { t } = useDataMeshTranslation();
  const { toReview } = useReviewLink();
  const navigate = useNavigate();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { data } = useReviews({ ...(domain && { domain }), limit: 1 });
  const { send, isSending, error } = useStartReview();
  const mayHold = data?.mayHold ?? [];
  if (mayHold.length === 0 || !toReview('any')) {
    return null;
  }
  const [only] = mayHold.length === 1 ? mayHold : [];

  const open = ({ domain: of, open: under }: DomainToReview) => {
    setOpen(false);
    const go = (review: { id: string }) => navigate(toReview(review.id) ?? '');
    if (under) {
      go(under);
    } else {
      // Told below by `error`.
      send({ domain: of.ref }).then(go, () => {});
    }
  };

  return (
    <span>
      <Button
        ref={button}
        variant="outlined"
        color="primary"
        size="small"
        disabled={isSending}
        aria-haspopup={only ? undefined : 'menu'}
        aria-expanded={only ? undefined : isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => (only ? open(only) : setOpen(true))}
      >
        {isSending ? t('reviews.starting') : labelOf(only)}
      </Button>
      {!only && (
        <Menu
          id={id}
          anchorEl={button.current}
          open={isOpen}
          onClose={() => setOpen(false)}
          MenuListProps={{ 'aria-label': t('reviews.start') }}
        >
          {mayHold.map(one => (
            <MenuItem key={one.domain.ref} onClick={() => open(one)}>
              {one.open
                ? t('reviews.continueOf', {
                    domain: one.domain.title,
                    date: dateWords(one.open.startedAt),
                  })
                : t('reviews.startOf', { domain: one.domain.title })}
            </MenuItem>
          ))}
        </Menu>
      )}
      {error && <SendError error={error} />}
    </span>
  );

  function labelOf(one: DomainToReview | undefined): string {
    return one?.open
      ? t('reviews.continue', { date: dateWords(one.open.startedAt) })
      : t('reviews.start');
  }
}
