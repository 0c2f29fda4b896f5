import { ReactNode } from 'react';
import IconButton from '@material-ui/core/IconButton';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Delete from '@material-ui/icons/DeleteOutline';
import { outputPortTypes } from '@backstage-data-mesh/plugin-data-mesh-common';
import { ContractOfPort } from '../contract/ContractOfPort';
import { useDataMeshTranslation } from '../../translation';
import { TextInput } from '../TextInput';
import { PortInForm } from './PortInForm';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(1, 2, 2), marginBottom: theme.spacing(2) },
  head: {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'center',
  },
  answers: {
    display: 'grid',
    gap: theme.spacing(0, 2),
    gridTemplateColumns: 'repeat(auto-fit, minmax(14rem, 1fr))',
  },
}));

/** One way in: its name, its kind, where it is, and its contract. */
export function OutputPortItem(props: {
  id: string;
  port: PortInForm;
  problem: (...place: (string | number)[]) => string | undefined;
  onChange: (port: PortInForm) => void;
  onRemove: () => void;
}) {
  const { id, port, problem, onChange, onRemove } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();

  const input = (
    key: 'name' | 'type' | 'version' | 'platform' | 'location' | 'description',
    more: { placeholder?: string; list?: string; required?: boolean } = {},
  ): ReactNode => (
    <TextInput
      id={`${id}-${key}`}
      label={t(`scaffolder.outputs.${key}`)}
      value={port[key]}
      problem={problem(key)}
      onChange={value => onChange({ ...port, [key]: value })}
      {...more}
    />
  );

  return (
    <li>
      <Paper
        variant="outlined"
        component="section"
        aria-label={port.name}
        className={classes.root}
      >
        <div className={classes.head}>
          <Typography variant="subtitle1" component="h3">
            {port.name || t('scaffolder.outputs.unnamed')}
          </Typography>
          <IconButton
            aria-label={t('scaffolder.outputs.remove', { name: port.name })}
            onClick={onRemove}
          >
            <Delete />
          </IconButton>
        </div>
        <div className={classes.answers}>
          {input('name', { required: true })}
          {input('type', { list: `${id}-types`, placeholder: 'sql' })}
          {input('version', { placeholder: '1.0.0' })}
          {input('platform', { placeholder: 'snowflake, kafka, s3' })}
          {input('location', {
            placeholder: t('scaffolder.outputs.locationExample'),
          })}
        </div>
        {input('description')}
        <datalist id={`${id}-types`}>
          {outputPortTypes.map(type => (
            <option key={type} value={type} />
          ))}
        </datalist>
        <ContractOfPort
          id={`${id}-contract`}
          port={port}
          problem={(...place) => problem('contract', ...place)}
          onChange={onChange}
        />
      </Paper>
    </li>
  );
}
