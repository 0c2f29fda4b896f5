import { ReactNode, useMemo } from 'react';
import Grid from '@material-ui/core/Grid';
import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { parseContract } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Fold } from '../components/Fold';
import { useDataMeshTranslation } from '../translation';
import { ContractHeader } from './ContractHeader';
import { ContractProblems } from './ContractProblems';
import { ContractText } from './ContractText';
import { Support, Team } from './People';
import { QualityRules } from './QualityRules';
import { Roles } from './Roles';
import { Schema } from './Schema';
import { Servers } from './Servers';
import { ServiceLevels } from './ServiceLevels';

const useStyles = makeStyles(theme => ({
  columns: {
    columnGap: theme.spacing(3),
    [theme.breakpoints.up('md')]: { columnCount: 2 },
  },
  section: {
    breakInside: 'avoid',
    paddingBottom: theme.spacing(3),
    // A section that has nothing to say renders nothing, and takes no room.
    '&:empty': { display: 'none' },
  },
}));

/** A contract, read from its text; when it cannot be read, why and where. */
export function ContractView(props: {
  text: string;
  /** Stands beside what the contract says of itself. */
  aside?: ReactNode;
}) {
  const { text, aside } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const { contract, problems } = useMemo(() => parseContract(text), [text]);
  const marked = problems.flatMap(({ line }) => line ?? []);

  if (!contract) {
    return (
      <Grid container spacing={3}>
        <Grid item xs={12} md={8}>
          <EntityInfoCard title={t('contract.header.title')}>
            <ContractProblems problems={problems} isUnreadable />
            <ContractText text={text} marked={marked} />
          </EntityInfoCard>
        </Grid>
        <Grid item xs={12} md={4}>
          {aside}
        </Grid>
      </Grid>
    );
  }
  return (
    <Grid container spacing={3}>
      {problems.length > 0 && (
        <Grid item xs={12}>
          <ContractProblems problems={problems} isUnreadable={false} />
          <Fold label={t('contract.text')}>
            <ContractText text={text} marked={marked} />
          </Fold>
        </Grid>
      )}
      <Grid item xs={12} md={8}>
        <ContractHeader contract={contract} />
      </Grid>
      <Grid item xs={12} md={4}>
        {aside}
      </Grid>
      <Grid item xs={12}>
        <Schema objects={contract.objects} />
      </Grid>
      <Grid item xs={12}>
        <div className={classes.columns}>
          {[
            <QualityRules objects={contract.objects} />,
            <ServiceLevels levels={contract.serviceLevels} />,
            <Servers servers={contract.servers} />,
            <Team team={contract.team} />,
            <Support support={contract.support} />,
            <Roles roles={contract.roles} />,
          ].map((section, index) => (
            <div key={index} className={classes.section}>
              {section}
            </div>
          ))}
        </div>
      </Grid>
    </Grid>
  );
}
