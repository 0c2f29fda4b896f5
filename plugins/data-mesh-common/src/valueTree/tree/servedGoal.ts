import { isClosed } from '../kinds';
import { NodeModel } from '../model';
import { TreeIndex } from './indexTree';

/**
 * The goal that a node is for: itself, or the nearest above it.
 *
 * @returns `isServed` is false where the way to it is given up (a bet or an
 * initiative that is stopped), or the goal is closed; what has succeeded still
 * serves
 */
export function servedGoal(
  { byId }: TreeIndex,
  id: string,
): { goal: NodeModel; isServed: boolean } | undefined {
  const seen = new Set<string>();
  let isGivenUp = false;
  let node = byId.get(id);
  while (node && !seen.has(node.id)) {
    if (node.kind === 'goal') {
      return { goal: node, isServed: !isGivenUp && !isClosed(node.state) };
    }
    seen.add(node.id);
    isGivenUp = isGivenUp || node.state === 'stopped';
    node = node.parentId === undefined ? undefined : byId.get(node.parentId);
  }
  return undefined;
}
