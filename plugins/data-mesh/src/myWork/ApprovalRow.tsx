import { useState } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { WaiverRecord } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDecideWaiver } from '../api';
import { CatalogLink } from '../components/CatalogLink';
import { dateWords } from '../components/dateWords';
import { SendError } from '../components/SendError';
import { useDataMeshTranslation } from '../translation';
import { useRowStyles } from './useRowStyles';

/** An exception that somebody asks for, to be approved or declined here. */
export function ApprovalRow(props: {
  waiver: WaiverRecord;
  onDone: (said: string) => void;
}) {
  const { waiver, onDone } = props;
  const { id, version, entity, askedBy, askedAt, reason, may } = waiver;
  const { t } = useDataMeshTranslation();
  const classes = useRowStyles();
  const [note, setNote] = useState('');
  const { send, isSending, error } = useDecideWaiver();
  const until = dateWords(waiver.until);

  const decide = (decision: 'approve' | 'decline') => {
    const about = { entity: entity.title, until };
    send({ id, version, decision, ...(note.trim() && { note: note.trim() }) })
      .then(() =>
        onDone(
          decision === 'approve'
            ? t('myWork.approve.approved', about)
            : t('myWork.approve.declined', about),
        ),
      )
      // Told below by `error`.
      .catch(() => {});
  };
  const action = (decision: 'approve' | 'decline') => (
    <Button
      variant="outlined"
      color={decision === 'approve' ? 'primary' : 'default'}
      disabled={isSending || !may.includes(decision)}
      aria-label={t('myWork.approve.named', {
        action: t(`myWork.approve.${decision}`),
        entity: entity.title,
      })}
      onClick={() => decide(decision)}
    >
      {t(`myWork.approve.${decision}`)}
    </Button>
  );

  return (
    <li className={classes.row}>
      <div>
        <span className={classes.kind}>{t('myWork.approve.kind')}</span>
        <Typography component="div">
          {t('myWork.approve.what', {
            entity: (
              <CatalogLink key="entity" to={entity} className={classes.link} />
            ),
            rule: waiver.title ?? waiver.code ?? waiver.rule,
          })}
        </Typography>
        <Typography variant="body2" className={classes.quiet}>
          {t('myWork.approve.asked', {
            person: askedBy.title,
            day: dateWords(askedAt),
            until,
          })}
        </Typography>
      </div>
      <Typography variant="body2" className={classes.text}>
        <span className={classes.quiet}>{t('myWork.approve.reason')}: </span>
        {reason}
      </Typography>
      <TextField
        id={`data-mesh-note-${id}`}
        label={t('myWork.approve.note')}
        value={note}
        onChange={event => setNote(event.target.value)}
        multiline
        inputProps={{ maxLength: 1000 }}
      />
      <div className={classes.actions}>
        {action('approve')}
        {action('decline')}
        {isSending && (
          <span className={classes.quiet}>{t('myWork.approve.sending')}</span>
        )}
      </div>
      {error && <SendError error={error} />}
    </li>
  );
}
