import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Contract } from '@backstage-data-mesh/plugin-data-mesh-common';
import { dateWords } from '../components/dateWords';
import { SafeLink } from '../components/SafeLink';
import { useDataMeshTranslation } from '../translation';

const useStyles = makeStyles(theme => ({
  list: { margin: 0, paddingLeft: theme.spacing(2) },
  item: { ...theme.typography.body2 },
}));

/** The team as the contract names it. */
export function Team({ team }: Pick<Contract, 'team'>) {
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  if (!team.name && !team.description && !team.members.length) {
    return null;
  }
  return (
    <EntityInfoCard title={t('contract.team.title')}>
      {team.name && <Typography variant="body2">{team.name}</Typography>}
      {team.description && (
        <Typography variant="body2" color="textSecondary">
          {team.description}
        </Typography>
      )}
      <ul className={classes.list}>
        {team.members.map((member, index) => (
          <li key={index} className={classes.item}>
            {[
              member.name
                ? `${member.name} (${member.username})`
                : member.username,
              member.role,
              member.dateOut
                ? t('contract.team.until', { date: dateWords(member.dateOut) })
                : member.dateIn &&
                  t('contract.team.since', { date: dateWords(member.dateIn) }),
              member.description,
            ]
              .filter(Boolean)
              .join(', ')}
          </li>
        ))}
      </ul>
    </EntityInfoCard>
  );
}

/** Where to ask about the data. */
export function Support({ support }: Pick<Contract, 'support'>) {
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  if (!support.length) {
    return null;
  }
  return (
    <EntityInfoCard title={t('contract.support.title')}>
      <ul className={classes.list}>
        {support.map(({ channel, url, tool, scope, description }, index) => (
          <li key={index} className={classes.item}>
            <SafeLink url={url}>{channel}</SafeLink>
            {[tool, scope, description]
              .filter(Boolean)
              .map(text => `, ${text}`)}
          </li>
        ))}
      </ul>
    </EntityInfoCard>
  );
}
