import Alert from '@material-ui/lab/Alert';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useDataMeshTranslation } from '../../translation';
import { answersIn, textIn } from '../answers';
import { FieldHint } from '../FieldHint';
import { ChosenInitiatives } from './ChosenInitiatives';
import { idsIn } from './initiativesOf';
import { InitiativePicker } from './InitiativePicker';
import { useInitiatives } from './useInitiatives';

/** The initiatives of the value tree that the product serves; may wait. */
export function DataProductInitiatives(
  props: FieldExtensionComponentProps<string[]>,
) {
  const { formData, onChange, idSchema, schema, rawErrors } = props;
  const { t } = useDataMeshTranslation();
  const domain = textIn(answersIn(props.formContext), 'domain');
  const { initiatives, error } = useInitiatives(domain);
  const ids = idsIn(formData);
  const id = idSchema.$id;
  const label = schema.title ?? t('scaffolder.initiatives.title');
  const isEmpty = initiatives?.every(({ isOffered }) => !isOffered);

  return (
    <>
      <InitiativePicker
        id={id}
        label={label}
        initiatives={initiatives ?? []}
        ids={ids}
        // What cannot be chosen from may still be taken back
        disabled={props.disabled || (!ids.length && (isEmpty ?? true))}
        error={rawErrors.length > 0}
        describedBy={`${id}-about`}
        onChange={chosen => onChange(chosen.length ? chosen : undefined)}
      />
      <FieldHint id={`${id}-about`}>
        {schema.description}
        {error && !initiatives && (
          <Alert severity="info">{t('scaffolder.initiatives.failed')}</Alert>
        )}
        {isEmpty && (
          <Alert severity="info">{t('scaffolder.initiatives.none')}</Alert>
        )}
        {rawErrors.map(message => (
          <div key={message}>{message}</div>
        ))}
      </FieldHint>
      {ids.length > 0 && (
        <ChosenInitiatives
          ids={ids}
          initiatives={initiatives}
          label={t('scaffolder.initiatives.chosen')}
        />
      )}
    </>
  );
}
