import Typography from '@material-ui/core/Typography';
import { MyWork } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../translation';

/** What a person answers for, in one line. */
export function Roles({ roles }: { roles: MyWork['roles'] }) {
  const { t } = useDataMeshTranslation();
  return roles.length ? (
    <Typography variant="body2" color="textSecondary">
      {roles
        .map(({ role, entities }) =>
          t(`myWork.role.${role}`, { count: entities }),
        )
        .join(' · ')}
    </Typography>
  ) : null;
}
