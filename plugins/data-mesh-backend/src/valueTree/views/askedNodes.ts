import { groupBy } from '../../lists';

type Node = { id: string; parentId?: string };

/** Which part of the tree is asked for; what is absent narrows nothing. */
export type Asked = {
  /** Is it of the domain that is asked for? */
  isOfDomain?: (id: string) => boolean;
  /** Is it linked to the product that is asked for? */
  isOfProduct?: (id: string) => boolean;
  root?: string;
  /** Levels below the topmost nodes that are asked for. */
  depth?: number;
};

/**
 * The nodes that are asked for and all above them: parents before children,
 * siblings in the order they are given in. No node is lost, whatever its
 * parent is.
 */
export function askedNodes<T extends Node>(
  nodes: readonly T[],
  asked: Asked,
): T[] {
  const tree = inOrder(nodes);
  const wanted = withDepth(tree, matching(tree, asked), asked.depth);
  const shown = new Set<string>();
  // Children come after their parents, so the way up is walked backwards.
  for (const { id, parentId } of [...tree].reverse()) {
    if (wanted.has(id) || shown.has(id)) {
      shown.add(id);
      if (parentId !== undefined) {
        shown.add(parentId);
      }
    }
  }
  return tree.filter(({ id }) => shown.has(id));
}

function matching(tree: readonly Node[], asked: Asked): Set<string> {
  const { isOfDomain, isOfProduct, root } = asked;
  const below = new Set<string>(root === undefined ? [] : [root]);
  return new Set(
    tree
      .filter(({ id, parentId }) => {
        if (parentId !== undefined && below.has(parentId)) {
          below.add(id);
        }
        return (
          (root === undefined || below.has(id)) &&
          (isOfDomain?.(id) ?? true) &&
          (isOfProduct?.(id) ?? true)
        );
      })
      .map(({ id }) => id),
  );
}

function withDepth(
  tree: readonly Node[],
  wanted: ReadonlySet<string>,
  depth: number | undefined,
): ReadonlySet<string> {
  if (depth === undefined) {
    return wanted;
  }
  const levels = new Map<string, number>();
  for (const { id, parentId } of tree) {
    if (wanted.has(id)) {
      const above = parentId === undefined ? undefined : levels.get(parentId);
      levels.set(id, above === undefined ? 0 : above + 1);
    }
  }
  return new Set([...wanted].filter(id => (levels.get(id) ?? 0) <= depth));
}

/** Parents before children; a circle begins with the first of it. */
function inOrder<T extends Node>(nodes: readonly T[]): T[] {
  const known = new Set(nodes.map(({ id }) => id));
  const childrenOf = groupBy(nodes, ({ parentId }) => parentId ?? '');
  const sorted = new Set<T>();
  const add = (top: T) => {
    const waiting = [top];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      if (!sorted.has(next)) {
        sorted.add(next);
        waiting.push(...[...(childrenOf.get(next.id) ?? [])].reverse());
      }
    }
  };
  nodes
    .filter(({ parentId }) => parentId === undefined || !known.has(parentId))
    .forEach(add);
  nodes.forEach(add);
  return [...sorted];
}
