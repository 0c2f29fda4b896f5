import { ReactNode } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import SubdirectoryArrowRight from '@material-ui/icons/SubdirectoryArrowRight';
import { TreeNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useMeasureWords } from '../../../goals/measures';
import { NodeLink } from '../../../goals/NodeLink';
import { StandingWords, useGoalWords } from '../../../goals/words';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'flex',
    alignItems: 'flex-start',
    gap: theme.spacing(0.5),
    marginTop: theme.spacing(0.75),
    overflowWrap: 'anywhere',
  },
  arrow: { color: theme.palette.text.secondary, flexShrink: 0 },
  quiet: { color: theme.palette.text.secondary },
  standing: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: theme.spacing(1),
  },
}));

/** A step on the way from a use up to the vision, a little more to the right. */
export function PurposeStep(props: { depth: number; children: ReactNode }) {
  const { depth, children } = props;
  const classes = useStyles();
  return (
    <li
      className={classes.root}
      // On a narrow screen a deep step may not run out of it
      style={{ paddingInlineStart: `min(${depth * 1.25}rem, ${depth * 4}%)` }}
    >
      {depth > 0 && (
        <SubdirectoryArrowRight
          fontSize="small"
          aria-hidden
          className={classes.arrow}
        />
      )}
      <div>{children}</div>
    </li>
  );
}

/** A node of the tree as such a step, with how its measure stands. */
export function NodeStep(props: { depth: number; node: TreeNode }) {
  const { depth, node } = props;
  const { kind, state, primary } = node;
  const classes = useStyles();
  const words = useGoalWords();
  const values = useMeasureWords();
  return (
    <PurposeStep depth={depth}>
      <span className={classes.quiet}>
        {words.kind(kind)}
        {state !== 'active' && <> ({words.state(state)})</>}{' '}
      </span>
      <NodeLink node={node} />
      {primary && (
        <div className={classes.standing}>
          <span className={classes.quiet}>{values(primary)}</span>
          <StandingWords measure={primary} />
        </div>
      )}
    </PurposeStep>
  );
}
