import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { ContractServiceLevel } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';
import { useServiceLevelWords } from './useServiceLevelWords';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(2) },
}));

/** What the contract promises about time and availability. */
export function ServiceLevels(props: {
  levels: readonly ContractServiceLevel[];
}) {
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const serviceLevelWords = useServiceLevelWords();
  const driverWords = useDriverWords();
  if (!props.levels.length) {
    return null;
  }
  return (
    <EntityInfoCard title={t('contract.serviceLevels.title')}>
      <ul className={classes.list}>
        {props.levels.map((level, index) => {
          const more = [
            level.description,
            level.element &&
              t('contract.serviceLevels.element', { element: level.element }),
            level.driver && driverWords(level.driver),
            level.schedule,
          ].filter(Boolean);
          return (
            <li key={index}>
              <Typography variant="body2">
                {serviceLevelWords(level)}
              </Typography>
              {more.length > 0 && (
                <Typography variant="body2" color="textSecondary">
                  {more.join(', ')}
                </Typography>
              )}
            </li>
          );
        })}
      </ul>
    </EntityInfoCard>
  );
}

const DRIVERS = ['regulatory', 'analytics', 'operational'] as const;

/** Why a promise is made. */
function useDriverWords(): (driver: string) => string {
  const { t } = useDataMeshTranslation();
  return driver => {
    const known = DRIVERS.find(word => word === driver.toLocaleLowerCase());
    return known
      ? t(`contract.serviceLevels.driver.${known}`)
      : t('contract.serviceLevels.driver.other', { driver });
  };
}
