import {
  DECIDE_WITHIN_DAYS,
  DecisionType,
  ReviewNode,
  TreeNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';

const DAY = 24 * 60 * 60 * 1000;
const LIVING = ['proposed', 'active', 'stop-ready'];
/** They are told by the day and the state themselves. */
const TOLD_ANYWAY = ['review-overdue', 'ready-for-a-decision'];

/**
 * The goals and bets that a review decides on: those that are to be decided on
 * within a month, or should have been, those that deserve a look, and those
 * that were decided on in it already.
 *
 * @param decided - what was decided in the review, by the id of the node
 */
export function dueNodes(
  nodes: readonly TreeNode[],
  decided: ReadonlyMap<string, DecisionType>,
  today: string,
): ReviewNode[] {
  const until = new Date(Date.parse(today) + DECIDE_WITHIN_DAYS * DAY)
    .toISOString()
    .slice(0, 10);
  return nodes.flatMap(({ id, kind, title, state, reviewAt, hints }) => {
    if (kind !== 'goal' && kind !== 'bet') {
      return [];
    }
    const isLiving = LIVING.includes(state);
    const why: ReviewNode['why'] = [];
    if (isLiving && reviewAt && reviewAt <= until) {
      why.push('date');
    }
    if (state === 'stop-ready') {
      why.push('stop-ready');
    }
    if (
      isLiving &&
      hints.some(({ isNews, code }) => !isNews && !TOLD_ANYWAY.includes(code))
    ) {
      why.push('hints');
    }
    const type = decided.get(id);
    return why.length > 0 || type
      ? [{ id, kind, title, why, reviewAt, decided: type }]
      : [];
  });
}
