import { useEffect, useState } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Delete from '@material-ui/icons/DeleteOutline';
import {
  FieldDraft,
  fieldTypes,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../translation';

const useStyles = makeStyles(theme => ({
  name: { fontFamily: 'monospace', whiteSpace: 'nowrap' },
  type: {
    font: 'inherit',
    color: 'inherit',
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    padding: theme.spacing(0.5),
  },
  description: {
    font: 'inherit',
    color: 'inherit',
    background: 'transparent',
    width: '100%',
    minWidth: '14rem',
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    padding: theme.spacing(0.75, 1),
    '&::placeholder': { color: theme.palette.text.secondary, opacity: 1 },
    '&:focus': {
      outline: 'none',
      borderColor: theme.palette.primary.main,
      boxShadow: `0 0 0 1px ${theme.palette.primary.main}`,
    },
  },
}));

/** One field of a contract: what was read, to be put right and described. */
export function FieldInputs(props: {
  id: string;
  field: FieldDraft;
  depth: number;
  onChange: (change: Partial<FieldDraft> | null) => void;
}) {
  const { id, field, depth, onChange } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const { name } = field;
  const check = (key: 'primaryKey' | 'required', label: string) => (
    <Checkbox
      size="small"
      color="primary"
      checked={Boolean(field[key])}
      onChange={event => onChange({ [key]: event.target.checked || undefined })}
      inputProps={{ 'aria-label': label }}
    />
  );

  return (
    <tr>
      <th
        scope="row"
        className={classes.name}
        style={{ paddingLeft: `${0.5 + depth * 1.5}rem` }}
      >
        {name}
      </th>
      <td title={field.physicalType}>
        <select
          className={classes.type}
          value={field.type}
          aria-label={t('scaffolder.contract.typeOf', { name })}
          onChange={event => {
            const type = fieldTypes.find(known => known === event.target.value);
            onChange({ type: type ?? field.type });
          }}
        >
          {fieldTypes.map(type => (
            <option key={type}>{type}</option>
          ))}
        </select>
      </td>
      <td>
        {depth === 0 &&
          check('primaryKey', t('scaffolder.contract.keyOf', { name }))}
      </td>
      <td>
        {check('required', t('scaffolder.contract.requiredOf', { name }))}
      </td>
      <td>
        <DescriptionInput
          id={`${id}-description`}
          name={name}
          value={field.description}
          className={classes.description}
          onChange={description => onChange({ description })}
        />
      </td>
      <td>
        <IconButton
          size="small"
          aria-label={t('scaffolder.contract.removeField', { name })}
          onClick={() => onChange(null)}
        >
          <Delete fontSize="small" />
        </IconButton>
      </td>
    </tr>
  );
}

/** Tells the form when it is left, as each change draws the whole form anew. */
function DescriptionInput(props: {
  id: string;
  name: string;
  value: string | undefined;
  className: string;
  onChange: (description: string | undefined) => void;
}) {
  const { id, name, value = '', className, onChange } = props;
  const { t } = useDataMeshTranslation();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);

  const report = () => {
    if (typed.trim() !== value) {
      onChange(typed.trim() || undefined);
    }
  };
  return (
    <input
      id={id}
      type="text"
      className={className}
      value={typed}
      maxLength={2000}
      placeholder={t('scaffolder.contract.describe')}
      aria-label={t('scaffolder.contract.descriptionOf', { name })}
      data-description
      onChange={event => setTyped(event.target.value)}
      onBlur={report}
      onKeyDown={event => {
        if (event.key === 'Enter') {
          // Goes on to the next field, not to the next page
          event.preventDefault();
          report();
          nextDescription(event.currentTarget)?.focus();
        }
      }}
    />
  );
}

function nextDescription(input: HTMLElement) {
  return input
    .closest('tr')
    ?.nextElementSibling?.querySelector<HTMLElement>('[data-description]');
}
