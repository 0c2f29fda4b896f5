import { useDataMeshTranslation } from '../../translation';
import { Initiative } from './initiativesOf';

/** The bet and the goal of an initiative, in words. */
export function useServes(): (
  initiative: Pick<Initiative, 'bet' | 'goal'>,
) => string {
  const { t } = useDataMeshTranslation();
  return ({ bet, goal }) =>
    [
      bet && t('scaffolder.initiatives.bet', { bet }),
      goal && t('scaffolder.initiatives.goal', { goal }),
    ]
      .filter(Boolean)
      .join(' · ');
}
