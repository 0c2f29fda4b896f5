import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { FieldHint } from '../FieldHint';
import { SearchBox } from '../search/SearchBox';
import { useEntitySearch } from '../search/useEntitySearch';
import { useFoundByRef } from '../search/useFoundByRef';

/**
 * Something in the catalog, of the kind in `ui:options`. Unlike the stock
 * picker it asks only for what is typed, and shows titles, not refs.
 */
export function DataProductRef(
  props: FieldExtensionComponentProps<string, { kind?: string }>,
) {
  const { formData, onChange, idSchema, schema, uiSchema } = props;
  const kind = uiSchema['ui:options']?.kind ?? 'DataProduct';
  const search = useEntitySearch(kind);
  const chosen = useFoundByRef(formData);
  return (
    <>
      <SearchBox
        id={idSchema.$id}
        label={schema.title ?? kind}
        searchKey={kind}
        search={search}
        value={chosen}
        onChange={found => onChange(found?.ref)}
        required={props.required}
        disabled={props.disabled}
        error={props.rawErrors.length > 0}
        describedBy={`${idSchema.$id}-about`}
      />
      <FieldHint id={`${idSchema.$id}-about`}>{schema.description}</FieldHint>
    </>
  );
}
