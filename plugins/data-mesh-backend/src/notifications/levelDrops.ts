import { ChangeCause } from '@backstage-data-mesh/plugin-data-mesh-common';

/** A change of a level, as it is kept. */
export type LevelChange = {
  id: string;
  at: string;
  before: number | null;
  after: number | null;
  cause: ChangeCause;
  /** Whether the entity itself is what changed. */
  isOwn: boolean;
};

/** A level that is lower than it was, and has been for two passes. */
export type LevelDrop = {
  from: number;
  to: number;
  /** The changes that took it down, the oldest first. */
  changes: readonly LevelChange[];
};

/** Causes that nobody is told of. */
export const CALM_CAUSES: readonly ChangeCause[] = ['baseline', 'rule-set'];

/**
 * Finds out whether a level fell. What went up again is no drop, nor is what
 * happened before other rules came into force.
 *
 * @param changes - of one level, the oldest first
 * @param settledBefore - what changed later may be different in a moment
 */
export function findLevelDrop(
  changes: readonly LevelChange[],
  settledBefore: string,
): LevelDrop | undefined {
  const start = changes.findLastIndex(
    ({ before, after, cause }) =>
      before === null || after === null || CALM_CAUSES.includes(cause),
  );
  const recent = changes.slice(start + 1);
  const settled = recent.filter(({ at }) => at < settledBefore);
  const drops = settled.filter((change, index) =>
    recent
      .slice(index)
      .every(({ after }) => Number(after) < Number(change.before)),
  );
  if (drops.length === 0) {
    return undefined;
  }
  return {
    from: Number(drops[0].before),
    to: Number(settled[settled.length - 1].after),
    changes: drops,
  };
}
