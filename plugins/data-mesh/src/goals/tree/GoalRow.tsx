import { memo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import ChevronRight from '@material-ui/icons/ChevronRight';
import InfoOutlined from '@material-ui/icons/InfoOutlined';
import { TreeNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useMeasureWords } from '../measures/useMeasureWords';
import { StandingWords, useGoalWords } from '../words';
import { useDataMeshTranslation } from '../../translation';
import { needsAttention, openHints } from './attention';
import { useNodeFacts } from './useNodeFacts';

const useStyles = makeStyles(theme => ({
  root: {
    ...theme.typography.body2,
    display: 'grid',
    gridTemplateColumns:
      'minmax(20rem, 5fr) minmax(11rem, 3fr) 10rem minmax(8rem, 2fr)',
    columnGap: theme.spacing(2),
    padding: theme.spacing(0.75, 2, 0.75, 1),
    borderTop: `1px solid ${theme.palette.divider}`,
    cursor: 'pointer',
    scrollMarginTop: theme.spacing(8),
    // Of a tree of thousands, what is out of sight is not laid out
    contentVisibility: 'auto',
    containIntrinsicSize: 'auto 2.5rem',
    // A darker ground would leave the quiet words too little contrast
    '&:hover $title': { textDecoration: 'underline' },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
    // The theme breaks words anywhere; only what is too long should be
    overflowWrap: 'anywhere',
  },
  chosen: { boxShadow: `inset 4px 0 ${theme.palette.primary.main}` },
  what: { display: 'flex', alignItems: 'flex-start' },
  fold: {
    flexShrink: 0,
    display: 'inline-flex',
    width: '1.75rem',
    justifyContent: 'center',
    borderRadius: theme.shape.borderRadius,
    '&:hover': { color: theme.palette.primary.main },
  },
  icon: {
    transition: theme.transitions.create('transform', {
      duration: theme.transitions.duration.shortest,
    }),
    '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
  },
  open: { transform: 'rotate(90deg)' },
  kind: { color: theme.palette.text.secondary, marginRight: '0.5em' },
  title: { fontWeight: 500 },
  quiet: { color: theme.palette.text.secondary },
  // Not asked for; shown for what is below it
  aside: { fontWeight: 400 },
  attention: {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
  mark: { color: theme.palette.warning.main },
}));

function Row(props: {
  id: string;
  node: TreeNode;
  level: number;
  position: number;
  siblings: number;
  isOpen: boolean | undefined;
  /** How many initiatives it has. */
  initiatives: number;
  /** False for what is shown only for what is below it. */
  isHit: boolean;
  hasFocus: boolean;
  isChosen: boolean;
  today: string;
}) {
  const { id, node, level, isOpen, isHit, hasFocus, isChosen, today } = props;
  const { initiatives } = props;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const words = useGoalWords();
  const values = useMeasureWords();
  const facts = useNodeFacts()(node, { today, initiatives });
  const { kind, primary } = node;
  const hints = openHints(node).length;

  return (
    <div
      id={id}
      role="treeitem"
      tabIndex={hasFocus ? 0 : -1}
      aria-level={level}
      aria-posinset={props.position}
      aria-setsize={props.siblings}
      aria-expanded={isOpen}
      aria-selected={isChosen}
      data-node={node.id}
      className={`${classes.root} ${isChosen ? classes.chosen : ''}`}
    >
      <div
        className={classes.what}
        style={{ paddingLeft: `${(level - 1) * 1.5}rem` }}
      >
        <span className={classes.fold} data-fold={node.id} aria-hidden>
          {isOpen !== undefined && (
            <ChevronRight
              fontSize="small"
              className={`${classes.icon} ${isOpen ? classes.open : ''}`}
            />
          )}
        </span>
        <div>
          <span>
            {kind !== 'goal' && (
              <span className={classes.kind}>{words.kind(kind)}</span>
            )}
            <span
              className={`${classes.title} ${
                isHit ? '' : `${classes.aside} ${classes.quiet}`
              }`}
            >
              {node.title}
            </span>
          </span>{' '}
          {facts.length > 0 && (
            <div className={classes.quiet}>{facts.join(' · ')}</div>
          )}{' '}
          {isHit && needsAttention(node, today) && (
            <div className={classes.attention}>
              <InfoOutlined
                fontSize="small"
                aria-hidden
                className={classes.mark}
              />
              {hints > 0
                ? t('goals.row.hints', { count: hints })
                : t('goals.row.attention')}
            </div>
          )}
        </div>
      </div>
      <div className={classes.quiet}>{primary && values(primary)} </div>
      <div>{primary && <StandingWords measure={primary} />} </div>
      <div className={classes.quiet}>{node.domain?.title}</div>
    </div>
  );
}

/**
 * A row of the tree: what it is, what it comes to, and whose it is. The tree
 * listens to what happens in it.
 */
export const GoalRow = memo(Row);
