import { CatalogAutocomplete } from '@backstage/plugin-catalog-react';
import { FacetValue } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';

/** One filter of the list, with how many products each value would leave. */
export function FacetFilter(props: {
  name: string;
  label: string;
  values: FacetValue[];
  titleOf: (value: string) => string;
  selected: string[];
  onChange: (selected: string[]) => void;
}) {
  const { name, label, values, titleOf, selected, onChange } = props;
  const { t } = useDataMeshTranslation();
  const counts = new Map(values.map(({ value, count }) => [value, count]));
  const gone = selected.filter(value => !counts.has(value));

  return (
    <CatalogAutocomplete
      multiple
      disableCloseOnSelect
      id={`data-mesh-filter-${name}`}
      name={name}
      label={label}
      aria-label={label}
      options={[...gone, ...counts.keys()]}
      value={selected}
      onChange={(_event: object, next: string[]) => onChange(next)}
      getOptionLabel={titleOf}
      renderOption={(value: string) =>
        t('products.filters.option', {
          title: titleOf(value),
          number: String(counts.get(value) ?? 0),
        })
      }
      TextFieldProps={{ inputProps: { 'aria-label': label } }}
    />
  );
}
