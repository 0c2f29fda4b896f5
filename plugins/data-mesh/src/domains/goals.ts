import {
  DomainRow,
  MeasureStatus,
  worstFirst,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { isWorrying } from '../goals/tree/attention';

/** Goals that stand alike: by their measure, without one, or to begin yet. */
export type GoalGroup = MeasureStatus | 'withoutMeasure' | 'proposed';

/** What asks for a look comes first. */
export const goalGroups: readonly GoalGroup[] = [
  ...worstFirst.filter(isWorrying),
  'withoutMeasure',
  ...worstFirst.filter(status => !isWorrying(status)),
  'proposed',
];

/** How many goals of a domain stand how; none for a domain without a goal. */
export function goalCounts(
  goals: DomainRow['goals'],
): { group: GoalGroup; count: number }[] {
  const { counts = {}, ...others } = goals ?? {};
  const all: Partial<Record<GoalGroup, number>> = { ...counts, ...others };
  return goalGroups.flatMap(group => {
    const count = all[group];
    return count ? [{ group, count }] : [];
  });
}

/**
 * How much the goals of a domain ask for a look: by those that stand worst,
 * then by how many they are.
 *
 * @returns undefined for a domain without a goal
 */
export function goalsRank(goals: DomainRow['goals']): number | undefined {
  const [worst] = goalCounts(goals);
  return (
    worst &&
    (goalGroups.length - goalGroups.indexOf(worst.group)) * 1e4 + worst.count
  );
}
