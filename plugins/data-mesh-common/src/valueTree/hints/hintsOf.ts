import { dayNumber } from '../days';
import { isClosed } from '../kinds';
import { NodeModel, TreeModel } from '../model';
import { betHints } from './betHints';
import { domainHints } from './domainHints';
import { goalHints } from './goalHints';
import { HintModel } from './hintCodes';
import { HintContext, HintOptions } from './HintContext';
import { hintContextOf } from './hintContextOf';
import { initiativeHints } from './initiativeHints';
import { measureHints } from './measureHints';
import { productHints } from './productHints';

/**
 * Finds what deserves a look in a tree: by node in the order of the tree, then
 * by domain, then by product. What is closed gets none.
 *
 * @param tree - all of it: in a part, what is above is gone and what is below
 * is nobody’s
 * @public
 */
export function hintsOf(tree: TreeModel, options: HintOptions): HintModel[] {
  const context = hintContextOf(tree, options);
  return [
    ...tree.nodes
      .filter(node => !isClosed(node.state))
      .flatMap(node => nodeHints(context, node)),
    ...domainHints(context),
    ...productHints(context),
  ];
}

function nodeHints(context: HintContext, node: NodeModel): HintModel[] {
  return [
    ...placeHints(context, node),
    ...ofKind(context, node),
    ...reviewHints(context, node),
    ...measureHints(context, node),
  ];
}

function ofKind(context: HintContext, node: NodeModel): HintModel[] {
  switch (node.kind) {
    case 'goal':
      return goalHints(context, node);
    case 'bet':
      return betHints(context, node);
    case 'initiative':
      return initiativeHints(context, node);
    default:
      return [];
  }
}

/** A parent that was never named is missed by bets and initiatives only. */
function placeHints(
  { index }: HintContext,
  { id, kind, parentId }: NodeModel,
): HintModel[] {
  const isAdrift =
    parentId === undefined
      ? kind === 'bet' || kind === 'initiative'
      : !index.byId.has(parentId);
  return isAdrift
    ? [
        {
          code: 'adrift',
          node: id,
          ...(parentId !== undefined && { value: parentId }),
        },
      ]
    : [];
}

function reviewHints(
  { today }: HintContext,
  { id, fields: { reviewAt } }: NodeModel,
): HintModel[] {
  return reviewAt !== undefined && dayNumber(reviewAt) < today
    ? [{ code: 'review-overdue', node: id, value: reviewAt }]
    : [];
}
