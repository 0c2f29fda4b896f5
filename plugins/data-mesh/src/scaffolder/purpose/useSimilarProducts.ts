import { useDataMeshQuery } from '../../api/useDataMeshQuery';

/** Shorter texts are like everything. */
const MIN_LENGTH = 12;
/** The longest texts that the backend compares. */
const MAX_NAME = 63;
const MAX_PURPOSE = 400;

/** Products that are like the one that is being described. */
export function useSimilarProducts(answers: {
  name?: string;
  purpose: string;
}) {
  const name = answers.name?.slice(0, MAX_NAME);
  const purpose = answers.purpose.slice(0, MAX_PURPOSE);
  return useDataMeshQuery({
    key: ['similar-products', name, purpose],
    enabled: purpose.length >= MIN_LENGTH,
    keepPrevious: true,
    ask: (api, signal) => api.getSimilarProducts({ name, purpose }, { signal }),
  });
}
