import {
  DomainRow,
  measureStatuses,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { goalCounts, goalGroups, goalsRank } from './goals';

const goals = (change: Partial<NonNullable<DomainRow['goals']>>) => ({
  active: 9,
  proposed: 0,
  counts: {},
  withoutMeasure: 0,
  ...change,
});

describe('the goals of a domain', () => {
  it('are told of each status', () => {
    expect([...goalGroups].sort()).toEqual(
      [...measureStatuses, 'withoutMeasure', 'proposed'].sort(),
    );
  });

  it('that ask for a look come first', () => {
    const counts = { achieved: 1, 'no-data': 2, stale: 3, 'off-track': 0 };
    expect(
      goalCounts(goals({ counts, withoutMeasure: 4, proposed: 5 })),
    ).toEqual([
      { group: 'stale', count: 3 },
      { group: 'withoutMeasure', count: 4 },
      { group: 'no-data', count: 2 },
      { group: 'achieved', count: 1 },
      { group: 'proposed', count: 5 },
    ]);
  });

  it.each([[undefined], [goals({})]])('are none in %j', none => {
    expect(goalCounts(none)).toEqual([]);
    expect(goalsRank(none)).toBeUndefined();
  });

  it('rank by what is worst, then by how many', () => {
    const ranks = [
      goals({ proposed: 900 }),
      goals({ counts: { 'on-track': 900 } }),
      goals({ withoutMeasure: 900 }),
      goals({ counts: { stale: 900 } }),
      goals({ counts: { 'off-track': 1 } }),
      goals({ counts: { 'off-track': 2 } }),
    ].map(goalsRank);
    expect(ranks).toEqual([...ranks].sort((a, b) => Number(a) - Number(b)));
    expect(new Set(ranks).size).toBe(6);
  });
});
