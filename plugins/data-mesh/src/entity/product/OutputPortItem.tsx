import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  OutputPort,
  ProductContract,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { CopyableText } from '../../components/CopyableText';
import { SafeLink } from '../../components/SafeLink';
import { safeUrl } from '../../components/safeUrl';
import { useDataMeshTranslation } from '../../translation';
import { PortContractLine } from './PortContractLine';
import { portKind } from './portKind';
import { PortExample } from './PortExample';

const useStyles = makeStyles(theme => ({
  root: {
    '& + &': {
      marginTop: theme.spacing(2),
      paddingTop: theme.spacing(2),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  },
  name: { fontWeight: 'bold' },
  address: { margin: theme.spacing(0.5, 0) },
  description: { whiteSpace: 'pre-line' },
}));

/** One way to reach the data. */
export function OutputPortItem(props: {
  port: OutputPort;
  contract: ProductContract | undefined;
  contractRef: string | undefined;
}) {
  const { port, contract, contractRef } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const kind = portKind(port.type);
  // Name and version together are the key of a port.
  const label = [port.name, port.version].filter(Boolean).join(' ');
  const facts = [
    port.title && port.name,
    kind ? t(`product.use.kind.${kind}`) : port.type,
    port.version && t('product.use.version', { version: port.version }),
    port.platform,
    port.environment,
    port.classification,
    port.containsPii && t('product.about.pii'),
    port.status,
    port.deprecated && t('product.use.deprecated'),
  ].filter(Boolean);

  return (
    <li className={classes.root}>
      <Typography variant="body2" component="div">
        <span className={classes.name}>{port.title ?? port.name}</span>
        {facts.map(fact => ` · ${fact}`)}
      </Typography>
      {port.description && (
        <Typography variant="body2" className={classes.description}>
          {port.description}
        </Typography>
      )}
      {port.location ? (
        <div className={classes.address}>
          <CopyableText
            text={port.location}
            copyLabel={t('product.use.copyAddress', { port: label })}
          />
          {kind !== 'file' && safeUrl(port.location) && (
            <Typography variant="body2">
              <SafeLink url={port.location}>
                {kind === 'dashboard'
                  ? t('product.use.openDashboard')
                  : t('product.use.openAddress')}
              </SafeLink>
            </Typography>
          )}
        </div>
      ) : (
        <Typography variant="body2" color="textSecondary">
          {t('product.use.noAddress')}
        </Typography>
      )}
      <PortExample
        port={port}
        label={label}
        kind={kind}
        contractRef={
          contract?.entity.exists === false ? undefined : contractRef
        }
      />
      <PortContractLine
        port={port}
        contract={contract}
        contractRef={contractRef}
      />
    </li>
  );
}
