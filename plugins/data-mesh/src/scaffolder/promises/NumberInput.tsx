import { useEffect, useState } from 'react';
import TextField from '@material-ui/core/TextField';

/** A number as it is typed; what is no number is kept on screen and no answer. */
export function NumberInput(props: {
  id: string;
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
  hint?: string;
  problem?: string;
}) {
  const { id, label, value, onChange, hint, problem } = props;
  const [typed, setTyped] = useState(asText(value));
  useEffect(() => {
    setTyped(shown => (asNumber(shown) === value ? shown : asText(value)));
  }, [value]);

  return (
    <TextField
      id={id}
      label={label}
      value={typed}
      onChange={event => {
        setTyped(event.target.value);
        onChange(asNumber(event.target.value));
      }}
      error={Boolean(problem)}
      helperText={problem ?? hint}
      type="number"
      variant="outlined"
      margin="dense"
      fullWidth
      inputProps={{ step: 'any' }}
    />
  );
}

function asText(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

function asNumber(text: string): number | undefined {
  const number = Number(text);
  return text.trim() && Number.isFinite(number) ? number : undefined;
}
