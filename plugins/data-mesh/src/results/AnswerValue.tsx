import { useId } from 'react';
import FormControl from '@material-ui/core/FormControl';
import FormLabel from '@material-ui/core/FormLabel';
import TextField from '@material-ui/core/TextField';
import { AnswerKind } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Choice } from '../components/Choice';
import { today } from '../components/today';
import { useDataMeshTranslation } from '../translation';

/** What somebody typed as the value it stands for; undefined until it is one. */
export function valueOfAnswer(
  kind: AnswerKind,
  typed: string,
): boolean | number | string | undefined {
  const text = typed.trim();
  if (text === '') {
    return undefined;
  }
  switch (kind) {
    case 'yes-no':
      return text === 'yes';
    case 'number':
      return Number.isFinite(Number(text)) ? Number(text) : undefined;
    default:
      return text;
  }
}

/** The field for the answer itself, by the kind of answer the key takes. */
export function AnswerValue(props: {
  /** The question. */
  label: string;
  kind: AnswerKind;
  choices?: readonly string[];
  typed: string;
  isFuture?: boolean;
  onType: (typed: string) => void;
}) {
  const { label, kind, choices = [], typed, isFuture, onType } = props;
  const { t } = useDataMeshTranslation();
  const id = useId();

  if (kind === 'date' || kind === 'number') {
    return (
      <FormControl component="fieldset">
        <FormLabel id={id} component="legend">
          {label}
        </FormLabel>
        <TextField
          id={`${id}-value`}
          type={kind}
          label={t(
            kind === 'date' ? 'results.answer.day' : 'results.answer.number',
          )}
          value={typed}
          onChange={event => onType(event.target.value)}
          error={isFuture}
          helperText={isFuture ? t('results.answer.future') : undefined}
          InputLabelProps={{ shrink: true }}
          inputProps={kind === 'date' ? { max: today() } : {}}
          required
        />
      </FormControl>
    );
  }
  const options = kind === 'yes-no' ? ['yes', 'no'] : choices;
  const wordOf = (option: string) =>
    option === 'yes' || option === 'no' || option === 'problem'
      ? t(`results.answer.${option}`)
      : option;
  return (
    <Choice
      label={label}
      options={options.map(option => [option, wordOf(option)] as const)}
      value={typed}
      onChange={onType}
    />
  );
}
