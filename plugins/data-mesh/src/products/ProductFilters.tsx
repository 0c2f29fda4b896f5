import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import {
  ProductFacet,
  ProductList,
  ProductQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';
import { FacetFilter } from './FacetFilter';
import { PersonFilter } from './PersonFilter';
import { useFacetTitle } from './useFacetTitle';

const always: ProductFacet[] = ['domain', 'type', 'level'];
const more: ProductFacet[] = [
  'target',
  'lifecycle',
  'owner',
  'classification',
  'persona',
  'used',
];

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 220px), 1fr))',
    columnGap: theme.spacing(2),
    alignItems: 'end',
  },
  toggle: { justifySelf: 'start', marginBottom: theme.spacing(1) },
  people: {
    gridColumn: '1 / -1',
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 0),
  },
}));

/** The filters of the list; the rarer ones open on demand. */
export function ProductFilters(props: {
  query: ProductQuery;
  facets?: ProductList['facets'];
  onChange: (name: string, change: ProductQuery) => void;
}) {
  const { query, facets, onChange } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const facetTitle = useFacetTitle(facets);
  const inUse = more.some(name => query[name]?.length);
  const [opened, setOpened] = useState(false);
  const open = opened || inUse;

  const people = (['consumer', 'answerable'] as const).flatMap(name =>
    (query[name] ?? []).map(ref => ({ name, ref })),
  );

  return (
    <div className={classes.root}>
      {[...always, ...(open ? more : [])].map(name => (
        <FacetFilter
          key={name}
          name={name}
          label={t(`products.filters.${name}`)}
          values={facets?.[name] ?? []}
          titleOf={value => facetTitle(name, value)}
          selected={query[name] ?? []}
          onChange={values => onChange(name, { [name]: values })}
        />
      ))}
      {!inUse && (
        <Button
          className={classes.toggle}
          aria-expanded={open}
          onClick={() => setOpened(!opened)}
        >
          {t(opened ? 'products.filters.fewer' : 'products.filters.more')}
        </Button>
      )}
      {people.length > 0 && (
        <div className={classes.people}>
          {people.map(({ name, ref }) => (
            <PersonFilter
              key={`${name} ${ref}`}
              name={name}
              personRef={ref}
              onRemove={() =>
                onChange(name, { [name]: query[name]?.filter(r => r !== ref) })
              }
            />
          ))}
        </div>
      )}
    </div>
  );
}
