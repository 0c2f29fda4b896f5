import { ProductSummary } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';

/** Who uses a product, in a few words. */
export function UsedBy(props: {
  product: Pick<ProductSummary, 'usedByTeams' | 'usedByOwnTeam'>;
}) {
  const { usedByTeams, usedByOwnTeam } = props.product;
  const { t } = useDataMeshTranslation();
  if (usedByTeams > 0) {
    return <>{t('products.row.usedBy', { count: usedByTeams })}</>;
  }
  return (
    <>
      {t(usedByOwnTeam ? 'products.row.usedByOwnTeam' : 'products.row.notUsed')}
    </>
  );
}
