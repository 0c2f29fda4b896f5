import { useId, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import {
  EntityLink,
  LONGEST_WAIVER_DAYS,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useAskForWaiver } from '../api';
import { today } from '../components/today';
import { DialogDone, FormDialog } from '../dialogs';
import { useDataMeshTranslation } from '../translation';

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
  const id = useId();
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState(today(USUAL_DAYS));
  const [isAsked, setAsked] = useState(false);
  const { send, isSending, error } = useAskForWaiver();

  const latest = today(LONGEST_WAIVER_DAYS);
  const missing = Math.max(0, SHORTEST_REASON - reason.trim().length);
  const canSend =
    missing === 0 && until !== '' && until >= today() && until <= latest;

  const ask = () =>
    send({
      entityRef: entity.ref,
      ruleSet,
      rule: rule.id,
      reason: reason.trim(),
      until,
    })
      .then(() => setAsked(true))
      // Told in the dialog by `error`.
      .catch(() => {});

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
    <FormDialog
      title={t('results.waiver.title')}
      about={[
        t('results.waiver.about', { rule: rule.title, entity: entity.title }),
        t('results.waiver.text'),
      ]}
      done={
        isAsked && (
          <DialogDone onClose={onClose}>{t('results.waiver.asked')}</DialogDone>
        )
      }
      saveLabel={t('results.waiver.ask')}
      savingLabel={t('results.waiver.asking')}
      maxWidth="sm"
      canSave={canSend}
      isSending={isSending}
      error={error}
      onSave={ask}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
