import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { isWithoutBackend } from '../../components/errors';
import { LoadError } from '../../components/LoadError';
import { useDataMeshTranslation } from '../../translation';
import { DomainProfileView } from './DomainProfileView';
import { isDomainInMesh } from './isDomainInMesh';
import { ProductsByLevel } from './ProductsByLevel';
import { ThreeToStart } from './ThreeToStart';
import { DomainPage, useDomainPage } from './useDomainPage';

/** How a domain stands and what it does next; nothing where it takes no part. */
export function DomainMaturity() {
  const page = useDomainPage();
  const { t } = useDataMeshTranslation();
  const { data, error, refetch } = page.profile;
  if (hasNothingToSay(page)) {
    return null;
  }
  return (
    <EntityInfoCard title={t('domain.maturity.title')}>
      {content()}
    </EntityInfoCard>
  );

  function content() {
    if (data?.row) {
      return data.row.started ? (
        <>
          <DomainProfileView page={page} profile={data} row={data.row} />
          <ProductsByLevel row={data.row} />
        </>
      ) : (
        <ThreeToStart page={page} row={data.row} />
      );
    }
    if (data) {
      return (
        <Typography variant="body2" color="textSecondary">
          {t('domain.maturity.notYet')}
        </Typography>
      );
    }
    return error ? (
      <LoadError error={error} onRetry={refetch} />
    ) : (
      <div role="status" aria-label={t('domain.maturity.loading')}>
        <Skeleton variant="rect" height={200} />
        <Skeleton />
        <Skeleton width="60%" />
      </div>
    );
  }
}

function hasNothingToSay({ entity, profile }: DomainPage): boolean {
  const { data, error } = profile;
  if (data) {
    return !data.takesPart;
  }
  // No place is kept on a domain that has most likely nothing to do with us.
  return error ? isWithoutBackend(error) : !isDomainInMesh(entity);
}
