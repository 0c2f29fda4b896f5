import Typography from '@material-ui/core/Typography';
import {
  ProductList,
  ProductQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';
import { isNarrowed } from './query';

/** How many products are in the list, told to screen readers as it changes. */
export function ProductCount(props: {
  query: ProductQuery;
  list?: ProductList;
}) {
  const { query, list } = props;
  const { t } = useDataMeshTranslation();

  const words = () => {
    if (!list) {
      return t('products.count.loading');
    }
    if (!isNarrowed(query)) {
      return t('products.count.all', { count: list.all });
    }
    const numbers = { total: String(list.total), count: list.all };
    return query.text
      ? t('products.count.text', { ...numbers, text: query.text })
      : t('products.count.filtered', numbers);
  };
  return (
    <Typography component="p" variant="subtitle1" role="status">
      {words()}
    </Typography>
  );
}
