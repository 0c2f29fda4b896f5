import { useId, useState } from 'react';
import Button from '@material-ui/core/Button';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import {
  ValueTreeDocumentMode,
  valueTreeDocumentModes,
  ValueTreeDocumentStatus,
  ValueTreePlan,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { usePlanValueTree } from '../../api';
import { Fold } from '../../components/Fold';
import { SendError } from '../../components/SendError';
import { useDataMeshTranslation } from '../../translation';
import { PlanLists } from './PlanLists';
import { Problems } from './Problems';
import { useDocumentStyles } from './useDocumentStyles';

type Documents = { documents: readonly ValueTreeDocumentStatus[] };

/** Shows what a document would do, before it is in Git; writes nothing. */
export function TryDocument({ documents }: Documents) {
  const { t } = useDataMeshTranslation();
  return (
    <Fold label={t('setUp.documents.try.title')}>
      <Form documents={documents} />
    </Fold>
  );
}

function Form({ documents }: Documents) {
  const { t } = useDataMeshTranslation();
  const classes = useDocumentStyles();
  const inputId = useId();
  const { send, isSending, error, reset } = usePlanValueTree();
  const [text, setText] = useState('');
  const [id, setId] = useState('');
  const [mode, setMode] = useState<ValueTreeDocumentMode>('managed');
  const [plan, setPlan] = useState<ValueTreePlan>();
  const [isAsked, setAsked] = useState(false);
  const isEmpty = text.trim() === '';
  const isMissing = isAsked && isEmpty;

  // What is shown is always of what stands there
  const forget = () => {
    setPlan(undefined);
    setAsked(false);
    reset();
  };

  const ask = () => {
    forget();
    setAsked(true);
    if (!isEmpty) {
      send({ text, mode, id: id || undefined })
        .then(setPlan)
        // Told below by `error`.
        .catch(() => {});
    }
  };

  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault();
        ask();
      }}
    >
      <Typography variant="body2">{t('setUp.documents.try.text')}</Typography>
      <TextField
        id={`${inputId}-text`}
        label={t('setUp.documents.try.document')}
        helperText={isMissing ? t('setUp.documents.try.missing') : undefined}
        error={isMissing}
        value={text}
        disabled={isSending}
        onChange={event => {
          setText(event.target.value);
          forget();
        }}
        multiline
        minRows={12}
        maxRows={24}
        fullWidth
        variant="outlined"
        margin="normal"
        InputLabelProps={{ shrink: true }}
        inputProps={{
          className: classes.yaml,
          spellCheck: false,
          wrap: 'off',
          'aria-required': true,
        }}
      />
      <div className={classes.form}>
        <TextField
          id={`${inputId}-id`}
          select
          label={t('setUp.documents.try.id')}
          value={id}
          disabled={isSending}
          onChange={event => {
            const chosen = documents.find(
              document => document.id === event.target.value,
            );
            setId(event.target.value);
            setMode(chosen?.mode ?? mode);
            forget();
          }}
          InputLabelProps={{ shrink: true }}
          SelectProps={{ native: true }}
        >
          <option value="">{t('setUp.documents.try.isNew')}</option>
          {documents.map(document => (
            <option key={document.id} value={document.id}>
              {document.id}
            </option>
          ))}
        </TextField>
        <TextField
          id={`${inputId}-mode`}
          select
          label={t('setUp.documents.try.mode')}
          value={mode}
          SelectProps={{ native: true }}
          InputLabelProps={{ shrink: true }}
          disabled={isSending}
          onChange={event => {
            setMode(event.target.value as ValueTreeDocumentMode);
            forget();
          }}
        >
          {valueTreeDocumentModes.map(one => (
            <option key={one} value={one}>
              {t(`setUp.documents.mode.${one}`)}
            </option>
          ))}
        </TextField>
        <Button
          type="submit"
          variant="outlined"
          color="primary"
          disabled={isSending}
        >
          {t(
            isSending
              ? 'setUp.documents.try.sending'
              : 'setUp.documents.try.send',
          )}
        </Button>
      </div>
      <div role="status" aria-live="polite">
        {plan && (
          <Typography variant="body2">
            {plan.problems.length > 0
              ? t('setUp.documents.try.refused', {
                  count: plan.problems.length,
                })
              : plan.summary}
          </Typography>
        )}
      </div>
      {error && <SendError error={error} />}
      {plan && (
        <>
          <Problems problems={plan.problems}>
            {t('setUp.documents.try.problems')}
          </Problems>
          <PlanLists plan={plan} />
        </>
      )}
    </form>
  );
}
