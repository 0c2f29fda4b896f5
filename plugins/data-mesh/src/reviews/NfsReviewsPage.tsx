import { PageLayout } from '@backstage/frontend-plugin-api';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Container } from '@backstage/ui';
import { DataMeshIcon } from '../icons';
import { rootRouteRef } from '../routes';
import { useDataMeshTranslation } from '../translation';
import { ReviewsContent } from './ReviewsContent';

/** Reviews below a header of their own, as they are no tab. */
export function NfsReviewsPage() {
  const { t } = useDataMeshTranslation();
  const root = useRouteRef(rootRouteRef);
  return (
    <PageLayout
      title={t('reviews.title')}
      titleLink={root()}
      icon={<DataMeshIcon fontSize="inherit" />}
    >
      <Container>
        <main>
          <ReviewsContent />
        </main>
      </Container>
    </PageLayout>
  );
}
