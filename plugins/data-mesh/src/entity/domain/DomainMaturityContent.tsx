import Grid from '@material-ui/core/Grid';
import Typography from '@material-ui/core/Typography';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { isWithoutBackend } from '../../components/errors';
import { LoadError } from '../../components/LoadError';
import { Loading } from '../../components/Loading';
import { ExceptionList } from '../../results';
import { useDataMeshTranslation } from '../../translation';
import { DimensionRules } from './DimensionRules';
import { levelWords, profileOf } from './profileOf';
import { useDomainPage } from './useDomainPage';

/** The tab Maturity of a domain: all its rules, dimension by dimension. */
export function DomainMaturityContent() {
  const { ref, profile, toDo } = useDomainPage();
  const { t } = useDataMeshTranslation();
  const { data, isPending } = profile;
  const error = profile.error ?? toDo.error;

  if (data && !data.takesPart) {
    return <Typography>{t('domain.tab.notInMesh')}</Typography>;
  }
  if (isPending || toDo.isPending) {
    return (
      <Loading label={t('domain.maturity.loading')} lines={6} height={60} />
    );
  }
  if (error) {
    return isWithoutBackend(error) ? (
      <Typography color="textSecondary">
        {t('domain.maturity.notYet')}
      </Typography>
    ) : (
      <LoadError
        error={error}
        onRetry={profile.error ? profile.refetch : toDo.refetch}
      />
    );
  }
  if (!data?.row || !toDo.maturity) {
    return (
      <Typography color="textSecondary">
        {t('domain.maturity.notYet')}
      </Typography>
    );
  }
  const points = profileOf(data, data.row, toDo.maturity.outline);
  const levels = levelWords(toDo.maturity.outline, points);
  return (
    <>
      <Grid container spacing={3}>
        {points.map(point => (
          <Grid item xs={12} key={point.id}>
            <EntityInfoCard title={point.title}>
              <Typography variant="body2">
                {point.want === undefined
                  ? t('domain.tab.reached', { level: levels[point.now] })
                  : t('domain.tab.reachedWant', {
                      level: levels[point.now],
                      want: levels[point.want],
                    })}
              </Typography>
              <DimensionRules toDo={toDo} dimension={point.id} />
            </EntityInfoCard>
          </Grid>
        ))}
      </Grid>
      <ExceptionList entityRef={ref} />
    </>
  );
}
