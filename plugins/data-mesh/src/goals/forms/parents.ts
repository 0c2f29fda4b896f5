import {
  NodeKind,
  nodeKinds,
  parentKinds,
  TreeNode,
  ValueTree,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { below, TreeShape } from '../tree/shape';

/** Whether a kind of node may stand at the top. */
export function mayBeAtTop(kind: NodeKind): boolean {
  return kind === 'vision' || kind === 'goal';
}

/** Below what the reader may add a node of a kind. */
export function parentsToAddTo(
  nodes: readonly TreeNode[],
  kind: NodeKind,
): TreeNode[] {
  return nodes.filter(
    node => parentKinds[kind].includes(node.kind) && node.may.includes('add'),
  );
}

/** The kinds of nodes that the reader may add somewhere. */
export function kindsToAdd(tree: ValueTree): NodeKind[] {
  return nodeKinds.filter(
    kind =>
      tree.mayAdd.includes(kind) || parentsToAddTo(tree.nodes, kind).length > 0,
  );
}

/** The kinds of nodes that may be added below a node. */
export function kindsBelow(kind: NodeKind): NodeKind[] {
  return nodeKinds.filter(child => parentKinds[child].includes(kind));
}

/** Below what a node can be moved: not below itself, not where it may not be. */
export function parentsToMoveTo(shape: TreeShape, node: TreeNode): TreeNode[] {
  const own = new Set([node.id, ...below(shape, node.id).map(({ id }) => id)]);
  return parentsToAddTo([...shape.byId.values()], node.kind).filter(
    ({ id }) => !own.has(id),
  );
}
