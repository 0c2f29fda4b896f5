import { TreeNode } from '@backstage-data-mesh/plugin-data-mesh-common';

/** The nodes of a tree by how they hang together; siblings in their order. */
export interface TreeShape {
  roots: readonly TreeNode[];
  byId: ReadonlyMap<string, TreeNode>;
  childrenOf: (id: string) => readonly TreeNode[];
}

/** What is at the top: visions, goals without one, and last what is adrift. */
export function shapeOf(nodes: readonly TreeNode[]): TreeShape {
  const byId = new Map(nodes.map(node => [node.id, node]));
  const children = new Map<string, TreeNode[]>();
  const roots: TreeNode[] = [];
  const adrift: TreeNode[] = [];
  for (const node of nodes) {
    if (node.parentId !== undefined && byId.has(node.parentId)) {
      const siblings = children.get(node.parentId);
      if (siblings) {
        siblings.push(node);
      } else {
        children.set(node.parentId, [node]);
      }
    } else {
      (node.isAdrift ? adrift : roots).push(node);
    }
  }
  return {
    roots: [...roots, ...adrift],
    byId,
    childrenOf: id => children.get(id) ?? [],
  };
}

/** The ids of the nodes above a node, the nearest first. */
export function above(shape: TreeShape, id: string): string[] {
  const result: string[] = [];
  let parent = shape.byId.get(id)?.parentId;
  while (parent !== undefined && shape.byId.has(parent)) {
    if (result.includes(parent)) {
      break;
    }
    result.push(parent);
    parent = shape.byId.get(parent)?.parentId;
  }
  return result;
}

/** All nodes below a node, parents before children. */
export function below(shape: TreeShape, id: string): TreeNode[] {
  return shape
    .childrenOf(id)
    .flatMap(child => [child, ...below(shape, child.id)]);
}
