import { useMyWork } from '../api';
import { PageError } from '../components/PageError';
import { ProductListSkeleton } from '../products/ProductListSkeleton';
import { useDataMeshTranslation } from '../translation';
import { MyWorkLists } from './MyWorkLists';

/** The tab My work: what waits for the person who is signed in. */
export function MyWorkContent() {
  const { t } = useDataMeshTranslation();
  const { data, error, refetch } = useMyWork();

  if (data) {
    return <MyWorkLists work={data} />;
  }
  if (error) {
    return <PageError error={error} onRetry={refetch} />;
  }
  return (
    <div role="status" aria-label={t('myWork.loading')}>
      <ProductListSkeleton rows={3} />
    </div>
  );
}
