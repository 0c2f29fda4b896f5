import { isClosed } from '../kinds';
import { NodeModel, TreeModel } from '../model';
import { indexTree } from './indexTree';

/**
 * Finds goals and bets that are being worked on without any data product: none
 * is linked to them, nor to what is open below them.
 *
 * @param tree - all of it
 * @returns ids of nodes
 * @public
 */
export function withoutProducts(tree: TreeModel): Set<string> {
  const { byId } = indexTree(tree);
  const served = new Set<string>();
  for (const [id, { products }] of Object.entries(tree.links)) {
    let node = products.length > 0 ? byId.get(id) : undefined;
    while (node && !isClosed(node.state) && !served.has(node.id)) {
      served.add(node.id);
      node = node.parentId === undefined ? undefined : byId.get(node.parentId);
    }
  }
  return new Set(
    tree.nodes
      .filter(node => isAtWork(node) && !served.has(node.id))
      .map(({ id }) => id),
  );
}

function isAtWork({ kind, state }: NodeModel): boolean {
  return (
    (kind === 'goal' || kind === 'bet') &&
    (state === 'active' || state === 'stop-ready')
  );
}
