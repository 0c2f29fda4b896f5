import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { ContractServer } from '@backstage-data-mesh/plugin-data-mesh-common';
import { CopyableText } from '../components/CopyableText';
import { Fact, Facts } from '../components/Facts';
import { useDataMeshTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  server: { '& + &': { marginTop: theme.spacing(3) } },
  name: { fontWeight: 'bold' },
}));

/** Where the data is, with settings to copy. */
export function Servers(props: { servers: readonly ContractServer[] }) {
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  if (!props.servers.length) {
    return null;
  }
  return (
    <EntityInfoCard title={t('contract.servers.title')}>
      {props.servers.map((server, index) => (
        <div key={index} className={classes.server}>
          <Typography variant="body2" className={classes.name}>
            {[server.name, server.type, server.environment]
              .filter(Boolean)
              .join(' · ')}
          </Typography>
          {server.description && (
            <Typography variant="body2">{server.description}</Typography>
          )}
          <Facts>
            {server.settings.map(({ name, value }) => (
              <Fact key={name} name={name}>
                <CopyableText
                  text={value}
                  copyLabel={t('contract.servers.copy', { name })}
                />
              </Fact>
            ))}
          </Facts>
        </div>
      ))}
    </EntityInfoCard>
  );
}
