import { lazy, Suspense, useState } from 'react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { Progress } from '@backstage/core-components';
import { useDataMeshTranslation } from '../../translation';
import { PortInForm, withObjects } from '../outputs/PortInForm';
import { ContractObjects } from './ContractObjects';
import { keepDescriptions } from './keepDescriptions';
import { pastedFor } from './pasted';

const ContractStarter = lazy(() =>
  import('./ContractStarter').then(m => ({ default: m.ContractStarter })),
);

const useStyles = makeStyles(theme => ({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
    marginTop: theme.spacing(1),
  },
}));

/** The contract of a port: started from a text, then described. */
export function ContractOfPort(props: {
  id: string;
  port: PortInForm;
  problem: (...place: (string | number)[]) => string | undefined;
  onChange: (port: PortInForm) => void;
}) {
  const { id, port, problem, onChange } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const objects = port.contract?.objects ?? [];
  const [isStarting, setStarting] = useState(
    Boolean(pastedFor(port.id)) && !objects.length,
  );

  const words = () => {
    if (objects.length) {
      return t('scaffolder.contract.has', {
        count: objects.reduce((sum, { fields }) => sum + fields.length, 0),
      });
    }
    return port.contract?.ref
      ? t('scaffolder.contract.stays', { contract: port.contract.ref })
      : t('scaffolder.contract.none');
  };

  return (
    <>
      <div className={classes.head}>
        <Typography variant="body2">{words()}</Typography>
        <Button
          size="small"
          color="primary"
          aria-expanded={isStarting}
          onClick={() => setStarting(!isStarting)}
        >
          {isStarting && t('scaffolder.contract.close')}
          {!isStarting &&
            (objects.length
              ? t('scaffolder.contract.again')
              : t('scaffolder.contract.start'))}
        </Button>
        {objects.length > 0 && (
          <Button
            size="small"
            onClick={() =>
              onChange({
                ...port,
                contract: port.contract?.ref
                  ? { ...port.contract, objects: [] }
                  : undefined,
              })
            }
          >
            {t('scaffolder.contract.remove')}
          </Button>
        )}
      </div>
      {isStarting && (
        <Suspense fallback={<Progress />}>
          <ContractStarter
            id={`${id}-start`}
            portId={port.id}
            onRead={read => {
              onChange(withObjects(port, keepDescriptions(objects, read)));
            }}
          />
        </Suspense>
      )}
      <ContractObjects
        id={`${id}-objects`}
        objects={objects}
        problem={(...place) => problem('objects', ...place)}
        onChange={changed => onChange(withObjects(port, changed))}
      />
    </>
  );
}
