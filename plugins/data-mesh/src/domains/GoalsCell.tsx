import Typography from '@material-ui/core/Typography';
import { Link } from '@backstage/core-components';
import { DomainRow } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useGoalsLink } from '../goals/useGoalsLink';
import { useDataMeshTranslation } from '../translation';
import { goalCounts } from './goals';

/** How the goals of a domain stand, and the way to them. */
export function GoalsCell({ row }: { row: DomainRow }) {
  const { t } = useDataMeshTranslation();
  const goalsLink = useGoalsLink();
  const words = goalCounts(row.goals)
    .map(({ group, count }) => t(`domains.goals.${group}`, { count }))
    .join(', ');
  if (!words) {
    return (
      <Typography component="span" variant="inherit" color="textSecondary">
        {t('domains.goals.none')}
      </Typography>
    );
  }
  const to = goalsLink({ domain: row.domain.ref });
  return to ? <Link to={to}>{words}</Link> : <>{words}</>;
}
