import { NodeModel, TreeModel } from '../model';
import { indexTree } from './indexTree';

/**
 * The domain that each node belongs to: its own, or that of the nearest node
 * above it. Bets and initiatives have none of their own.
 *
 * @returns by the id of the node; undefined for what belongs to the company
 * @public
 */
export function effectiveDomains(
  tree: TreeModel,
): Map<string, string | undefined> {
  const { byId } = indexTree(tree);
  const domains = new Map<string, string | undefined>();
  for (const node of tree.nodes) {
    const pending: NodeModel[] = [];
    const seen = new Set<string>();
    let domain: string | undefined;
    let next: NodeModel | undefined = node;
    while (next && !seen.has(next.id)) {
      domain = domains.get(next.id) ?? ownDomain(next);
      if (domain !== undefined || domains.has(next.id)) {
        break;
      }
      seen.add(next.id);
      pending.push(next);
      next = next.parentId === undefined ? undefined : byId.get(next.parentId);
    }
    for (const { id } of pending) {
      domains.set(id, domain);
    }
    domains.set(node.id, domain);
  }
  return domains;
}

function ownDomain({ kind, fields }: NodeModel): string | undefined {
  return kind === 'vision' || kind === 'goal' ? fields.domain : undefined;
}
