import { useState } from 'react';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { useDataMeshTranslation } from '../../translation';
import { NumberInput } from './NumberInput';

type Amount<TUnit extends string> = { value: number; unit: TUnit };

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', gap: theme.spacing(1), alignItems: 'flex-start' },
  unit: { flex: 'none', width: '8rem' },
}));

/** A number with its unit; without the number there is no answer. */
export function AmountInput<TUnit extends string>(props: {
  id: string;
  label: string;
  hint?: string;
  problem?: string;
  value: Amount<TUnit> | undefined;
  units: readonly TUnit[];
  unitLabel: (unit: TUnit) => string;
  defaultUnit: TUnit;
  onChange: (amount: Amount<TUnit> | undefined) => void;
}) {
  const { id, label, value, units, unitLabel, onChange } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const [chosen, setChosen] = useState(value?.unit ?? props.defaultUnit);
  const unit = value?.unit ?? chosen;

  return (
    <div className={classes.root}>
      <NumberInput
        id={id}
        label={label}
        hint={props.hint}
        problem={props.problem}
        value={value?.value}
        onChange={number =>
          onChange(number === undefined ? undefined : { value: number, unit })
        }
      />
      <TextField
        id={`${id}-unit`}
        className={classes.unit}
        select
        label={t('scaffolder.promises.unit')}
        value={unit}
        variant="outlined"
        margin="dense"
        SelectProps={{ native: true }}
        inputProps={{
          'aria-label': t('scaffolder.promises.unitOf', { label }),
        }}
        onChange={event => {
          const next =
            units.find(known => known === event.target.value) ?? unit;
          setChosen(next);
          if (value) {
            onChange({ ...value, unit: next });
          }
        }}
      >
        {units.map(known => (
          <option key={known} value={known}>
            {unitLabel(known)}
          </option>
        ))}
      </TextField>
    </div>
  );
}
