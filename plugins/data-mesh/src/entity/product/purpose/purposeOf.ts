import {
  TreeNode,
  ValueTree,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { isLiving } from '../../../goals/tree/attention';
import { above, shapeOf, TreeShape } from '../../../goals/tree/shape';

/** The ways of a data product to one goal. */
export interface Purpose {
  /** Of the goal, else of the topmost node there is. */
  id: string;
  /** What it is linked to and what is above that, up to the goal. */
  branches: TreeNode[][];
  /** The goal and what is above it, up to the vision; none below no goal. */
  trunk: TreeNode[];
  /** Whether the goal, and some way to it, is not given up. */
  isLiving: boolean;
}

/** What a data product is for: by the goals it serves, living ones first. */
export function purposesOf(
  tree: Pick<ValueTree, 'nodes'>,
  product: string,
): Purpose[] {
  const shape = shapeOf(tree.nodes);
  const purposes = new Map<string, Purpose>();
  for (const node of tree.nodes) {
    if (node.products.some(({ ref }) => ref === product)) {
      const [branch, trunk] = wayUp(shape, node);
      const id = (trunk.at(0) ?? branch[branch.length - 1]).id;
      const purpose = purposes.get(id) ?? {
        id,
        branches: [],
        trunk,
        isLiving: false,
      };
      purpose.isLiving ||=
        trunk.length > 0 &&
        isLiving(trunk[0]) &&
        branch.every(({ state }) => state !== 'stopped');
      if (branch.length) {
        purpose.branches.push(branch);
      }
      purposes.set(id, purpose);
    }
  }
  const all = [...purposes.values()];
  return [
    ...all.filter(purpose => purpose.isLiving),
    ...all.filter(purpose => !purpose.isLiving),
  ];
}

/** The living goals that a data product serves. */
export function goalsServedBy(
  tree: Pick<ValueTree, 'nodes'>,
  product: string,
): TreeNode[] {
  return purposesOf(tree, product)
    .filter(purpose => purpose.isLiving)
    .map(({ trunk }) => trunk[0]);
}

/** What is between a node and its goal, and the goal with all above it. */
function wayUp(shape: TreeShape, node: TreeNode): [TreeNode[], TreeNode[]] {
  const way = [
    node,
    ...above(shape, node.id).flatMap(id => shape.byId.get(id) ?? []),
  ];
  const at = way.findIndex(({ kind }) => kind === 'goal' || kind === 'vision');
  return at === -1 ? [way, []] : [way.slice(0, at), way.slice(at)];
}
