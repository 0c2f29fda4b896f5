import TextField from '@material-ui/core/TextField';

/** A text within an answer of several parts; empty is no answer. */
export function TextInput(props: {
  id: string;
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  problem?: string;
  /** Where the form says what is wrong. */
  isWrong?: boolean;
  hint?: string;
  placeholder?: string;
  /** The id of a `datalist` with what is often written. */
  list?: string;
  required?: boolean;
  disabled?: boolean;
  rows?: number;
}) {
  const { id, label, value = '', onChange, problem, hint, rows } = props;
  return (
    <TextField
      id={id}
      label={label}
      value={value}
      onChange={event => onChange(event.target.value || undefined)}
      error={Boolean(problem) || props.isWrong}
      helperText={problem ?? hint}
      placeholder={props.placeholder}
      required={props.required}
      disabled={props.disabled}
      multiline={rows !== undefined}
      minRows={rows}
      variant="outlined"
      margin="dense"
      fullWidth
      InputLabelProps={props.placeholder ? { shrink: true } : undefined}
      inputProps={{ list: props.list, autoComplete: 'off' }}
    />
  );
}
