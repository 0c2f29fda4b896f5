import { ResultChange } from '@backstage-data-mesh/plugin-data-mesh-common';

/** A level, and from when on. */
export type LevelFrom = { level: number; at: string };

/**
 * The levels that an entity was on, the oldest first.
 *
 * @param changes - of its level, the newest first
 */
export function levelHistory(changes: readonly ResultChange[]): LevelFrom[] {
  return changes
    .flatMap(({ after, at, rule, dimension }) => {
      const level = levelIn(after);
      return level === undefined || rule || dimension ? [] : [{ level, at }];
    })
    .reverse();
}

/** The level that a change tells of; undefined for none. */
export function levelIn(value: string | null): number | undefined {
  return value !== null && /^\d+$/.test(value) ? Number(value) : undefined;
}
