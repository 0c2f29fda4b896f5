import { useId } from 'react';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { useDataMeshTranslation } from '../../translation';
import { YesNo } from './sayingDraft';

const options = [
  ['yes', 'yes'],
  ['no', 'no'],
  ['', 'notSaid'],
] as const;

/** Yes, no, or nothing said. */
export function YesNoInput(props: {
  label: string;
  value: YesNo;
  help?: string;
  onChange: (value: YesNo) => void;
}) {
  const { label, value, help, onChange } = props;
  const { t } = useDataMeshTranslation();
  const id = useId();
  return (
    <FormControl component="fieldset">
      <FormLabel component="legend">{label}</FormLabel>
      <RadioGroup
        row
        name={id}
        value={value}
        onChange={(_, to) =>
          onChange(options.find(([option]) => option === to)?.[0] ?? '')
        }
      >
        {options.map(([option, word]) => (
          <FormControlLabel
            key={option}
            value={option}
            control={<Radio color="primary" size="small" />}
            label={t(`reviews.products.form.${word}`)}
          />
        ))}
      </RadioGroup>
      {help && <FormHelperText>{help}</FormHelperText>}
    </FormControl>
  );
}
