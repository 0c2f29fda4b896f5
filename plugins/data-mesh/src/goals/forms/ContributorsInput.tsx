import { useState } from 'react';
import Button from '@material-ui/core/Button';
import FormHelperText from '@material-ui/core/FormHelperText';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { withoutAt } from '../../scaffolder/lists';
import { useDataMeshTranslation } from '../../translation';
import { EntityInput, RefChip } from './EntityInput';
import { Contributor } from './nodeDraft';

const kinds = ['Group', 'User'];

const useStyles = makeStyles(theme => ({
  chosen: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    listStyle: 'none',
    margin: 0,
    padding: 0,
  },
  add: {
    display: 'grid',
    gridTemplateColumns: 'minmax(7rem, 1fr) minmax(10rem, 2fr) auto',
    gap: theme.spacing(1),
    alignItems: 'end',
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
}));

/** Who else does something for a node, and what. */
export function ContributorsInput(props: {
  id: string;
  label: string;
  value: readonly Contributor[];
  help?: string;
  onChange: (contributors: Contributor[]) => void;
}) {
  const { id, label, value, help, onChange } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const [role, setRole] = useState('');
  const [ref, setRef] = useState('');
  return (
    <div role="group" aria-label={label}>
      {value.length > 0 && (
        <ul className={classes.chosen} aria-label={label}>
          {value.map((one, index) => (
            <li key={`${one.role} ${one.ref}`}>
              <RefChip
                entityRef={one.ref}
                role={one.role}
                onRemove={() => onChange(withoutAt(value, index))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className={classes.add}>
        <TextField
          id={`${id}-role`}
          label={t('goals.form.role')}
          value={role}
          onChange={event => setRole(event.target.value)}
          inputProps={{ maxLength: 100 }}
        />
        <EntityInput
          id={id}
          label={label}
          kinds={kinds}
          value={ref}
          onChange={setRef}
        />
        <Button
          variant="outlined"
          disabled={!role.trim() || !ref}
          onClick={() => {
            onChange([...value, { role: role.trim(), ref }]);
            setRole('');
            setRef('');
          }}
        >
          {t('goals.form.addContributor')}
        </Button>
      </div>
      {help && <FormHelperText>{help}</FormHelperText>}
    </div>
  );
}
