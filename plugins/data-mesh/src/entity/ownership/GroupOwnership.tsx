import Typography from '@material-ui/core/Typography';
import {
  RELATION_HAS_MEMBER,
  RELATION_OWNER_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Fact, Facts } from '../../components/Facts';
import { useDataMeshTranslation } from '../../translation';
import { productRefs } from '../productRefs';
import { OpenPoints } from './OpenPoints';
import { PointsSection } from './PointsSection';
import { MoreProducts, useProductsPoints } from './ProductsOpenPoints';

/** What a team owns, and what is open about that. */
export function GroupOwnership() {
  const { entity } = useEntity();
  const { t } = useDataMeshTranslation();
  const owned = productRefs(entity, RELATION_OWNER_OF).length;
  const { data, error, isPending, refetch, points, more } = useProductsPoints(
    { owner: [stringifyEntityRef(entity)] },
    { enabled: owned > 0 },
  );
  if (!owned) {
    return null;
  }
  const people = (entity.relations ?? []).filter(
    ({ type }) => type === RELATION_HAS_MEMBER,
  ).length;
  return (
    <EntityInfoCard title={t('ownership.group.title')}>
      <Facts>
        <Fact name={t('ownership.group.people')}>
          {people
            ? t('ownership.group.count', { count: people })
            : t('ownership.group.nobody')}
        </Fact>
        <Fact name={t('ownership.group.owns')}>
          {t('ownership.group.products', { count: owned })}
        </Fact>
      </Facts>
      <PointsSection
        isPending={isPending}
        error={data ? undefined : error}
        onRetry={refetch}
      >
        {points.length === 0 && (
          <Typography variant="body2">
            {t('ownership.nothingAmong', { count: owned })}
          </Typography>
        )}
        <OpenPoints points={points} />
        <MoreProducts more={more} />
      </PointsSection>
    </EntityInfoCard>
  );
}
