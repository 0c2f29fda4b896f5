import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useDataMeshTranslation } from '../../translation';
import { answersIn } from '../answers';

/** States that there are no inputs, which is not the same as naming none yet. */
export function DataProductNoInputs(
  props: FieldExtensionComponentProps<'none'>,
) {
  const { t } = useDataMeshTranslation();
  const { inputPorts } = answersIn(props.formContext);
  const hasPorts = Array.isArray(inputPorts) && inputPorts.length > 0;
  const isNone = props.formData === 'none';

  return (
    <FormControlLabel
      label={props.schema.title ?? t('scaffolder.inputs.none')}
      // What is contradictory may be put right, but not brought about
      disabled={props.disabled || (hasPorts && !isNone)}
      control={
        <Checkbox
          id={props.idSchema.$id}
          color="primary"
          checked={isNone}
          onChange={event =>
            props.onChange(event.target.checked ? 'none' : undefined)
          }
        />
      }
    />
  );
}
