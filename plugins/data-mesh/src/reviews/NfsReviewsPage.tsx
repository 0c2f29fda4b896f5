import { OwnPage } from '../page/OwnPage';
import { useDataMeshTranslation } from '../translation';
import { ReviewsContent } from './ReviewsContent';

/** Reviews below a header of their own, as they are no tab. */
export function NfsReviewsPage() {
  const { t } = useDataMeshTranslation();
  return (
    <OwnPage title={t('reviews.title')}>
      <ReviewsContent />
    </OwnPage>
  );
}
