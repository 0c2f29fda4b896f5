import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  DomainProfile,
  DomainRow,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { ProfileChart } from '../../components/charts/ProfileChart';
import { dateWords } from '../../components/dateWords';
import { useDataMeshTranslation } from '../../translation';
import { Aspiration } from './Aspiration';
import { NextSteps } from './NextSteps';
import { differencesFrom, levelWords, profileOf } from './profileOf';
import { DomainPage } from './useDomainPage';

const useStyles = makeStyles(theme => ({
  weakest: { marginTop: theme.spacing(1), fontWeight: 'bold' },
}));

/** The radar, and what to do first in the weakest dimension. */
export function DomainProfileView(props: {
  page: DomainPage;
  profile: DomainProfile;
  row: DomainRow;
}) {
  const { page, profile, row } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const outline = page.toDo.maturity?.outline;
  const points = profileOf(profile, row, outline);
  const levels = levelWords(outline, points);
  const weakest = points.find(({ id }) => id === row.weakest?.dimension);
  const isLasting = points.every(({ now }) => now >= levels.length - 1);
  const changes = differencesFrom(profile.before, points).map(
    ({ title, from, to }) =>
      t('domain.maturity.beforeChange', {
        dimension: title,
        from: String(from),
        to: String(to),
      }),
  );

  return (
    <>
      <ProfileChart
        label={t('domain.maturity.chart', { domain: row.domain.title })}
        points={points}
        levels={levels}
      />
      {profile.before && (
        <Typography variant="body2" color="textSecondary">
          {t('domain.maturity.before', {
            date: dateWords(profile.before.day),
            changes: changes.join(', ') || t('domain.maturity.beforeSame'),
          })}
        </Typography>
      )}
      <Aspiration toDo={page.toDo} points={points} levels={levels} row={row} />
      {isLasting && (
        <Typography variant="body2">
          {t('domain.maturity.allLasting')}
        </Typography>
      )}
      {weakest && !isLasting && (
        <>
          <Typography variant="body2" className={classes.weakest}>
            {t('domain.maturity.weakest', {
              dimension: weakest.title,
              level: levels[weakest.now] ?? String(weakest.now),
            })}
          </Typography>
          <NextSteps
            toDo={page.toDo}
            dimension={weakest.id}
            level={levels[weakest.now + 1] ?? ''}
          />
        </>
      )}
    </>
  );
}
