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
  /** The product that is changed is the most similar of all. */
  except?: string;
}) {
  const { except } = answers;
  const name = answers.name?.slice(0, MAX_NAME);
  const purpose = answers.purpose.slice(0, MAX_PURPOSE);
  return useDataMeshQuery({
    key: ['similar-products', name, purpose, except],
    enabled: purpose.length >= MIN_LENGTH,
    keepPrevious: true,
    ask: (api, signal) =>
      api.getSimilarProducts({ name, purpose, except }, { signal }),
  });
}
