import { Hint, ValueNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { GoalDialog } from '../forms/GoalDialogs';

/** How a hint about a node is mended right here, where the reader may. */
export function fixOf(hint: Hint, node: ValueNode): GoalDialog | undefined {
  const { may, id, managedBy } = node.node;
  const about = node.measures.find(({ id: one }) => one === hint.measure);
  const mayEdit = may.includes('edit') && !managedBy;
  switch (hint.code) {
    case 'adrift':
    case 'goal-without-parent':
      return may.includes('move') && !managedBy
        ? { act: 'move', node }
        : undefined;
    case 'goal-worded-as-output':
    case 'no-stop-rule':
    case 'initiative-without-use':
      return mayEdit ? { act: 'edit', node } : undefined;
    case 'goal-without-bet':
      return may.includes('add')
        ? { act: 'add', kind: 'bet', parentId: id }
        : undefined;
    case 'goal-served-by-nobody':
      return may.includes('add')
        ? { act: 'add', kind: 'goal', parentId: id }
        : undefined;
    case 'goal-without-measure':
    case 'measured-only-through-domain-goals':
    case 'bet-without-measure':
    case 'only-lagging':
      return mayEdit ? { act: 'add-measure', node } : undefined;
    case 'ready-for-a-decision':
    case 'review-overdue':
      return may.includes('decide') ? { act: 'decide', node } : undefined;
    case 'initiative-without-product':
      return may.includes('link') ? { act: 'link-product', node } : undefined;
    case 'no-backlog':
      return may.includes('link') ? { act: 'link-backlog', node } : undefined;
    default:
      return about?.may.includes('edit') && !hint.isNews
        ? { act: 'edit-measure', measure: about }
        : undefined;
  }
}
