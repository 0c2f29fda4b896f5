import {
  Hint,
  LinkedProduct,
  stances,
  TreeNode,
  ValueTree,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { isLiving, openHints } from '../../../goals/tree/attention';
import { below, shapeOf } from '../../../goals/tree/shape';

/** A goal of a domain with what serves it. */
export interface DomainGoal {
  node: TreeNode;
  /** Bets that go on or are to begin, by stance, then by their next review. */
  bets: TreeNode[];
  /** Data products that it builds on and that do not meet their target. */
  heldBackBy: LinkedProduct[];
}

/** A hint with the node that it is about. */
export interface NodeHint {
  hint: Hint;
  node?: TreeNode;
}

/** What the card of a domain tells. */
export interface DomainGoals {
  living: DomainGoal[];
  closed: TreeNode[];
  /** Goals first, then bets, initiatives, data products. */
  hints: NodeHint[];
}

/** The goals of a domain; not those of the company that are above them. */
export function goalsOf(tree: ValueTree, domain: string): DomainGoals {
  const shape = shapeOf(tree.nodes);
  const own = tree.nodes.filter(node => node.domain?.ref === domain);
  const goals = own.filter(({ kind }) => kind === 'goal');
  return {
    living: goals.filter(isLiving).map(node => {
      const under = below(shape, node.id);
      return {
        node,
        bets: shape
          .childrenOf(node.id)
          .filter(child => child.kind === 'bet' && isLiving(child))
          .sort(byStanceAndReview),
        heldBackBy: belowTarget([node, ...under.filter(isLiving)]),
      };
    }),
    closed: goals.filter(node => !isLiving(node)),
    hints: [
      ...(['goal', 'bet', 'initiative'] as const).flatMap(kind =>
        own
          .filter(node => node.kind === kind)
          .flatMap(node => openHints(node).map(hint => ({ hint, node }))),
      ),
      ...tree.hints.filter(({ isNews }) => !isNews).map(hint => ({ hint })),
    ],
  };
}

function byStanceAndReview(a: TreeNode, b: TreeNode): number {
  const rank = ({ stance }: TreeNode) =>
    stance ? stances.indexOf(stance) : stances.length;
  return (
    rank(a) - rank(b) ||
    (a.reviewAt ?? '9999').localeCompare(b.reviewAt ?? '9999', 'en')
  );
}

/** Each product once, by its title. */
function belowTarget(nodes: readonly TreeNode[]): LinkedProduct[] {
  const found = new Map(
    nodes
      .flatMap(({ products }) => products)
      .filter(({ meetsTarget }) => meetsTarget === false)
      .map(product => [product.ref, product]),
  );
  return [...found.values()].sort((a, b) => a.title.localeCompare(b.title));
}
