import { useId, useState } from 'react';
import TextField from '@material-ui/core/TextField';
import {
  AnswerKind,
  AnswerResponse,
  EntityLink,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import Typography from '@material-ui/core/Typography';
import { useAnswer, useResults } from '../api';
import { today } from '../components/today';
import { FormDialog } from '../dialogs';
import { useDataMeshTranslation } from '../translation';
import { AnswerValue, valueOfAnswer } from './AnswerValue';
import { Saved } from './Saved';

/** A question as a rule or an evidence key asks it. */
export type Question = {
  text: string;
  /** The evidence key that holds the answer. */
  key: string;
  value?: AnswerKind;
  choices?: string[];
  /** For how long an answer holds. */
  days?: number;
};

/**
 * Answers a question about an entity, in the name of the person signed in,
 * with a note and a link for those who read it later.
 */
export function AnswerDialog(props: {
  entity: EntityLink;
  question: Question;
  onClose: () => void;
}) {
  const { entity, question, onClose } = props;
  const { t } = useDataMeshTranslation();
  const id = useId();
  const kind = question.value ?? 'yes-no';
  const [typed, setTyped] = useState('');
  const [observed, setObserved] = useState(today());
  const [note, setNote] = useState('');
  const [link, setLink] = useState('');
  // The list that opened the dialog would close it, were it shown at once.
  const { send, settle, isSending, error } = useAnswer({ isPutOff: true });
  const before = useResults(entity.ref, { enabled: false }).data;
  const [saved, setSaved] = useState<AnswerResponse>();

  const value = valueOfAnswer(kind, typed);
  const isLinkWrong = link.trim() !== '' && !isAddress(link.trim());
  const isFuture = observed > today() || (kind === 'date' && typed > today());
  const canSend = value !== undefined && !isLinkWrong && !isFuture;

  const save = () => {
    if (value === undefined) {
      return;
    }
    send({
      entityRef: entity.ref,
      key: question.key,
      value,
      ...(kind !== 'date' && observed && { observedAt: observed }),
      ...(note.trim() && { note: note.trim() }),
      ...(link.trim() && { link: link.trim() }),
    })
      .then(setSaved)
      // Told below by `error`.
      .catch(() => {});
  };

  const close = () => {
    onClose();
    if (saved) {
      settle(saved);
    }
  };

  return (
    <FormDialog
      title={t('results.answer.title')}
      about={[t('results.answer.about', { entity: entity.title })]}
      done={
        saved && <Saved before={before} now={saved.results} onClose={close} />
      }
      maxWidth="sm"
      canSave={canSend}
      isSending={isSending}
      error={error}
      onSave={save}
      onClose={close}
    >
      <AnswerValue
        label={question.text}
        kind={kind}
        choices={question.choices}
        typed={typed}
        isFuture={kind === 'date' && typed > today()}
        onType={setTyped}
      />
      {kind !== 'date' && (
        <TextField
          id={`${id}-observed`}
          type="date"
          label={t('results.answer.observed')}
          value={observed}
          onChange={event => setObserved(event.target.value)}
          error={observed > today()}
          helperText={
            observed > today()
              ? t('results.answer.future')
              : t('results.answer.observedHelp')
          }
          InputLabelProps={{ shrink: true }}
          inputProps={{ max: today() }}
        />
      )}
      <TextField
        id={`${id}-note`}
        label={t('results.answer.note')}
        value={note}
        onChange={event => setNote(event.target.value)}
        helperText={t('results.answer.noteHelp')}
        multiline
        inputProps={{ maxLength: 1000 }}
      />
      <TextField
        id={`${id}-link`}
        type="url"
        label={t('results.answer.link')}
        value={link}
        onChange={event => setLink(event.target.value)}
        error={isLinkWrong}
        helperText={
          isLinkWrong
            ? t('results.answer.linkWrong')
            : t('results.answer.linkHelp')
        }
        inputProps={{ maxLength: 2000 }}
      />
      {question.days !== undefined && (
        <Typography variant="body2" color="textSecondary">
          {t('results.answer.holds', { count: question.days })}
        </Typography>
      )}
    </FormDialog>
  );
}

function isAddress(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
}
