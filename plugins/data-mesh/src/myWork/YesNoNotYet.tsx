import { useId } from 'react';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import { useDataMeshTranslation } from '../translation';

/** The three answers to a question that can be answered by yes or no. */
export function YesNoNotYet(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { label, value, onChange } = props;
  const { t } = useDataMeshTranslation();
  const id = useId();
  return (
    <FormControl component="fieldset">
      <FormLabel id={id} component="legend">
        {label}
      </FormLabel>
      <RadioGroup
        row
        name={id}
        aria-labelledby={id}
        value={value}
        onChange={event => onChange(event.target.value)}
      >
        {(
          [
            ['yes', 'yes'],
            ['no', 'no'],
            ['not-yet', 'notYet'],
          ] as const
        ).map(([option, word]) => (
          <FormControlLabel
            key={option}
            value={option}
            control={<Radio color="primary" />}
            label={t(`myWork.answer.${word}`)}
          />
        ))}
      </RadioGroup>
    </FormControl>
  );
}
