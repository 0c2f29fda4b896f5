import { TreeNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { GoalsView } from '../view';
import { needsAttention } from './attention';
import { above, TreeShape } from './shape';

/** Whether a node is what a view asks for. */
export function isHit(node: TreeNode, view: GoalsView, today: string): boolean {
  const allows = (wanted: readonly string[], value: string | undefined) =>
    wanted.length === 0 || wanted.includes(value ?? '');
  return (
    allows(view.domains, node.domain?.ref) &&
    allows(view.owners, node.owner?.ref) &&
    allows(view.states, node.state) &&
    (view.stances.length === 0 || allows(view.stances, node.stance)) &&
    (!view.attention || needsAttention(node, today))
  );
}

/** The nodes that a view asks for, and those to show for their sake. */
export interface Hits {
  hits: ReadonlySet<string>;
  /** With all that is above. */
  shown: ReadonlySet<string>;
}

/** Finds what a view asks for. */
export function hitsOf(shape: TreeShape, view: GoalsView, today: string): Hits {
  const hits = new Set<string>();
  const shown = new Set<string>();
  for (const node of shape.byId.values()) {
    if (isHit(node, view, today)) {
      hits.add(node.id);
      shown.add(node.id);
      above(shape, node.id).forEach(id => shown.add(id));
    }
  }
  return { hits, shown };
}
