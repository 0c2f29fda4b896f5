import { NodeModel, TreeModel } from '../model';
import { indexTree } from './indexTree';

/**
 * What a node serves: all that is above it, the vision first and without the
 * node itself.
 *
 * @returns as far up as there are nodes; none for a node that is not there
 * @public
 */
export function pathOf(tree: TreeModel, id: string): NodeModel[] {
  const { byId } = indexTree(tree);
  const path: NodeModel[] = [];
  const seen = new Set([id]);
  let above = byId.get(id)?.parentId;
  while (above !== undefined && !seen.has(above)) {
    seen.add(above);
    const node = byId.get(above);
    if (node) {
      path.push(node);
    }
    above = node?.parentId;
  }
  return path.reverse();
}
