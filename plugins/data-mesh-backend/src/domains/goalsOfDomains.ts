import {
  DomainRow,
  effectiveDomains,
  isClosed,
  TreeModel,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Standings } from '../valueTree/views/Standings';

type GoalCounts = NonNullable<DomainRow['goals']>;

/**
 * Counts how the goals of each domain stand on a day. What is reached or
 * dropped does not count.
 *
 * @returns by the ref of the domain; without those that have no goal
 */
export function goalsOfDomains(
  tree: TreeModel,
  day: string,
): Map<string, GoalCounts> {
  const domains = effectiveDomains(tree);
  const standings = Standings.of(tree.measures, day);
  const primaryOf = new Map(
    tree.measures
      .filter(({ fields }) => fields.primary)
      .map(({ nodeId, id }) => [nodeId, id]),
  );
  const found = new Map<string, GoalCounts>();
  for (const { id, kind, state } of tree.nodes) {
    const domain = domains.get(id);
    if (kind !== 'goal' || domain === undefined || isClosed(state)) {
      continue;
    }
    const goals = found.get(domain) ?? noGoals();
    found.set(domain, goals);
    if (state === 'active') {
      const status = standings.get(primaryOf.get(id) ?? '')?.status;
      goals.active += 1;
      if (status) {
        goals.counts[status] = (goals.counts[status] ?? 0) + 1;
      } else {
        goals.withoutMeasure += 1;
      }
    } else {
      goals.proposed += 1;
    }
  }
  return found;
}

/** How the goals of a domain stand that has none. */
export function noGoals(): GoalCounts {
  return { active: 0, proposed: 0, counts: {}, withoutMeasure: 0 };
}
