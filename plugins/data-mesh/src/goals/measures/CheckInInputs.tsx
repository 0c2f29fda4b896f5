import { useId } from 'react';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  confidences,
  Measure,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { dateWords } from '../../components/dateWords';
import { today } from '../../components/today';
import { useDataMeshTranslation } from '../../translation';
import { useGoalWords } from '../words';
import { CheckInFaults, CheckInForm } from './checkInForm';
import { numberWords } from './numbers';

/** What each input of a reading is made from. */
export interface CheckInInputProps {
  measure: Pick<Measure, 'unit' | 'scale' | 'baseline' | 'standing'>;
  form: CheckInForm;
  faults: CheckInFaults;
  onChange: (changed: Partial<CheckInForm>) => void;
}

const useStyles = makeStyles(theme => ({
  scale: {
    margin: 0,
    paddingLeft: theme.spacing(3),
    color: theme.palette.text.secondary,
  },
}));

/** @param props.hasFocus - where it is opened to be typed */
export function ValueInput(props: CheckInInputProps & { hasFocus?: boolean }) {
  const { measure, form, faults, onChange, hasFocus } = props;
  const { unit, baseline, standing } = measure;
  const { t } = useDataMeshTranslation();
  const id = useId();
  const example = standing.current?.value ?? baseline?.value ?? 12.5;
  return (
    <TextField
      id={id}
      label={
        unit
          ? t('measures.checkIn.valueIn', { unit })
          : t('measures.checkIn.value')
      }
      value={form.value}
      onChange={event => onChange({ value: event.target.value })}
      error={faults.value === 'wrong'}
      helperText={
        faults.value === 'wrong' &&
        t('measures.checkIn.valueWrong', { example: numberWords(example) })
      }
      // Only where somebody asked for it
      // eslint-disable-next-line jsx-a11y/no-autofocus -- a dialog that was opened to write this one value
      autoFocus={hasFocus}
      required
      inputProps={{ inputMode: 'decimal', autoComplete: 'off' }}
    />
  );
}

export function DateInput(props: CheckInInputProps) {
  const { measure, form, faults, onChange } = props;
  const { baseline } = measure;
  const { t } = useDataMeshTranslation();
  const id = useId();
  const help = () => {
    switch (faults.date) {
      case 'future':
        return t('measures.checkIn.future');
      case 'beforeStart':
        return t('measures.checkIn.beforeStart', {
          date: dateWords(baseline?.date ?? ''),
        });
      default:
        return t('measures.checkIn.dateHelp');
    }
  };
  return (
    <TextField
      id={id}
      type="date"
      label={t('measures.checkIn.date')}
      value={form.date}
      onChange={event => onChange({ date: event.target.value })}
      error={faults.date !== undefined}
      helperText={help()}
      required
      InputLabelProps={{ shrink: true }}
      inputProps={{ min: baseline?.date, max: today() }}
    />
  );
}

/** What the numbers mean, for what is judged and not counted. */
export function ScaleWords({ measure }: Pick<CheckInInputProps, 'measure'>) {
  const classes = useStyles();
  return measure.scale ? (
    <ol className={classes.scale}>
      {measure.scale.map(meaning => (
        <Typography key={meaning} component="li" variant="body2">
          {meaning}
        </Typography>
      ))}
    </ol>
  ) : null;
}

export function ConfidenceInput({ form, onChange }: CheckInInputProps) {
  const { t } = useDataMeshTranslation();
  const words = useGoalWords();
  const id = useId();
  return (
    <TextField
      id={id}
      select
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
      label={t('measures.checkIn.confidence')}
      value={form.confidence}
      onChange={event =>
        onChange({
          confidence: event.target.value as CheckInForm['confidence'],
        })
      }
    >
      <option value="">{t('measures.checkIn.confidenceNone')}</option>
      {confidences.map(confidence => (
        <option key={confidence} value={confidence}>
          {words.confidence(confidence)}
        </option>
      ))}
    </TextField>
  );
}

export function NoteInput({ form, onChange }: CheckInInputProps) {
  const { t } = useDataMeshTranslation();
  const id = useId();
  return (
    <TextField
      id={id}
      label={t('measures.checkIn.note')}
      value={form.note}
      onChange={event => onChange({ note: event.target.value })}
      helperText={t('measures.checkIn.noteHelp')}
      multiline
      inputProps={{ maxLength: 1000 }}
    />
  );
}

export function LinkInput({ form, faults, onChange }: CheckInInputProps) {
  const { t } = useDataMeshTranslation();
  const id = useId();
  return (
    <TextField
      id={id}
      type="url"
      label={t('measures.checkIn.link')}
      value={form.link}
      onChange={event => onChange({ link: event.target.value })}
      error={faults.link !== undefined}
      helperText={
        faults.link
          ? t('measures.checkIn.linkWrong')
          : t('measures.checkIn.linkHelp')
      }
      inputProps={{ maxLength: 2000 }}
    />
  );
}
