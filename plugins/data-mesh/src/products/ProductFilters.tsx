import { useState } from 'react';
import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import {
  ProductFacet,
  ProductList,
  ProductQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';
import { FacetFilter } from './FacetFilter';

const always: ProductFacet[] = ['domain', 'type'];
const more: ProductFacet[] = [
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
  const inUse = more.some(name => query[name]?.length);
  const [opened, setOpened] = useState(false);
  const open = opened || inUse;

  const valuesOf = (name: ProductFacet) =>
    (facets?.[name] ?? []).map(facet =>
      name === 'used'
        ? {
            ...facet,
            title: t(
              facet.value === 'yes'
                ? 'products.filters.usedYes'
                : 'products.filters.usedNo',
            ),
          }
        : facet,
    );

  return (
    <div className={classes.root}>
      {[...always, ...(open ? more : [])].map(name => (
        <FacetFilter
          key={name}
          name={name}
          label={t(`products.filters.${name}`)}
          values={valuesOf(name)}
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
      <PeopleFilters query={query} onChange={onChange} />
    </div>
  );
}

/** Filters that only links from other pages set; here they can be taken off. */
function PeopleFilters(props: {
  query: ProductQuery;
  onChange: (name: string, change: ProductQuery) => void;
}) {
  const { query, onChange } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const set = (['consumer', 'answerable'] as const).flatMap(name =>
    (query[name] ?? []).map(ref => ({ name, ref })),
  );
  if (!set.length) {
    return null;
  }
  return (
    <div className={classes.people}>
      {set.map(({ name, ref }) => (
        <Chip
          key={`${name} ${ref}`}
          variant="outlined"
          label={t(`products.filters.${name}`, {
            name: <EntityDisplayName entityRef={ref} hideIcon disableTooltip />,
          })}
          onDelete={() =>
            onChange(name, { [name]: query[name]?.filter(r => r !== ref) })
          }
        />
      ))}
    </div>
  );
}
