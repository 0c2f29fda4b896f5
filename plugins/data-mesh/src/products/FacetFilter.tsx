import { CatalogAutocomplete } from '@backstage/plugin-catalog-react';
import { FacetValue } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';

/** One filter of the list, with how many products each value would leave. */
export function FacetFilter(props: {
  name: string;
  label: string;
  values: FacetValue[];
  selected: string[];
  onChange: (selected: string[]) => void;
}) {
  const { name, label, values, selected, onChange } = props;
  const { t } = useDataMeshTranslation();
  const byValue = new Map(values.map(facet => [facet.value, facet]));
  const gone = selected.filter(value => !byValue.has(value));

  return (
    <CatalogAutocomplete
      multiple
      disableCloseOnSelect
      id={`data-mesh-filter-${name}`}
      name={name}
      label={label}
      options={[...gone, ...byValue.keys()]}
      value={selected}
      onChange={(_event: object, next: string[]) => onChange(next)}
      getOptionLabel={(value: string) => byValue.get(value)?.title ?? value}
      renderOption={(value: string) =>
        t('products.filters.option', {
          title: byValue.get(value)?.title ?? value,
          number: String(byValue.get(value)?.count ?? 0),
        })
      }
      TextFieldProps={{ inputProps: { 'aria-label': label } }}
    />
  );
}
