import { useId } from 'react';
import TextField from '@material-ui/core/TextField';
import { useDataMeshTranslation } from '../../translation';

/** What was learnt from what comes to its end. */
export function LearningInput(props: {
  value: string;
  isOptional?: boolean;
  onChange: (learning: string) => void;
}) {
  const { value, isOptional = false, onChange } = props;
  const { t } = useDataMeshTranslation();
  const id = useId();
  return (
    <TextField
      id={id}
      label={t('goals.fields.learning')}
      value={value}
      required={!isOptional}
      fullWidth
      multiline
      helperText={t('goals.help.learning')}
      onChange={event => onChange(event.target.value)}
      inputProps={{ maxLength: 4000 }}
    />
  );
}
