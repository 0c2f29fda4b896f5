import { FormEvent, useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import {
  EntityLink,
  LONGEST_WAIVER_DAYS,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useAskForWaiver } from '../api';
import { useDataMeshTranslation } from '../translation';
import { DialogDone } from './DialogDone';
import { today, useDialogStyles } from './dialogs';
import { SendError } from './SendError';

/** The fewest characters of a reason, as the backend has it. */
const SHORTEST_REASON = 10;
/** A quarter, as good a first guess as any. */
const USUAL_DAYS = 90;

/** Asks for an exception to a rule, for somebody else to decide on. */
export function WaiverDialog(props: {
  entity: EntityLink;
  ruleSet: string;
  rule: { id: string; title: string };
  onClose: () => void;
}) {
  const { entity, ruleSet, rule, onClose } = props;
  const { t } = useDataMeshTranslation();
  const classes = useDialogStyles();
  const id = useId();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(today(USUAL_DAYS));
  const [isAsked, setAsked] = useState(false);
  const { send, isSending, error } = useAskForWaiver();

  const latest = today(LONGEST_WAIVER_DAYS);
  const missing = Math.max(0, SHORTEST_REASON - reason.trim().length);
  const canSend =
    missing === 0 && until !== '' && until >= today() && until <= latest;

  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (!canSend || isSending) {
      return;
    }
    send({
      entityRef: entity.ref,
      ruleSet,
      rule: rule.id,
      reason: reason.trim(),
      until,
    })
      .then(() => setAsked(true))
      // Told below by `error`.
      .catch(() => {});
  };

  const reasonHelp =
    reason.trim() && missing
      ? t('results.waiver.reasonShort', { count: missing })
      : t('results.waiver.reasonHelp');
  const untilHelp = () => {
    if (until && until < today()) {
      return t('results.waiver.untilPast');
    }
    return until > latest
      ? t('results.waiver.untilLate')
      : t('results.waiver.untilHelp');
  };

  return (
    <Dialog open onClose={onClose} aria-labelledby={id} fullWidth maxWidth="sm">
      <DialogTitle id={id}>{t('results.waiver.title')}</DialogTitle>
      {isAsked ? (
        <DialogDone closeLabel={t('results.waiver.close')} onClose={onClose}>
          {t('results.waiver.asked')}
        </DialogDone>
      ) : (
        <form onSubmit={ask} noValidate>
          <DialogContent>
            <Typography variant="body2" className={classes.about}>
              {t('results.waiver.about', {
                rule: rule.title,
                entity: entity.title,
              })}
            </Typography>
            <Typography variant="body2">{t('results.waiver.text')}</Typography>
            <div className={classes.fields}>
              <TextField
                id={`${id}-reason`}
                label={t('results.waiver.reason')}
                value={reason}
                onChange={event => setReason(event.target.value)}
                helperText={reasonHelp}
                multiline
                required
                inputProps={{ maxLength: 1000 }}
              />
              <TextField
                id={`${id}-until`}
                type="date"
                label={t('results.waiver.until')}
                value={until}
                onChange={event => setUntil(event.target.value)}
                error={until !== '' && (until < today() || until > latest)}
                helperText={untilHelp()}
                InputLabelProps={{ shrink: true }}
                inputProps={{ min: today(), max: latest }}
                required
              />
            </div>
            {error && <SendError error={error} />}
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{t('results.waiver.cancel')}</Button>
            <Button
              type="submit"
              color="primary"
              variant="contained"
              disabled={!canSend || isSending}
            >
              {t(isSending ? 'results.waiver.asking' : 'results.waiver.ask')}
            </Button>
          </DialogActions>
        </form>
      )}
    </Dialog>
  );
}
