import { NodeModel, TreeModel } from '../model';
import { indexTree } from './indexTree';

/**
 * All that is below a node: parents before their children.
 *
 * @public
 */
export function descendantsOf(tree: TreeModel, id: string): NodeModel[] {
  const { childrenOf } = indexTree(tree);
  const seen = new Set([id]);
  const below: NodeModel[] = [];
  const waiting = [...childrenOf(id)].reverse();
  while (waiting.length > 0) {
    const node = waiting.pop()!;
    if (!seen.has(node.id)) {
      seen.add(node.id);
      below.push(node);
      waiting.push(...[...childrenOf(node.id)].reverse());
    }
  }
  return below;
}

/**
 * Whether a node would be below itself if it were moved below another.
 *
 * @param parentId - undefined for the top, which is always fine
 * @public
 */
export function wouldCycle(
  tree: TreeModel,
  id: string,
  parentId: string | undefined,
): boolean {
  const { byId } = indexTree(tree);
  const seen = new Set<string>();
  let above = parentId;
  while (above !== undefined && !seen.has(above)) {
    if (above === id) {
      return true;
    }
    seen.add(above);
    above = byId.get(above)?.parentId;
  }
  return false;
}
