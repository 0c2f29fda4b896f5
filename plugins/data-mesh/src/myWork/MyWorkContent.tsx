import { useMyWork } from '../api';
import { isWithoutBackend } from '../components/errors';
import { LoadError } from '../components/LoadError';
import { NoBackend } from '../products/NoBackend';
import { ProductListSkeleton } from '../products/ProductListSkeleton';
import { useDataMeshTranslation } from '../translation';
import { MyWorkLists } from './MyWorkLists';

/** The tab My work: what waits for the person who is signed in. */
export function MyWorkContent() {
  const { t } = useDataMeshTranslation();
  const { data, error, isPending, refetch } = useMyWork();

  if (isPending) {
    return (
      <div role="status" aria-label={t('myWork.loading')}>
        <ProductListSkeleton rows={3} />
      </div>
    );
  }
  if (!data) {
    return error && !isWithoutBackend(error) ? (
      <LoadError error={error} onRetry={refetch} />
    ) : (
      <NoBackend />
    );
  }
  return <MyWorkLists work={data} />;
}
