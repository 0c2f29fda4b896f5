import Typography from '@material-ui/core/Typography';
import {
  ResultsList,
  ResultsQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Loaded, useOutline, useResultsList } from '../../api';
import { useDataMeshTranslation } from '../../translation';
import {
  OpenPoint,
  OWNERSHIP_FAULTS,
  ownershipCodes,
  pointsInList,
} from './openPoints';

/** Products with something open that a card may have, in one request. */
const limit = 100;

/** What is open on the products of a domain or team. */
export function useProductsPoints(
  query: Pick<ResultsQuery, 'domain' | 'owner'>,
  options: { enabled?: boolean } = {},
): Loaded<ResultsList> & { points: OpenPoint[]; more: number } {
  const list = useResultsList(
    {
      ...query,
      ruleSet: OWNERSHIP_FAULTS,
      rule: [...ownershipCodes],
      status: ['fail'],
      limit,
    },
    options,
  );
  const outline = useOutline(OWNERSHIP_FAULTS, 'DataProduct');
  const { data } = list;
  const items = data?.items.filter(({ entity }) => isProductRef(entity.ref));
  return {
    ...list,
    points: items ? pointsInList({ ...data!, items }, outline) : [],
    more: data ? Math.max(0, data.total - data.items.length) : 0,
  };
}

/** Says that there is more than what is listed. */
export function MoreProducts({ more }: { more: number }) {
  const { t } = useDataMeshTranslation();
  return more > 0 ? (
    <Typography variant="body2">
      {t('ownership.more', { count: more })}
    </Typography>
  ) : null;
}

function isProductRef(ref: string): boolean {
  return ref.startsWith('dataproduct:');
}
