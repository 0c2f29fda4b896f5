import Typography from '@material-ui/core/Typography';
import { useOutline, useResults } from '../../api';
import { useDataMeshTranslation } from '../../translation';
import { EndangeredGoals } from '../product/purpose';
import { OWNERSHIP_FAULTS, pointsOf } from './openPoints';
import { OwnPoints } from './OwnPoints';
import { PointsSection } from './PointsSection';

/** What is open in the ownership of a data product. */
export function ProductOpenPoints(props: { product: string }) {
  const { product } = props;
  const { t } = useDataMeshTranslation();
  const { data, error, isPending, refetch } = useResults(product);
  const outline = useOutline(OWNERSHIP_FAULTS, 'DataProduct');
  const found = data?.items.find(({ ruleSet }) => ruleSet === OWNERSHIP_FAULTS);
  const points = found && pointsOf(found, outline);
  return (
    <PointsSection
      isPending={isPending}
      error={data ? undefined : error}
      onRetry={refetch}
    >
      {points ? (
        <>
          <OwnPoints
            points={points}
            product={product}
            nothing={t('ownership.nothing')}
          />
          {points.open.length > 0 && <EndangeredGoals product={product} />}
        </>
      ) : (
        <Typography variant="body2" color="textSecondary">
          {t('ownership.notYet')}
        </Typography>
      )}
    </PointsSection>
  );
}
