import IconButton from '@material-ui/core/IconButton';
import TextField from '@material-ui/core/TextField';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import Delete from '@material-ui/icons/DeleteOutline';
import { InputPortDraft } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../translation';
import { LinkAside } from '../LinkAside';
import { useFoundByRef } from '../search/useFoundByRef';

const useStyles = makeStyles(theme => ({
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
  },
  name: { width: '16rem' },
  source: { flex: '1 1 16rem', minWidth: 0 },
}));

/** One input: the name it has here, and what it reads. */
export function InputPortItem(props: {
  id: string;
  port: InputPortDraft;
  problem: (place: string) => string | undefined;
  onChange: (port: InputPortDraft) => void;
  onRemove: () => void;
}) {
  const { id, port, problem, onChange, onRemove } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const externalProblem = problem('externalSource') ?? problem('source');

  return (
    <li className={classes.item}>
      <TextField
        id={`${id}-name`}
        className={classes.name}
        label={t('scaffolder.inputs.name')}
        variant="outlined"
        margin="dense"
        required
        value={port.name ?? ''}
        error={Boolean(problem('name'))}
        helperText={problem('name')}
        onChange={event => onChange({ ...port, name: event.target.value })}
      />
      <div className={classes.source}>
        {port.source ? (
          <ProductSource port={port} />
        ) : (
          <TextField
            id={`${id}-external`}
            label={t('scaffolder.inputs.external')}
            placeholder={t('scaffolder.inputs.externalExample')}
            variant="outlined"
            margin="dense"
            fullWidth
            required
            value={port.externalSource ?? ''}
            error={Boolean(externalProblem)}
            helperText={externalProblem}
            onChange={event =>
              onChange({ ...port, externalSource: event.target.value })
            }
          />
        )}
      </div>
      <IconButton
        aria-label={t('scaffolder.inputs.remove', { name: port.name })}
        onClick={onRemove}
      >
        <Delete />
      </IconButton>
    </li>
  );
}

function ProductSource({ port }: { port: InputPortDraft }) {
  const { t } = useDataMeshTranslation();
  const product = useFoundByRef(port.source);
  const details = [
    port.sourcePort && t('scaffolder.inputs.port', { port: port.sourcePort }),
    port.version && t('scaffolder.inputs.version', { version: port.version }),
    port.contract &&
      t('scaffolder.inputs.contract', { contract: nameIn(port.contract) }),
  ].filter(Boolean);
  return (
    <Typography variant="body2">
      {product && <LinkAside to={product.ref} title={product.title} />}
      {details.length > 0 && `: ${details.join(', ')}`}
    </Typography>
  );
}

function nameIn(ref: string): string {
  return ref.replace(/^.*[:/]/, '');
}
