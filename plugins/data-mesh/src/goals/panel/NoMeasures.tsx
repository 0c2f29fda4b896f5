import { Link } from '@backstage/core-components';
import { ValueNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useValueNode } from '../../api';
import { useDataMeshTranslation } from '../../translation';
import { NodeLink } from '../NodeLink';
import { usePanelStyles } from './usePanelStyles';

/** In place of measures: a bet is measured by those of its goal. */
export function NoMeasures(props: {
  node: ValueNode;
  linkTo?: (id: string) => string;
}) {
  const { linkTo } = props;
  const { kind, parentId } = props.node.node;
  const { t } = useDataMeshTranslation();
  const classes = usePanelStyles();
  const hasGoal = kind === 'bet' && parentId !== undefined;
  const { data, error } = useValueNode(parentId ?? '', { enabled: hasGoal });
  if (hasGoal && !data && !error) {
    // Neither is known yet, and both in turn would confuse.
    return null;
  }
  const goal = data && data.measures.length > 0 ? data.node : undefined;
  return (
    <div className={classes.quiet}>
      {goal
        ? t('goals.panel.measuredByGoal', {
            goal: linkTo ? (
              <Link key="goal" to={linkTo(goal.id)} underline="always">
                {goal.title}
              </Link>
            ) : (
              <NodeLink key="goal" node={goal} />
            ),
          })
        : t('goals.panel.noMeasures')}
    </div>
  );
}
