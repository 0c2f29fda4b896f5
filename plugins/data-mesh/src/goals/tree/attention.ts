import {
  MeasureStatus,
  TreeNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';

const worrying: readonly MeasureStatus[] = [
  'invalid',
  'stale',
  'missed',
  'at-risk',
  'off-track',
];

/** Whether a status asks for a look. */
export function isWorrying(status: MeasureStatus): boolean {
  return worrying.includes(status);
}

/** The hints of a node that ask for something to be mended. */
export function openHints(node: TreeNode): TreeNode['hints'] {
  return node.hints.filter(hint => !hint.isNews);
}

/** Whether work on a node goes on, or is still to begin. */
export function isLiving(node: Pick<TreeNode, 'state'>): boolean {
  return ['proposed', 'active', 'stop-ready'].includes(node.state);
}

/** Whether the day on which a node was to be decided on has passed. */
export function isReviewOverdue(node: TreeNode, today: string): boolean {
  return isLiving(node) && node.reviewAt !== undefined && node.reviewAt < today;
}

/**
 * Whether a node deserves a look: it has hints, its measure is behind, a
 * reading or its review is overdue, it is ready for a decision, wants help, or
 * has no data product. What is closed asks for nothing but what its hints say.
 */
export function needsAttention(node: TreeNode, today: string): boolean {
  const status = node.primary?.standing.status;
  return (
    openHints(node).length > 0 ||
    (isLiving(node) &&
      (node.state === 'stop-ready' ||
        node.isAdrift === true ||
        node.helpWanted !== undefined ||
        isReviewOverdue(node, today) ||
        node.withoutProduct === true ||
        (node.toRead ?? []).length > 0 ||
        (status !== undefined && isWorrying(status))))
  );
}
