import { Fragment } from 'react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { TreeNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { NodeLink } from '../../../goals/NodeLink';
import { useGoalWords } from '../../../goals/words';
import { useDataMeshTranslation } from '../../../translation';
import { goalsServedBy } from './purposeOf';
import { useProductTree } from './useProductTree';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(0.5) },
  label: { color: theme.palette.text.secondary },
}));

/**
 * The goals that suffer while something is open on a data product; nothing
 * where it serves none, or where that is not known.
 */
export function EndangeredGoals({ product }: { product: string }) {
  const { data } = useProductTree(product);
  return <Endangered goals={data ? goalsServedBy(data, product) : []} />;
}

/** Goals by name, with how they stand. */
export function Endangered({ goals }: { goals: readonly TreeNode[] }) {
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const words = useGoalWords();
  if (goals.length === 0) {
    return null;
  }
  return (
    <Typography variant="body2" component="div" className={classes.root}>
      <span className={classes.label}>{t('purpose.endangers')}: </span>
      {goals.map((goal, index) => (
        <Fragment key={goal.id}>
          {index > 0 && ', '}
          {goal.primary ? (
            t('purpose.endangered', {
              goal: <NodeLink key="goal" node={goal} />,
              status: words.status(
                goal.primary.standing.status,
                goal.primary.direction,
              ),
            })
          ) : (
            <NodeLink node={goal} />
          )}
        </Fragment>
      ))}
    </Typography>
  );
}
