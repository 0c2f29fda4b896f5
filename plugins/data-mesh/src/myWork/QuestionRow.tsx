import { FormEvent, useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { useAnswer } from '../api';
import { CatalogLink } from '../components/CatalogLink';
import { Fold } from '../components/Fold';
import { SendError } from '../components/SendError';
import { AnswerValue } from '../results';
import { useDataMeshTranslation } from '../translation';
import { answerOf, AskedQuestion, problemsOf, TypedAnswer } from './answerOf';
import { useRowStyles } from './useRowStyles';
import { YesNoNotYet } from './YesNoNotYet';

/** A question, to be answered here. */
export function QuestionRow(props: {
  question: AskedQuestion;
  onDone: (said: string) => void;
}) {
  const { question, onDone } = props;
  const { entity, text, reason } = question;
  const { t } = useDataMeshTranslation();
  const classes = useRowStyles();
  const id = useId();
  const [typed, setTyped] = useState<TypedAnswer>({
    value: '',
    note: '',
    link: '',
    observed: '',
  });
  const { send, isSending, error } = useAnswer();
  const type = (change: Partial<TypedAnswer>) =>
    setTyped(now => ({ ...now, ...change }));

  const today = new Date().toISOString().slice(0, 10);
  const problems = problemsOf(question, typed, today);
  const answer = answerOf(question, typed, t('myWork.answer.notYet'));
  const canSend = answer && !Object.keys(problems).length && !isSending;

  const save = (event: FormEvent) => {
    event.preventDefault();
    if (canSend) {
      send(answer)
        .then(() => onDone(t('myWork.answer.saved', { entity: entity.title })))
        // Told below by `error`.
        .catch(() => {});
    }
  };

  return (
    <li>
      <form className={classes.row} onSubmit={save} noValidate>
        <div>
          <span className={classes.kind}>{t('myWork.answer.kind')}</span>
          <Typography component="div" variant="body2">
            {t('myWork.answer.about', {
              entity: (
                <CatalogLink
                  key="entity"
                  to={entity}
                  className={classes.link}
                />
              ),
            })}
          </Typography>
        </div>
        {question.value === 'yes-no' ? (
          <YesNoNotYet
            label={text}
            value={typed.value}
            onChange={value => type({ value })}
          />
        ) : (
          <AnswerValue
            label={text}
            kind={question.value}
            choices={question.choices}
            typed={typed.value}
            isFuture={problems.value === 'future'}
            onType={value => type({ value })}
          />
        )}
        {reason && !reason.includes(text) && (
          <Typography variant="body2" className={classes.quiet}>
            {t('myWork.answer.why')}: {reason}
          </Typography>
        )}
        <Fold label={t('myWork.answer.more')}>
          <div className={classes.fields}>
            <TextField
              id={`${id}-note`}
              label={t('myWork.answer.note')}
              value={typed.note}
              onChange={event => type({ note: event.target.value })}
              multiline
              inputProps={{ maxLength: 900 }}
            />
            <TextField
              id={`${id}-link`}
              type="url"
              label={t('myWork.answer.link')}
              value={typed.link}
              onChange={event => type({ link: event.target.value })}
              error={Boolean(problems.link)}
              helperText={problems.link && t('myWork.answer.linkWrong')}
              inputProps={{ maxLength: 2000 }}
            />
            {question.value !== 'date' && (
              <TextField
                id={`${id}-observed`}
                type="date"
                label={t('myWork.answer.observed')}
                value={typed.observed}
                onChange={event => type({ observed: event.target.value })}
                error={Boolean(problems.observed)}
                helperText={problems.observed && t('myWork.answer.future')}
                InputLabelProps={{ shrink: true }}
                inputProps={{ max: today }}
              />
            )}
          </div>
        </Fold>
        <div className={classes.actions}>
          <Button
            type="submit"
            variant="outlined"
            color="primary"
            disabled={!canSend}
            aria-label={t('myWork.answer.named', { entity: entity.title })}
          >
            {t(isSending ? 'myWork.answer.saving' : 'myWork.answer.save')}
          </Button>
        </div>
        {error && <SendError error={error} />}
      </form>
    </li>
  );
}
