import { ReactNode, useId } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Alert from '@material-ui/lab/Alert';
import {
  checkMeasures,
  measureClasses,
  measureDirections,
  measureProblems,
  measureTimings,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Fold } from '../../components/Fold';
import { useFieldStyles } from '../../dialogs';
import { useDataMeshTranslation } from '../../translation';
import { useGoalWords } from '../words';
import { EntityInput } from './EntityInput';
import {
  MeasureDraft,
  MeasureField,
  measureFieldsOf,
  unreadable,
} from './measureDraft';
import { useMeasureHints } from './useWordingHints';

const owners = ['Group', 'User'];

const useStyles = makeStyles(theme => ({
  pair: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 10rem), 1fr))',
    gap: theme.spacing(2),
  },
}));

/** The fields of a measure, and what is wrong with it, as somebody types. */
export function MeasureInputs(props: {
  draft: MeasureDraft;
  /** Whether it is the primary measure because there is no other. */
  isOnly?: boolean;
  /** Whether it is the primary one already: another has to take its place. */
  isPrimary?: boolean;
  onChange: (field: MeasureField, value: string) => void;
}) {
  const { draft, isOnly = false, isPrimary = false, onChange } = props;
  const classes = { ...useFieldStyles(), ...useStyles() };
  const { t } = useDataMeshTranslation();
  const words = useGoalWords();
  const hints = useMeasureHints()(draft);
  const id = useId();
  const wrong = unreadable(draft);
  const said = measureFieldsOf(draft);
  const problems = said
    ? [...measureProblems(said), ...(isOnly ? checkMeasures([said]) : [])]
    : [];
  const isRange = draft.direction === 'keep-in-range';
  // What is still empty is not told to be wrong before anything is written
  const isWrong = (field: MeasureField) =>
    wrong.includes(field) && Boolean(draft[field]?.trim());

  return (
    <div className={classes.fields}>
      <div>
        {line('name', { required: true, most: 200 })}
        {hints.map(hint => (
          <FormHelperText key={hint} role="status">
            {t('goals.form.hint', { hint })}
          </FormHelperText>
        ))}
      </div>
      <div className={classes.pair}>
        {choice('direction', measureDirections, words.direction)}
        {line('unit', { most: 50 })}
      </div>
      <div className={classes.pair}>
        {line('baselineValue', { isNumber: true })}
        {day('baselineDate')}
      </div>
      <div className={classes.pair}>
        {isRange ? (
          <>
            {line('targetFrom', { isNumber: true })}
            {line('targetTo', { isNumber: true })}
            {line('tolerance', { isNumber: true })}
          </>
        ) : (
          line('targetValue', { isNumber: true })
        )}
        {day('targetDate')}
      </div>
      <div className={classes.pair}>
        {choice('class', measureClasses, words.class)}
        {choice('timing', measureTimings, words.timing)}
        {line('cadenceDays', { isNumber: true, required: true })}
      </div>
      {!isOnly && (
        <FormControlLabel
          control={
            <Checkbox
              color="primary"
              checked={draft.primary === 'yes'}
              disabled={isPrimary}
              onChange={(_, isOn) => onChange('primary', isOn ? 'yes' : '')}
            />
          }
          label={t('goals.measure.primary')}
        />
      )}
      <Fold
        label={t('goals.form.more')}
        defaultOpen={isWrong('checkpoints') || isWrong('scale')}
      >
        <div className={classes.fields}>
          {line('source', { most: 500 })}
          <EntityInput
            id={`${id}-owner`}
            label={t('goals.measure.owner')}
            kinds={owners}
            value={draft.owner ?? ''}
            help={t('goals.measureHelp.owner')}
            onChange={ref => onChange('owner', ref)}
          />
          {!isRange && line('checkpoints', { isMultiline: true })}
          {line('scale', { isMultiline: true })}
        </div>
      </Fold>
      {problems.length > 0 && (
        <Alert severity="warning" role="status">
          {t('goals.measure.problems')}
          <ul>
            {problems.map(problem => (
              <li key={problem}>{problem}.</li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );

  function common(field: MeasureField) {
    return {
      id: `${id}-${field}`,
      label: t(`goals.measure.${field}`),
      value: draft[field] ?? '',
      error: isWrong(field),
      onChange: (event: { target: { value: string } }) =>
        onChange(field, event.target.value),
    };
  }

  function line(
    field: Exclude<MeasureField, 'primary' | 'owner'>,
    options: {
      isNumber?: boolean;
      isMultiline?: boolean;
      required?: boolean;
      most?: number;
    },
  ): ReactNode {
    const { isNumber, isMultiline, required, most } = options;
    const wrongWords = () =>
      t(isNumber ? 'goals.measure.wrongNumber' : 'goals.measure.wrong');
    return (
      <TextField
        {...common(field)}
        fullWidth
        required={required}
        multiline={isMultiline}
        helperText={
          isWrong(field) ? wrongWords() : t(`goals.measureHelp.${field}`)
        }
        inputProps={{
          ...(isNumber && { inputMode: 'decimal' }),
          ...(most && { maxLength: most }),
        }}
      />
    );
  }

  function day(field: 'baselineDate' | 'targetDate'): ReactNode {
    return (
      <TextField
        {...common(field)}
        type="date"
        helperText={t(`goals.measureHelp.${field}`)}
        InputLabelProps={{ shrink: true }}
      />
    );
  }

  function choice<T extends string>(
    field: 'direction' | 'class' | 'timing',
    values: readonly T[],
    wordOf: (value: T) => string,
  ): ReactNode {
    return (
      <TextField
        {...common(field)}
        select
        helperText={t(`goals.measureHelp.${field}`)}
      >
        {values.map(value => (
          <MenuItem key={value} value={value}>
            {wordOf(value)}
          </MenuItem>
        ))}
      </TextField>
    );
  }
}
