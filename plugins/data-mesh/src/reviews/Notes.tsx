import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import { Review } from '@backstage-data-mesh/plugin-data-mesh-common';
import { isConflict } from '../goals/forms/newest';
import { SendError } from '../components/SendError';
import { useDataMeshTranslation } from '../translation';
import { useRebasedChange } from './useRebasedChange';
import { useReviewStyles } from './useReviewStyles';

/** Notes for the minutes. What two people wrote is shown side by side. */
export function Notes({ review }: { review: Review }) {
  const { t } = useDataMeshTranslation();
  const classes = useReviewStyles();
  const id = useId();
  const saved = review.notes ?? '';
  const [base, setBase] = useState(saved);
  const [draft, setDraft] = useState(saved);
  const { save, isSending, error } = useRebasedChange();
  const isDirty = draft !== base;
  const isClash = saved !== base && saved !== draft && isDirty;
  if (saved !== base && !isDirty) {
    setBase(saved);
    setDraft(saved);
  }

  const send = (over: string) => {
    save(review, now =>
      (now.notes ?? '') === over ? { notes: draft } : undefined,
    ).then(
      now => {
        setBase(now.notes ?? '');
        setDraft(now.notes ?? '');
      },
      // Told below by `error`.
      () => {},
    );
  };

  return (
    <div className={classes.fields}>
      {isClash && (
        <Alert
          severity="warning"
          action={
            <Button
              size="small"
              color="inherit"
              onClick={() => {
                setBase(saved);
                setDraft(saved);
              }}
            >
              {t('reviews.minutes.takeTheirs')}
            </Button>
          }
        >
          {t('reviews.minutes.notesTheirs')}
          <Typography variant="body2" style={{ whiteSpace: 'pre-line' }}>
            {saved}
          </Typography>
        </Alert>
      )}
      <TextField
        id={id}
        label={t('reviews.minutes.notes')}
        helperText={t('reviews.minutes.notesHelp')}
        value={draft}
        multiline
        minRows={3}
        onChange={event => setDraft(event.target.value)}
        inputProps={{ maxLength: 10_000 }}
      />
      {error && !isConflict(error) && <SendError error={error} />}
      <div>
        <Button
          variant="outlined"
          size="small"
          disabled={!isDirty || isSending}
          onClick={() => send(isClash ? saved : base)}
        >
          {t(`reviews.minutes.${isClash ? 'saveMine' : 'saveNotes'}`)}
        </Button>
      </div>
    </div>
  );
}
