import { TreeNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { isLiving } from '../../goals/tree/attention';
import { above, shapeOf } from '../../goals/tree/shape';

/**
 * An initiative with what it serves, as far as one may see it. A catalog file
 * may also name a goal or bet; it is known, and not offered.
 */
export interface Initiative {
  id: string;
  title: string;
  /** The title of its bet. */
  bet?: string;
  /** The title of the goal nearest to it. */
  goal?: string;
  domain?: { ref: string; title: string };
  /** Whether work on it has ended. */
  isClosed: boolean;
  /** Whether a product is proposed for it. */
  isOffered: boolean;
}

/**
 * All that a product may be for: initiatives of the given domain first, then by domain,
 * those of none last; within a domain in the order of the tree.
 */
export function initiativesOf(
  nodes: readonly TreeNode[],
  domain: string | undefined,
): Initiative[] {
  const shape = shapeOf(nodes);
  const rank = (one: Initiative) =>
    one.domain ? Number(one.domain.ref !== domain) : 2;
  return nodes
    .filter(({ kind }) => kind !== 'vision')
    .map((node): Initiative => {
      const path = above(shape, node.id).map(id => shape.byId.get(id));
      const nearest = (kind: TreeNode['kind']) =>
        path.find(one => one?.kind === kind)?.title;
      return {
        id: node.id,
        title: node.title,
        bet: nearest('bet'),
        goal: nearest('goal'),
        domain: node.domain,
        isClosed: !isLiving(node),
        isOffered: node.kind === 'initiative' && isLiving(node),
      };
    })
    .sort(
      (one, other) =>
        rank(one) - rank(other) ||
        (one.domain?.title ?? '').localeCompare(other.domain?.title ?? ''),
    );
}

/** The ids in an answer, in the form's unchecked state. */
export function idsIn(answer: unknown): string[] {
  return Array.isArray(answer)
    ? answer.filter((id): id is string => typeof id === 'string')
    : [];
}
