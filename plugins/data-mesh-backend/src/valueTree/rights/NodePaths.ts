import type { KeptNode, NodeOfRights } from './NodeRights';

/** Finds what is above a node; it may be one that is about to be added. */
export class NodePaths<T extends KeptNode = KeptNode> {
  readonly #nodes: ReadonlyMap<string, T>;

  constructor(nodes: Iterable<T>) {
    this.#nodes = new Map([...nodes].map(node => [node.id, node]));
  }

  get(id: string): T | undefined {
    return this.#nodes.get(id);
  }

  /**
   * The nodes above, the nearest first; it ends where a parent is gone, or
   * would come a second time.
   */
  above(node: Pick<NodeOfRights, 'id' | 'parentId'>): T[] {
    const path: T[] = [];
    const seen = new Set([node.id]);
    let next = node.parentId;
    while (next !== undefined && !seen.has(next)) {
      seen.add(next);
      const parent = this.#nodes.get(next);
      if (parent) {
        path.push(parent);
      }
      next = parent?.parentId;
    }
    return path;
  }

  /** Its own domain, else that of the nearest node above that has one. */
  domainOf(node: NodeOfRights): string | undefined {
    for (const one of [node, ...this.above(node)]) {
      const domain = ownDomain(one);
      if (domain) {
        return domain;
      }
    }
    return undefined;
  }
}

/** Bets and initiatives have none of their own, whatever is written. */
function ownDomain({ kind, fields }: NodeOfRights): string | undefined {
  return kind === 'vision' || kind === 'goal' ? fields.domain : undefined;
}
