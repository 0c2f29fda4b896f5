import { ReactNode } from 'react';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import Skeleton from '@material-ui/lab/Skeleton';
import { usePermission } from '@backstage/plugin-permission-react';
import { Link } from '@backstage/core-components';
import { ruleSetManagePermission } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Loaded, useEvidenceSources, useRuleSets, useStatus } from '../api';
import { isWithoutBackend } from '../components/errors';
import { LoadError } from '../components/LoadError';
import { useMissingFieldsLink } from '../missingFields/useMissingFieldsLink';
import { NoBackend } from '../components/NoBackend';
import { useDataMeshTranslation } from '../translation';
import { EvidenceKeys } from './EvidenceKeys';
import { GoalsFromGit } from './goals/GoalsFromGit';
import { NotMeasured } from './NotMeasured';
import { Part } from './Part';
import { RuleSets } from './RuleSets';
import { Sources } from './Sources';
import { Status } from './Status';

/** The tab Set-up: which rules hold, and where evidence comes from. */
export function SetUpContent() {
  const { t } = useDataMeshTranslation();
  const { loading, allowed } = usePermission({
    permission: ruleSetManagePermission,
  });
  if (loading) {
    return <Waiting />;
  }
  return allowed ? (
    <SetUp />
  ) : (
    <Alert severity="info">
      <AlertTitle>{t('setUp.notYours.title')}</AlertTitle>
      {t('setUp.notYours.text')}
    </Alert>
  );
}

function SetUp() {
  const { t } = useDataMeshTranslation();
  const ruleSets = useRuleSets();
  const sources = useEvidenceSources();
  const status = useStatus();
  const missingFields = useMissingFieldsLink();
  if (ruleSets.error && isWithoutBackend(ruleSets.error)) {
    return <NoBackend />;
  }
  return (
    <>
      {missingFields && (
        <Typography paragraph>
          <Link to={missingFields}>{t('setUp.missing')}</Link>
        </Typography>
      )}
      <WhenLoaded title={t('setUp.sets.title')} loaded={ruleSets}>
        {({ items }) => (
          <>
            <RuleSets sets={items} />
            <NotMeasured sets={items} />
          </>
        )}
      </WhenLoaded>
      <WhenLoaded title={t('setUp.sources.title')} loaded={sources}>
        {known => (
          <>
            <Sources sources={known.sources} />
            <EvidenceKeys keys={known.keys} />
          </>
        )}
      </WhenLoaded>
      <GoalsFromGit />
      <WhenLoaded title={t('setUp.status.title')} loaded={status}>
        {known => <Status status={known} />}
      </WhenLoaded>
    </>
  );
}

/** One part that cannot be loaded takes no other one down. */
function WhenLoaded<T>(props: {
  title: string;
  loaded: Loaded<T>;
  children: (data: T) => ReactNode;
}) {
  const { data, error, refetch } = props.loaded;
  if (data) {
    return <>{props.children(data)}</>;
  }
  return error ? (
    <Part title={props.title}>
      <LoadError error={error} onRetry={refetch} />
    </Part>
  ) : (
    <Waiting />
  );
}

function Waiting() {
  const { t } = useDataMeshTranslation();
  return (
    <div role="status" aria-label={t('setUp.loading')}>
      <Skeleton variant="rect" height={120} />
    </div>
  );
}
