import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useDataMeshTranslation } from '../../translation';
import { TextInput } from '../TextInput';

/** Who will use a product and for what; the question that comes first. */
export function DataProductUsage(props: FieldExtensionComponentProps<string>) {
  const { formData, onChange, idSchema, schema, uiSchema } = props;
  const { t } = useDataMeshTranslation();
  return (
    <TextInput
      id={idSchema.$id}
      label={schema.title ?? t('scaffolder.usage.title')}
      hint={schema.description}
      placeholder={uiSchema['ui:placeholder']}
      value={formData}
      onChange={onChange}
      isWrong={props.rawErrors.length > 0}
      required={props.required}
      disabled={props.disabled}
      rows={2}
    />
  );
}
