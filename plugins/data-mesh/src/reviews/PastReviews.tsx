import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { ReviewList } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useReviews } from '../api';
import { dateWords } from '../components/dateWords';
import { Loading } from '../components/Loading';
import { PageError } from '../components/PageError';
import { useDataMeshTranslation } from '../translation';
import { StartReviewButton } from './StartReviewButton';
import { useReviewLink } from './useReviewLink';
import { useReviewStyles } from './useReviewStyles';

/** Reviews that were held, of all domains or of the one in the address. */
export function PastReviews() {
  const { t } = useDataMeshTranslation();
  const classes = useReviewStyles();
  const domain = useSearchParams()[0].get('domain') ?? undefined;
  const [cursor, setCursor] = useState<string>();
  const { data, error, refetch } = useReviews({
    ...(domain && { domain }),
    ...(cursor && { cursor }),
  });
  if (data) {
    return (
      <Paper className={classes.paper}>
        <StartReviewButton domain={domain} />
        {data.items.length ? (
          <Reviews items={data.items} />
        ) : (
          <>
            <Typography variant="h6" component="p">
              {t('reviews.list.empty')}
            </Typography>
            <Typography variant="body2">
              {t('reviews.list.emptyText')}
            </Typography>
          </>
        )}
        <div className={classes.actions}>
          {cursor && (
            <Button size="small" onClick={() => setCursor(undefined)}>
              {t('reviews.list.first')}
            </Button>
          )}
          {data.nextCursor && (
            <Button size="small" onClick={() => setCursor(data.nextCursor)}>
              {t('reviews.list.next')}
            </Button>
          )}
        </div>
      </Paper>
    );
  }
  if (error) {
    return cursor ? (
      <PageError
        error={error}
        onRetry={() => setCursor(undefined)}
        retryLabel={t('reviews.list.first')}
      />
    ) : (
      <PageError error={error} onRetry={refetch} />
    );
  }
  return <Loading label={t('reviews.loading')} lines={2} height={44} />;
}

function Reviews({ items }: Pick<ReviewList, 'items'>) {
  const { t } = useDataMeshTranslation();
  const classes = useReviewStyles();
  const { toReview } = useReviewLink();
  return (
    <ul
      className={`${classes.list} ${classes.fields}`}
      aria-label={t('reviews.list.label')}
    >
      {items.map(review => (
        <li key={review.id}>
          <div>
            <Link to={toReview(review.id) ?? ''}>
              {t('reviews.of', { domain: review.domain.title })},{' '}
              {dateWords(review.closedAt ?? review.startedAt)}
            </Link>
          </div>
          <div className={classes.quiet}>
            {[
              t('reviews.list.products', { count: review.products }),
              t('reviews.list.decisions', { count: review.decisions }),
              review.participants.map(({ title }) => title).join(', '),
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </li>
      ))}
    </ul>
  );
}
