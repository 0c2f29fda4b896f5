import { TreeNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { TreeShape } from './shape';

/** A node as a row on the screen, with where it stands among its siblings. */
export interface Row {
  node: TreeNode;
  /** From 1. */
  level: number;
  /** From 1. */
  position: number;
  siblings: number;
  /** Undefined where there is nothing to unfold. */
  isOpen?: boolean;
}

/** The rows of all that is unfolded, from top to bottom. */
export function rowsOf(
  shape: TreeShape,
  options: {
    isOpen: (node: TreeNode) => boolean;
    /** All of them if absent. */
    shown?: ReadonlySet<string>;
  },
): Row[] {
  const { isOpen, shown } = options;
  const rows: Row[] = [];
  const visible = (nodes: readonly TreeNode[]) =>
    shown ? nodes.filter(({ id }) => shown.has(id)) : nodes;
  const add = (nodes: readonly TreeNode[], level: number) => {
    nodes.forEach((node, index) => {
      const children = visible(shape.childrenOf(node.id));
      const open = children.length > 0 ? isOpen(node) : undefined;
      rows.push({
        node,
        level,
        position: index + 1,
        siblings: nodes.length,
        isOpen: open,
      });
      if (open) {
        add(children, level + 1);
      }
    });
  };
  add(visible(shape.roots), 1);
  return rows;
}

/** With more goals than these only what is at the top is unfolded at first. */
const FEW_GOALS = 25;

/** Whether a node is unfolded before somebody folds or unfolds anything. */
export function isOpenAtFirst(shape: TreeShape): (node: TreeNode) => boolean {
  const goals = [...shape.byId.values()].filter(({ kind }) => kind === 'goal');
  const areFew = goals.length <= FEW_GOALS;
  return ({ kind }) => kind === 'vision' || (kind === 'goal' && areFew);
}
