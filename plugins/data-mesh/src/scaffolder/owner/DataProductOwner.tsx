import Alert from '@material-ui/lab/Alert';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useDataMeshTranslation } from '../../translation';
import { answersIn, textIn } from '../answers';
import { FieldHint } from '../FieldHint';
import { SearchBox } from '../search/SearchBox';
import { useEntitySearch } from '../search/useEntitySearch';
import { useFoundByRef } from '../search/useFoundByRef';
import { useOutsideDomain } from './useOutsideDomain';

/** The team that answers for the product; one of its domain, if possible. */
export function DataProductOwner(props: FieldExtensionComponentProps<string>) {
  const { formData, onChange, idSchema, schema, rawErrors } = props;
  const { t } = useDataMeshTranslation();
  const domain = textIn(answersIn(props.formContext), 'domain');
  const search = useEntitySearch('Group');
  const chosen = useFoundByRef(formData);
  const outside = useOutsideDomain({ owner: formData, domain });

  return (
    <>
      <SearchBox
        id={idSchema.$id}
        label={schema.title ?? t('scaffolder.owner.title')}
        searchKey="Group"
        search={search}
        value={chosen}
        onChange={found => onChange(found?.ref)}
        required={props.required}
        disabled={props.disabled}
        error={rawErrors.length > 0}
        describedBy={`${idSchema.$id}-about`}
      />
      <FieldHint id={`${idSchema.$id}-about`}>
        {schema.description}
        {outside && (
          <Alert severity="warning">
            {t('scaffolder.owner.outside', outside)}
          </Alert>
        )}
      </FieldHint>
    </>
  );
}
