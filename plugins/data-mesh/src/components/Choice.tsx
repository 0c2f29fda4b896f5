import { useId } from 'react';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import FormLabel from '@material-ui/core/FormLabel';
import Radio, { RadioProps } from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';

/** One of a few words, side by side, as the answer to a question. */
export function Choice<T extends string>(props: {
  label: string;
  /** What can be chosen, with its words. */
  options: readonly (readonly [value: T, words: string])[];
  /** Something else where nothing is chosen yet. */
  value: string;
  help?: string;
  size?: RadioProps['size'];
  onChange: (value: T) => void;
}) {
  const { label, options, value, help, size, onChange } = props;
  const id = useId();
  return (
    <FormControl component="fieldset">
      <FormLabel id={id} component="legend">
        {label}
      </FormLabel>
      <RadioGroup row name={id} aria-labelledby={id} value={value}>
        {options.map(([option, words]) => (
          <FormControlLabel
            key={option}
            value={option}
            control={
              <Radio
                color="primary"
                size={size}
                onChange={() => onChange(option)}
              />
            }
            label={words}
          />
        ))}
      </RadioGroup>
      {help && <FormHelperText>{help}</FormHelperText>}
    </FormControl>
  );
}
