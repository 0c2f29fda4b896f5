import {
  KeyboardEvent,
  MouseEvent,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useDataMeshTranslation } from '../../translation';
import { GoalRow } from './GoalRow';
import { Hits } from './hits';
import { actOfKey } from './keys';
import { rowsOf } from './rows';
import { TreeShape } from './shape';
import { Folding } from './useFolding';

const useStyles = makeStyles(theme => ({
  // On a narrow screen it scrolls in here and not with the page
  scroll: { overflowX: 'auto' },
  tree: { minWidth: '54rem' },
  keys: {
    ...theme.typography.caption,
    color: theme.palette.text.secondary,
    padding: theme.spacing(1, 2),
  },
}));

/**
 * The tree as rows: one of them can be reached by Tab, the others from there
 * by the arrow keys.
 */
export function GoalTree(props: {
  shape: TreeShape;
  hits: Hits | undefined;
  folding: Folding;
  chosen: string | undefined;
  today: string;
  onChoose: (id: string) => void;
}) {
  const { shape, hits, folding, chosen, today, onChoose } = props;
  const { isOpen, fold } = folding;
  const classes = useStyles();
  const { t } = useDataMeshTranslation();
  const id = useId();
  const rows = useMemo(
    () => rowsOf(shape, { isOpen, shown: hits?.shown }),
    [shape, isOpen, hits],
  );
  const [wanted, setWanted] = useState<string>();
  const here = [wanted, chosen].find(one =>
    rows.some(({ node }) => node.id === one),
  );
  const focused = here ?? rows[0]?.node.id;
  const idOf = useCallback((node: string) => `${id}-${node}`, [id]);
  const focus = useCallback(
    (node: string) => {
      setWanted(node);
      document.getElementById(idOf(node))?.focus();
    },
    [idOf],
  );

  // Whoever closes the panel goes on where the tree was left.
  const before = useRef(chosen);
  useEffect(() => {
    if (before.current !== undefined && chosen === undefined) {
      focus(before.current);
    }
    before.current = chosen;
  }, [chosen, focus]);

  const onClick = ({ target }: MouseEvent) => {
    const at = (selector: string) =>
      target instanceof Element
        ? target.closest<HTMLElement>(selector)?.dataset
        : undefined;
    const row = rows.find(({ node }) => node.id === at('[data-node]')?.node);
    if (row?.isOpen !== undefined && at('[data-fold]')) {
      fold(row.node.id, !row.isOpen);
    } else if (row) {
      onChoose(row.node.id);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const index = rows.findIndex(({ node }) => node.id === focused);
    const act = actOfKey(rows, index, event.key);
    if (!act) {
      return;
    }
    event.preventDefault();
    if ('go' in act) {
      focus(act.go);
    } else if ('fold' in act) {
      fold(act.fold, act.isOpen);
    } else if ('choose' in act) {
      onChoose(act.choose);
    } else {
      const parent = rows[index].node.parentId;
      const siblings =
        parent !== undefined && shape.byId.has(parent)
          ? shape.childrenOf(parent)
          : shape.roots;
      siblings.forEach(node => fold(node.id, true));
    }
  };

  return (
    <>
      <div className={classes.scroll}>
        <div
          role="tree"
          // Of its rows one has the focus
          tabIndex={-1}
          aria-label={t('goals.tree.label')}
          aria-describedby={`${id}-keys`}
          className={classes.tree}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onFocus={({ target }) => {
            const node = target.dataset.node;
            if (node !== undefined) {
              setWanted(node);
            }
          }}
        >
          {rows.map(({ node, level, position, siblings, isOpen: open }) => (
            <GoalRow
              key={node.id}
              id={idOf(node.id)}
              node={node}
              level={level}
              position={position}
              siblings={siblings}
              isOpen={open}
              initiatives={initiativesOf(shape, node.id)}
              isHit={!hits || hits.hits.has(node.id)}
              hasFocus={node.id === focused}
              isChosen={node.id === chosen}
              today={today}
            />
          ))}
        </div>
      </div>
      <div id={`${id}-keys`} className={classes.keys}>
        {t('goals.tree.keys')}
      </div>
    </>
  );
}

function initiativesOf(shape: TreeShape, id: string): number {
  return shape.childrenOf(id).filter(({ kind }) => kind === 'initiative')
    .length;
}
