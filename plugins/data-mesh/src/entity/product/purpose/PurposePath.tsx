import { makeStyles } from '@material-ui/core/styles';
import { TreeNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../../translation';
import { NodeStep, PurposeStep } from './PurposeStep';
import { Purpose } from './purposeOf';

const useStyles = makeStyles(theme => ({
  list: {
    margin: 0,
    padding: 0,
    listStyle: 'none',
    '& + &': {
      marginTop: theme.spacing(2),
      paddingTop: theme.spacing(1.5),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  },
  branch: { '& + &': { marginTop: theme.spacing(1.5) } },
  quiet: { color: theme.palette.text.secondary },
}));

/** All ways to one goal, and the way from there to the vision. */
export function PurposePath({ purpose }: { purpose: Purpose }) {
  const { branches, trunk } = purpose;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const deepest = Math.max(0, ...branches.map(branch => depthOf(branch)));
  const from = branches.at(0)?.at(0) ?? trunk[0];
  const to = trunk.at(-1) ?? branches[0].at(-1)!;
  return (
    <ol
      className={classes.list}
      aria-label={t('purpose.path', { from: from.title, to: to.title })}
    >
      {branches.flatMap(branch => branchSteps(branch))}
      {trunk.map((node, step) => (
        <NodeStep key={node.id} depth={deepest + step} node={node} />
      ))}
    </ol>
  );

  function branchSteps(branch: TreeNode[]) {
    const uses = usesOf(branch);
    return [
      ...uses.map(use => (
        <PurposeStep key={`${branch[0].id} ${use}`} depth={0}>
          <span className={classes.quiet}>{t('purpose.use')} </span>
          {use}
        </PurposeStep>
      )),
      ...branch.map((node, step) => (
        <NodeStep
          key={`${branch[0].id} ${node.id}`}
          depth={step + (uses.length ? 1 : 0)}
          node={node}
        />
      )),
    ];
  }
}

/** What people do with what it is linked to. */
function usesOf(branch: TreeNode[]): string[] {
  return branch.at(0)?.useCases ?? [];
}

function depthOf(branch: TreeNode[]): number {
  return branch.length + (usesOf(branch).length ? 1 : 0);
}
