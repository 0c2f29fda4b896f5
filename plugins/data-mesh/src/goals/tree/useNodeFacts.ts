import { TreeNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useGoalWords } from '../words';
import { useDataMeshTranslation } from '../../translation';
import { isLiving } from './attention';

/** Days from one day to another, both in ISO 8601. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** What is to be known of a node in a few words, besides its measure. */
export function useNodeFacts(): (
  node: TreeNode,
  options: { today: string; initiatives: number },
) => string[] {
  const { t } = useDataMeshTranslation();
  const words = useGoalWords();
  const review = useReviewWords();
  return (node, { today, initiatives }) => {
    const { kind, state, stance, reviewAt, products } = node;
    return [
      node.isAdrift && t('goals.row.adrift'),
      state !== 'active' && words.state(state),
      node.mandatory && t('goals.row.mandatory'),
      stance && words.stance(stance),
      reviewAt && isLiving(node) && review(reviewAt, today),
      kind === 'bet' && t('goals.row.initiatives', { count: initiatives }),
      products.length > 0 &&
        t('goals.row.products', { count: products.length }),
      node.helpWanted && t('goals.row.helpWanted'),
    ].filter((fact): fact is string => Boolean(fact));
  };
}

/** When something is decided on next. */
export function useReviewWords(): (reviewAt: string, today: string) => string {
  const { t } = useDataMeshTranslation();
  return (reviewAt, today) => {
    const days = daysBetween(today, reviewAt);
    if (days === 0) {
      return t('goals.row.reviewToday');
    }
    return days > 0
      ? t('goals.row.reviewIn', { count: days })
      : t('goals.row.reviewOverdue', { count: -days });
  };
}
