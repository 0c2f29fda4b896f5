import Typography from '@material-ui/core/Typography';
import Skeleton from '@material-ui/lab/Skeleton';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { isWithoutBackend } from '../../../components/errors';
import { LoadError } from '../../../components/LoadError';
import { RuleDialogs } from '../../../results';
import { useDataMeshTranslation } from '../../../translation';
import { MaturityView } from './MaturityView';
import { useProductMaturity } from './useProductMaturity';

/** The tab Maturity of a data product: all of what the card tells in short. */
export function MaturityContent() {
  const { t } = useDataMeshTranslation();
  const todo = useProductMaturity();
  const { results, maturity, error, isPending, refetch } = todo;

  const content = () => {
    if (isPending) {
      return (
        <div role="status" aria-label={t('maturity.loading')}>
          <Skeleton width="40%" height={32} />
          <Skeleton height={80} />
          <Skeleton height={80} />
        </div>
      );
    }
    if (error && !isWithoutBackend(error)) {
      return <LoadError error={error} onRetry={refetch} />;
    }
    if (error || !results || !maturity) {
      return (
        <Typography>
          {t(error ? 'maturity.unknown' : 'maturity.notYet')}
        </Typography>
      );
    }
    return <MaturityView {...todo} results={results} maturity={maturity} />;
  };
  return (
    <RuleDialogs>
      <EntityInfoCard>{content()}</EntityInfoCard>
    </RuleDialogs>
  );
}
