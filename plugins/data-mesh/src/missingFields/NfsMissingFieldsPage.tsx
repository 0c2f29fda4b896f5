import { OwnPage } from '../page/OwnPage';
import { useDataMeshTranslation } from '../translation';
import { MissingFieldsContent } from './MissingFieldsContent';

/** The sheet below a header of its own, as it is no tab. */
export function NfsMissingFieldsPage() {
  const { t } = useDataMeshTranslation();
  return (
    <OwnPage title={t('missingFields.title')}>
      <MissingFieldsContent />
    </OwnPage>
  );
}
