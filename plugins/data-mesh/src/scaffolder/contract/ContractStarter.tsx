import { useState } from 'react';
import Button from '@material-ui/core/Button';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormLabel from '@material-ui/core/FormLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import {
  ContractObjectDraft,
  ContractSource,
  contractSourceFormats,
  MAX_CONTRACT_SOURCE_LENGTH,
  sqlDialects,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { LoadError } from '../../components/LoadError';
import { useDataMeshTranslation } from '../../translation';
import { NotRead } from './NotRead';
import { keepPasted, pastedFor } from './pasted';
import { useReadSource } from './useReadSource';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(1, 0) },
  dialect: { width: '14rem' },
  text: { fontFamily: 'monospace', fontSize: theme.typography.body2.fontSize },
}));

/** Starts a contract from a text that people have at hand. */
export function ContractStarter(props: {
  id: string;
  portId: string | undefined;
  onRead: (objects: ContractObjectDraft[]) => void;
}) {
  const { id, portId, onRead } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const [source, setSource] = useState<ContractSource>(
    () => pastedFor(portId) ?? { format: 'sql', text: '' },
  );
  const { read, reading, error, isReading } = useReadSource();
  const tooLong = source.text.length - MAX_CONTRACT_SOURCE_LENGTH;

  const change = (changed: ContractSource) => {
    setSource(changed);
    keepPasted(portId, changed);
  };
  const readIt = async () => {
    const found = await read(source);
    if (found?.objects.length) {
      onRead(found.objects);
    }
  };

  return (
    <div className={classes.root}>
      <FormControl component="fieldset">
        <FormLabel component="legend">
          {t('scaffolder.contract.format')}
        </FormLabel>
        <RadioGroup
          row
          name={`${id}-format`}
          value={source.format}
          onChange={event => {
            const format = contractSourceFormats.find(
              known => known === event.target.value,
            );
            change({ ...source, format: format ?? source.format });
          }}
        >
          {contractSourceFormats.map(format => (
            <FormControlLabel
              key={format}
              value={format}
              label={t(`scaffolder.contract.formats.${format}`)}
              control={<Radio color="primary" size="small" />}
            />
          ))}
        </RadioGroup>
      </FormControl>
      {source.format === 'sql' && (
        <TextField
          id={`${id}-dialect`}
          className={classes.dialect}
          select
          label={t('scaffolder.contract.dialect')}
          value={source.dialect ?? ''}
          onChange={event =>
            change({ ...source, dialect: event.target.value || undefined })
          }
          variant="outlined"
          margin="dense"
          InputLabelProps={{ shrink: true }}
          SelectProps={{ native: true }}
        >
          <option value="">{t('scaffolder.contract.anyDialect')}</option>
          {sqlDialects.map(dialect => (
            <option key={dialect}>{dialect}</option>
          ))}
        </TextField>
      )}
      <TextField
        id={`${id}-text`}
        label={t('scaffolder.contract.paste')}
        placeholder={t(`scaffolder.contract.examples.${source.format}`)}
        value={source.text}
        onChange={event => change({ ...source, text: event.target.value })}
        error={tooLong > 0}
        helperText={
          tooLong > 0
            ? t('scaffolder.contract.tooLong', { count: tooLong })
            : t('scaffolder.contract.notKept')
        }
        multiline
        minRows={8}
        maxRows={16}
        fullWidth
        variant="outlined"
        margin="dense"
        InputLabelProps={{ shrink: true }}
        inputProps={{ className: classes.text, spellCheck: false }}
      />
      <Button
        variant="outlined"
        color="primary"
        disabled={!source.text.trim() || tooLong > 0 || isReading}
        onClick={readIt}
      >
        {isReading
          ? t('scaffolder.contract.reading')
          : t('scaffolder.contract.read')}
      </Button>
      <div role="status">
        {error && <LoadError error={error} onRetry={readIt} />}
        {reading && <NotRead reading={reading} />}
      </div>
    </div>
  );
}
