import Chip from '@material-ui/core/Chip';
import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import { SearchBox } from '../../scaffolder/search/SearchBox';
import { useEntitySearch } from '../../scaffolder/search/useEntitySearch';
import { useFoundByRef } from '../../scaffolder/search/useFoundByRef';
import { useDataMeshTranslation } from '../../translation';

const useStyles = makeStyles(theme => ({
  chosen: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  chip: { margin: 0, maxWidth: '100%' },
}));

/** An entity of the catalog, found by typing. */
export function EntityInput(props: {
  id: string;
  label: string;
  /** As a constant. */
  kinds: string[];
  /** A ref; empty: none. */
  value: string;
  help?: string;
  required?: boolean;
  onChange: (ref: string) => void;
}) {
  const { id, label, kinds, value, help, required, onChange } = props;
  const search = useEntitySearch(kinds);
  const found = useFoundByRef(value || undefined);
  return (
    <div>
      <SearchBox
        id={id}
        label={label}
        searchKey={kinds.join()}
        search={search}
        value={found}
        required={required}
        describedBy={help ? `${id}-help` : undefined}
        onChange={to => onChange(to?.ref ?? '')}
      />
      {help && <FormHelperText id={`${id}-help`}>{help}</FormHelperText>}
    </div>
  );
}

/** Several entities of the catalog. */
export function EntitiesInput(props: {
  id: string;
  label: string;
  /** As a constant. */
  kinds: string[];
  value: readonly string[];
  help?: string;
  onChange: (refs: string[]) => void;
}) {
  const { id, label, kinds, value, help, onChange } = props;
  const search = useEntitySearch(kinds);
  const classes = useStyles();
  return (
    <div>
      {value.length > 0 && (
        <ul className={classes.chosen} aria-label={label}>
          {value.map(ref => (
            <li key={ref}>
              <RefChip
                entityRef={ref}
                onRemove={() => onChange(value.filter(one => one !== ref))}
              />
            </li>
          ))}
        </ul>
      )}
      <SearchBox
        // Empty again after each choice
        key={value.length}
        id={id}
        label={label}
        searchKey={kinds.join()}
        search={search}
        value={null}
        describedBy={help ? `${id}-help` : undefined}
        onChange={to => {
          if (to && !value.includes(to.ref)) {
            onChange([...value, to.ref]);
          }
        }}
      />
      {help && <FormHelperText id={`${id}-help`}>{help}</FormHelperText>}
    </div>
  );
}

/** An entity that was chosen, and the way to take it away. */
export function RefChip(props: {
  entityRef: string;
  role?: string;
  onRemove: () => void;
}) {
  const { entityRef, role, onRemove } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const title = useFoundByRef(entityRef)?.title ?? entityRef;
  const label = role ? `${role}: ${title}` : title;
  return (
    <Chip
      className={classes.chip}
      size="small"
      label={label}
      title={t('goals.form.removeNamed', { name: label })}
      onDelete={onRemove}
    />
  );
}
