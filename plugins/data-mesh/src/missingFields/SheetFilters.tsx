import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import {
  FillableField,
  MissingFieldsList,
  MissingFieldsQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { FacetFilter } from '../products/FacetFilter';
import { ProductSearch } from '../products/ProductSearch';
import { useDataMeshTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(2), marginBottom: theme.spacing(2) },
  filters: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 220px), 1fr))',
    columnGap: theme.spacing(2),
    alignItems: 'end',
  },
  clear: { justifySelf: 'start', marginBottom: theme.spacing(1) },
}));

/** Which products the sheet shows. */
export function SheetFilters(props: {
  query: MissingFieldsQuery;
  facets?: MissingFieldsList['facets'];
  onChange: (to: MissingFieldsQuery) => void;
}) {
  const { query, facets, onChange } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const titleOf = (name: 'domain' | 'owner') => (value: string) =>
    facets?.[name].find(facet => facet.value === value)?.title ?? value;
  const isFiltered = query.text || query.domain || query.owner || query.missing;
  return (
    <Paper
      component="section"
      role="search"
      aria-label={t('missingFields.filters.label')}
      className={classes.root}
    >
      <ProductSearch
        text={query.text ?? ''}
        onChange={text => onChange({ text: text || undefined })}
      />
      <div className={classes.filters}>
        {(['domain', 'owner'] as const).map(name => (
          <FacetFilter
            key={name}
            name={`sheet-${name}`}
            label={t(`missingFields.filters.${name}`)}
            values={facets?.[name] ?? []}
            titleOf={titleOf(name)}
            selected={query[name] ?? []}
            onChange={values => onChange({ [name]: values })}
          />
        ))}
        <FacetFilter
          name="sheet-missing"
          label={t('missingFields.filters.missing')}
          values={facets?.missing ?? []}
          titleOf={field => t(`missingFields.field.${field as FillableField}`)}
          selected={query.missing ?? []}
          onChange={values => onChange({ missing: values as FillableField[] })}
        />
        {isFiltered && (
          <Button
            className={classes.clear}
            onClick={() =>
              onChange({
                text: undefined,
                domain: undefined,
                owner: undefined,
                missing: undefined,
              })
            }
          >
            {t('missingFields.filters.clear')}
          </Button>
        )}
      </div>
    </Paper>
  );
}
