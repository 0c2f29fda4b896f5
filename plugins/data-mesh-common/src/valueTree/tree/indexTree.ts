import { MeasureModel, NodeModel, TreeModel } from '../model';

/** A tree with ways to find what is in it. */
export interface TreeIndex {
  byId: ReadonlyMap<string, NodeModel>;
  /** By the id of the parent, in the order of the tree. */
  childrenOf(id: string): readonly NodeModel[];
  measuresOf(nodeId: string): readonly MeasureModel[];
}

const indexes = new WeakMap<TreeModel, TreeIndex>();

/**
 * Looks through a tree once. A tree is not changed after that: who changes one
 * makes another.
 */
export function indexTree(tree: TreeModel): TreeIndex {
  const known = indexes.get(tree);
  if (known) {
    return known;
  }
  const children = groupBy(tree.nodes, node => node.parentId);
  const measures = groupBy(tree.measures, measure => measure.nodeId);
  const index: TreeIndex = {
    byId: new Map(tree.nodes.map(node => [node.id, node])),
    childrenOf: id => children.get(id) ?? [],
    measuresOf: id => measures.get(id) ?? [],
  };
  indexes.set(tree, index);
  return index;
}

function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string | undefined,
) {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined) {
      const group = groups.get(key);
      if (group) {
        group.push(item);
      } else {
        groups.set(key, [item]);
      }
    }
  }
  return groups;
}
