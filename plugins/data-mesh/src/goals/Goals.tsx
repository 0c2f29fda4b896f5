import { useMemo } from 'react';
import Button from '@material-ui/core/Button';
import Paper from '@material-ui/core/Paper';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import { ValueTree } from '@backstage-data-mesh/plugin-data-mesh-common';
import { StartReviewButton } from '../reviews';
import { useDataMeshTranslation } from '../translation';
import { AddButton } from './AddButton';
import { AttentionList } from './attention/AttentionList';
import { ViewSwitch } from './attention/ViewSwitch';
import { GoalsTools } from './GoalsTools';
import { NothingFits } from './NothingFits';
import { TreeHints } from './TreeHints';
import { GoalTree } from './tree/GoalTree';
import { hitsOf } from './tree/hits';
import { shapeOf } from './tree/shape';
import { useFolding } from './tree/useFolding';
import { GoalsView, isFiltered, unfiltered, writeView } from './view';

const useStyles = makeStyles(theme => ({
  tools: { padding: theme.spacing(2), marginBottom: theme.spacing(2) },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(2),
    marginBottom: theme.spacing(2),
  },
  views: { flexGrow: 1 },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(1, 2),
  },
  count: { flexGrow: 1 },
}));

/** The tree, with what narrows it. */
export function Goals(props: {
  tree: ValueTree;
  view: GoalsView;
  onChange: (to: Partial<GoalsView>) => void;
}) {
  const { tree, view, onChange } = props;
  const { nodes, day } = tree;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const shape = useMemo(() => shapeOf(nodes), [nodes]);
  // The filters alone: another node in the panel changes nothing in the tree
  const filter = isFiltered(view)
    ? writeView({
        ...view,
        node: undefined,
        add: undefined,
        product: undefined,
      }).toString()
    : undefined;
  const hits = useMemo(
    () => (filter === undefined ? undefined : hitsOf(shape, view, day)),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the filter stands for what of the view is read
    [shape, filter, day],
  );
  const folding = useFolding(shape, filter, view.node);
  const shown = hits ? hits.hits.size : nodes.length;

  return (
    <>
      <Paper className={classes.tools}>
        <div className={classes.actions}>
          <div className={classes.views}>
            <ViewSwitch shown={view.show} onChange={onChange} />
          </div>
          <StartReviewButton
            domain={
              view.domains.length === 1
                ? view.domains[0] || undefined
                : undefined
            }
          />
          <AddButton tree={tree} domain={view.domains[0]} />
        </div>
        <GoalsTools nodes={nodes} today={day} view={view} onChange={onChange} />
      </Paper>
      {view.show === 'attention' ? (
        <AttentionList tree={tree} view={view} />
      ) : (
        <>
          <Paper component="section" aria-label={t('goals.tree.label')}>
            <div className={classes.bar}>
              <Typography role="status" className={classes.count}>
                {hits
                  ? t('goals.countFiltered', {
                      shown: String(shown),
                      all: String(nodes.length),
                    })
                  : countWords()}
              </Typography>
              {shown > 0 && (
                <>
                  <Button size="small" onClick={() => folding.foldAll(true)}>
                    {t('goals.tree.unfoldAll')}
                  </Button>
                  <Button size="small" onClick={() => folding.foldAll(false)}>
                    {t('goals.tree.foldAll')}
                  </Button>
                </>
              )}
            </div>
            {shown > 0 ? (
              <GoalTree
                shape={shape}
                hits={hits}
                folding={folding}
                chosen={view.node}
                today={day}
                onChoose={node => onChange({ node })}
              />
            ) : (
              <NothingFits
                nodes={nodes}
                view={view}
                onClear={() => onChange(unfiltered(view))}
              />
            )}
          </Paper>
          <TreeHints hints={tree.hints} />
        </>
      )}
    </>
  );

  function countWords() {
    const count = (kind: 'goal' | 'bet' | 'initiative') => {
      const number = nodes.filter(node => node.kind === kind).length;
      return t(`goals.count.${kind}`, { count: number });
    };
    return [count('goal'), count('bet'), count('initiative')].join(', ');
  }
}
