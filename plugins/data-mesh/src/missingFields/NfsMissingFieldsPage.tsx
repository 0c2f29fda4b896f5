import { PageLayout } from '@backstage/frontend-plugin-api';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Container } from '@backstage/ui';
import { DataMeshIcon } from '../icons';
import { rootRouteRef } from '../routes';
import { useDataMeshTranslation } from '../translation';
import { MissingFieldsContent } from './MissingFieldsContent';

/** The sheet below a header of its own, as it is no tab. */
export function NfsMissingFieldsPage() {
  const { t } = useDataMeshTranslation();
  const root = useRouteRef(rootRouteRef);
  return (
    <PageLayout
      title={t('missingFields.title')}
      titleLink={root()}
      icon={<DataMeshIcon fontSize="inherit" />}
    >
      <Container>
        <main>
          <MissingFieldsContent />
        </main>
      </Container>
    </PageLayout>
  );
}
