import TextField from '@material-ui/core/TextField';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useQuery } from '@tanstack/react-query';
import { dataMeshQueryApiRef } from '../../api/dataMeshQueryApiRef';
import { useDataMeshTranslation } from '../../translation';
import { problemsOf } from '../answers';
import { FieldHint } from '../FieldHint';
import { findEntity } from '../findEntity';
import { LinkAside } from '../LinkAside';
import { titleOf } from '../search/useEntitySearch';
import { useRested } from '../useRested';
import { asName } from './asName';
import { refOfName } from './refOfName';

/** The name in the catalog, and whether it is still free. */
export function DataProductName(props: FieldExtensionComponentProps<string>) {
  const { formData = '', onChange, idSchema, schema, rawErrors } = props;
  const { t } = useDataMeshTranslation();

  return (
    <>
      <TextField
        id={idSchema.$id}
        label={schema.title ?? t('scaffolder.name.title')}
        required={props.required}
        disabled={props.disabled}
        error={rawErrors.length > 0}
        value={formData}
        onChange={event => onChange(asName(event.target.value) || undefined)}
        onBlur={() => onChange(formData.replace(/-+$/, '') || undefined)}
        variant="outlined"
        margin="dense"
        fullWidth
        placeholder={t('scaffolder.name.placeholder')}
        inputProps={{
          maxLength: 200,
          autoComplete: 'off',
          spellCheck: false,
          'aria-describedby': `${idSchema.$id}-state`,
        }}
      />
      <FieldHint id={`${idSchema.$id}-state`}>
        <NameState name={formData} fallback={schema.description} />
      </FieldHint>
    </>
  );
}

function NameState(props: { name: string; fallback?: string }) {
  const { t } = useDataMeshTranslation();
  const catalogApi = useApi(catalogApiRef);
  const client = useApi(dataMeshQueryApiRef);
  const name = useRested(props.name);
  const isName = Boolean(name) && !problemsOf({ name }, 'name').length;
  const ref = refOfName(name);
  const { data, error } = useQuery<{ title: string } | null, Error>(
    {
      queryKey: ['data-mesh', 'taken-name', ref],
      enabled: isName,
      queryFn: async () => {
        const found = await findEntity(catalogApi, ref);
        return found ? { title: titleOf(found) } : null;
      },
    },
    client,
  );

  if (isName && name === props.name && error) {
    return <>{t('scaffolder.name.notChecked')}</>;
  }
  if (isName && name === props.name && data === null) {
    return <>{t('scaffolder.name.free', { name })}</>;
  }
  if (isName && name === props.name && data) {
    return (
      <>
        {t('scaffolder.name.takenBy')} <LinkAside to={ref} title={data.title} />
      </>
    );
  }
  return <>{props.fallback ?? t('scaffolder.name.rules')}</>;
}
