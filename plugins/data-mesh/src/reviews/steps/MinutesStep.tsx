import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import {
  Review,
  ReviewAgenda,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useAbandonReview, useCloseReview } from '../../api';
import { FormDialog } from '../../dialogs';
import { useDataMeshTranslation } from '../../translation';
import { MinutesText } from '../MinutesText';
import { Notes } from '../Notes';
import { productsLeft } from '../products/productsLeft';
import { useReviewStyles } from '../useReviewStyles';

/** The minutes as they would be now, and the end of the review. */
export function MinutesStep(props: {
  review: Review;
  agenda: ReviewAgenda;
  minutes: string | undefined;
}) {
  const { review, agenda, minutes = '' } = props;
  const { t } = useDataMeshTranslation();
  const classes = useReviewStyles();
  const [ending, setEnding] = useState<'close' | 'abandon'>();
  const end = {
    close: useCloseReview(),
    abandon: useAbandonReview(),
  };
  const { left } = productsLeft(review, agenda);
  const nodesLeft = agenda.nodes.filter(({ decided }) => !decided).length;

  return (
    <>
      <Notes review={review} />
      <Typography variant="body2" className={classes.quiet} gutterBottom>
        {t('reviews.minutes.preview')}
      </Typography>
      <MinutesText minutes={minutes} below={3} />
      <div className={classes.actions}>
        <Button
          color="primary"
          variant="contained"
          onClick={() => setEnding('close')}
        >
          {t('reviews.minutes.close')}
        </Button>
        <Button size="small" onClick={() => setEnding('abandon')}>
          {t('reviews.minutes.abandon')}
        </Button>
      </div>
      {ending && (
        <FormDialog
          title={t(`reviews.minutes.${ending}Title`)}
          saveLabel={t(`reviews.minutes.${ending}`)}
          canSave
          isSending={end[ending].isSending}
          error={end[ending].error}
          onSave={() =>
            end[ending].send({ id: review.id, version: review.version }).then(
              () => setEnding(undefined),
              // Told in the dialog by `error`.
              () => {},
            )
          }
          onClose={() => {
            end[ending].reset();
            setEnding(undefined);
          }}
        >
          <Typography variant="body2">
            {t(`reviews.minutes.${ending}Text`)}
          </Typography>
          {left.length > 0 && (
            <Typography variant="body2">
              {t('reviews.minutes.left', { count: left.length })}
            </Typography>
          )}
          {nodesLeft > 0 && (
            <Typography variant="body2">
              {t('reviews.minutes.nodesLeft', { count: nodesLeft })}
            </Typography>
          )}
        </FormDialog>
      )}
    </>
  );
}
