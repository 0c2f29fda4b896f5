import { Link } from '@backstage/core-components';
import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import { Measure } from '@backstage-data-mesh/plugin-data-mesh-common';
import useAsync from 'react-use/esm/useAsync';
import { CopyableText } from '../../components/CopyableText';
import { docs } from '../../components/docs';
import { Fold } from '../../components/Fold';
import { useDataMeshTranslation } from '../../translation';
import { checkInRequest } from './checkInRequest';

type Named = { measure: Pick<Measure, 'id' | 'name'> };

/** What somebody needs to let a pipeline check in readings of a measure. */
export function ForPipeline({ measure }: Named) {
  const { t } = useDataMeshTranslation();
  return (
    <Fold label={t('goals.pipeline.title')}>
      <IdAndRequest measure={measure} />
    </Fold>
  );
}

function IdAndRequest({ measure: { id, name } }: Named) {
  const { t } = useDataMeshTranslation();
  const discovery = useApi(discoveryApiRef);
  const { value: baseUrl } = useAsync(
    () => discovery.getBaseUrl('data-mesh'),
    [discovery],
  );
  return (
    <>
      <div>{t('goals.pipeline.id')}</div>
      <CopyableText
        text={id}
        copyLabel={t('goals.pipeline.copyId', { name })}
      />
      {baseUrl && (
        <>
          <div>{t('goals.pipeline.request')}</div>
          <CopyableText
            text={checkInRequest(id, baseUrl)}
            copyLabel={t('goals.pipeline.copyRequest', { name })}
          />
        </>
      )}
      <Link to={`${docs}/goals.md#from-a-pipeline`} underline="always">
        {t('goals.pipeline.more')}
      </Link>
    </>
  );
}
