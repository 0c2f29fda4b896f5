import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import Skeleton from '@material-ui/lab/Skeleton';
import { Link } from '@backstage/core-components';
import { ReviewInFull } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useReview } from '../api';
import { CatalogLink } from '../components/CatalogLink';
import { dateWords } from '../components/dateWords';
import { isForbidden, isWithoutBackend } from '../components/errors';
import { LoadError } from '../components/LoadError';
import { useDataMeshTranslation } from '../translation';
import { MinutesText } from './MinutesText';
import { OpenReview } from './OpenReview';
import { useReviewLink } from './useReviewLink';
import { useReviewStyles } from './useReviewStyles';

/** A review: to be held while it is open, to be read once it is closed. */
export function OneReview(props: { id: string }) {
  const { t } = useDataMeshTranslation();
  const { data, error, refetch } = useReview(props.id);
  if (data) {
    const { review, agenda } = data;
    return (
      <>
        <Head review={review} />
        {review.state === 'open' && agenda ? (
          <OpenReview review={review} agenda={agenda} minutes={data.minutes} />
        ) : (
          <Ended found={data} />
        )}
      </>
    );
  }
  if (error) {
    if (isForbidden(error)) {
      return (
        <Alert severity="info">
          <AlertTitle>{t('components.forbidden.title')}</AlertTitle>
          {t('reviews.openForbidden')}
        </Alert>
      );
    }
    return isWithoutBackend(error) ? (
      <Alert severity="info">
        <AlertTitle>{t('reviews.none.title')}</AlertTitle>
        {t('reviews.none.text')}
      </Alert>
    ) : (
      <LoadError error={error} onRetry={refetch} />
    );
  }
  return (
    <div role="status" aria-label={t('reviews.loading')}>
      <Skeleton height={44} />
      <Skeleton height={88} />
      <Skeleton height={220} />
    </div>
  );
}

function Head({ review }: Pick<ReviewInFull, 'review'>) {
  const { t } = useDataMeshTranslation();
  const { toReviews } = useReviewLink();
  const { domain, startedBy, startedAt, state } = review;
  const date = dateWords(startedAt);
  return (
    <header>
      <Typography variant="h5" component="h2">
        {t('reviews.of', { domain: <CatalogLink key="d" to={domain} /> })}
      </Typography>
      <Typography variant="body2" gutterBottom>
        {state === 'open' &&
          (startedBy
            ? t('reviews.startedBy', { person: startedBy.title, date })
            : t('reviews.started', { date }))}{' '}
        <Link to={toReviews(domain.ref) ?? ''} underline="always">
          {t('reviews.back')}
        </Link>
      </Typography>
    </header>
  );
}

function Ended({ found }: { found: ReviewInFull }) {
  const { t } = useDataMeshTranslation();
  const classes = useReviewStyles();
  const { review, minutes, isPartial } = found;
  const { closedAt, closedBy } = review;
  const date = dateWords(closedAt ?? review.startedAt);
  if (review.state === 'abandoned' || minutes === undefined) {
    return <Alert severity="info">{t('reviews.abandoned', { date })}</Alert>;
  }
  return (
    <Paper className={classes.paper}>
      <Typography variant="body2" gutterBottom>
        {closedBy
          ? t('reviews.closedBy', { person: closedBy.title, date })
          : t('reviews.closed', { date })}{' '}
        {isPartial && t('reviews.minutes.partial')}
      </Typography>
      <MinutesText minutes={minutes} below={2} />
    </Paper>
  );
}
