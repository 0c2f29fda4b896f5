import { ReactNode } from 'react';
import Button from '@material-ui/core/Button';
import MenuItem from '@material-ui/core/MenuItem';
import {
  movesFrom,
  TreeNode,
  ValueNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useMoveValueNode, useValueTree } from '../../api';
import { MenuButton } from '../../components/MenuButton';
import { SendError } from '../../components/SendError';
import { useDataMeshTranslation } from '../../translation';
import { GoalDialog, useGoalDialogs } from '../forms/GoalDialogs';
import { kindsBelow } from '../forms/parents';
import { isLiving } from '../tree/attention';
import { shapeOf } from '../tree/shape';
import { usePanelStyles } from './usePanelStyles';

/** What the reader may do with a node; nothing stands here for others. */
export function NodeActions({ node }: { node: ValueNode }) {
  const { t } = useDataMeshTranslation();
  const classes = usePanelStyles();
  const open = useGoalDialogs();
  const move = useMoveValueNode();
  const { id, kind, state, may, managedBy, version } = node.node;
  const siblings = useSiblings(node.node);
  const place = siblings.findIndex(one => one.id === id);
  const isOwn = !managedBy;

  const shift = (by: -1 | 1) => {
    const before = siblings[by < 0 ? place - 1 : place + 2]?.id;
    move
      .send({
        id,
        version,
        parentId: node.node.parentId ?? null,
        ...(before && { before }),
      })
      // Told below by `error`.
      .catch(() => {});
  };
  const items: [words: string, act: () => void][] = [];
  const offer = (words: string, dialog: GoalDialog) =>
    items.push([words, () => open(dialog)]);
  if (may.includes('decide') && movesFrom(kind, state).length > 0) {
    offer(t('goals.panel.changeState'), { act: 'state', node });
  }
  if (may.includes('move') && isOwn) {
    offer(t('goals.panel.move'), { act: 'move', node });
    if (place > 0) {
      items.push([t('goals.panel.moveUp'), () => shift(-1)]);
    }
    if (place >= 0 && place < siblings.length - 1) {
      items.push([t('goals.panel.moveDown'), () => shift(1)]);
    }
  }
  if (may.includes('delete') && isOwn) {
    offer(t('goals.panel.deleteNode'), { act: 'delete', node });
  }
  const kinds = may.includes('add') ? kindsBelow(kind) : [];

  return (
    <>
      <div className={classes.actions}>
        {may.includes('decide') && isLiving(node.node) && (
          <Button
            variant="outlined"
            color="primary"
            onClick={() => open({ act: 'decide', node })}
          >
            {t('goals.panel.decide')}
          </Button>
        )}
        {may.includes('edit') && isOwn && (
          <Button
            variant="outlined"
            onClick={() => open({ act: 'edit', node })}
          >
            {t('goals.panel.edit')}
          </Button>
        )}
        {kinds.map(child => (
          <Button
            key={child}
            variant="outlined"
            onClick={() => open({ act: 'add', kind: child, parentId: id })}
          >
            {t(`goals.panel.add.${child}`)}
          </Button>
        ))}
        {items.length > 0 && <More items={items} />}
      </div>
      {move.error && <SendError error={move.error} />}
    </>
  );
}

function More(props: { items: [words: string, act: () => void][] }): ReactNode {
  const { t } = useDataMeshTranslation();
  return (
    <MenuButton label={t('goals.panel.more')}>
      {close =>
        props.items.map(([words, act]) => (
          <MenuItem
            key={words}
            onClick={() => {
              close();
              act();
            }}
          >
            {words}
          </MenuItem>
        ))
      }
    </MenuButton>
  );
}

/** The nodes beside a node, itself among them, in their order. */
function useSiblings(node: TreeNode): readonly TreeNode[] {
  const shape = shapeOf(useValueTree().data?.nodes ?? []);
  return node.parentId !== undefined && shape.byId.has(node.parentId)
    ? shape.childrenOf(node.parentId)
    : shape.roots.filter(({ isAdrift }) => !isAdrift);
}
