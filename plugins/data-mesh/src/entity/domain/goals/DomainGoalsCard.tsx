import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import Skeleton from '@material-ui/lab/Skeleton';
import { useDomainProfile, useValueTree } from '../../../api';
import { isWithoutBackend } from '../../../components/errors';
import { LoadError } from '../../../components/LoadError';
import { useGoalsLink } from '../../../goals/useGoalsLink';
import { useDataMeshTranslation } from '../../../translation';
import { isDomainInMesh } from '../isDomainInMesh';
import { GoalsOfDomain } from './GoalsOfDomain';

/**
 * The goals of a domain, how they stand and what to look at first; nothing for
 * a domain that takes no part.
 */
export function DomainGoalsCard() {
  const { entity } = useEntity();
  const { t } = useDataMeshTranslation();
  const goalsLink = useGoalsLink();
  const domain = stringifyEntityRef(entity);
  const profile = useDomainProfile(domain);
  // Who has no backend, or may not read, has an answer for all cards at once.
  const takesPart = profile.data?.takesPart ?? isDomainInMesh(entity);
  const { data, error, refetch } = useValueTree(
    { domain },
    { enabled: takesPart },
  );

  if (!takesPart || (!data && error && isWithoutBackend(error))) {
    return null;
  }
  const all = data?.nodes.length ? goalsLink({ domain }) : undefined;
  return (
    <EntityInfoCard
      title={t('domainGoals.title')}
      footerActions={all && <Link to={all}>{t('domainGoals.all')}</Link>}
    >
      {content()}
    </EntityInfoCard>
  );

  function content() {
    if (data) {
      return (
        <GoalsOfDomain
          domain={domain}
          title={entity.metadata.title ?? entity.metadata.name}
          tree={data}
          row={profile.data?.row}
        />
      );
    }
    return error ? (
      <LoadError error={error} onRetry={refetch} />
    ) : (
      <div role="status" aria-label={t('domainGoals.loading')}>
        <Skeleton width="60%" />
        <Skeleton />
        <Skeleton />
        <Skeleton width="40%" />
      </div>
    );
  }
}
