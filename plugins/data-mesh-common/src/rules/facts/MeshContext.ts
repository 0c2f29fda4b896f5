import { GoalIndex } from './mesh/GoalIndex';
import { Organisation } from './Organisation';

/**
 * What facts need to know of the mesh as a whole; the same for every subject
 * of a pass.
 *
 * @public
 */
export interface MeshContext {
  /** The UTC day to count from, such as `2026-03-01`. */
  today: string;
  organisation: Organisation;
  /** Refs of groups that are central teams; their groups below count too. */
  centralTeams: readonly string[];
  /** Refs of entities that are central stores, such as a warehouse. */
  centralStores: readonly string[];
  /** Ref of the group whose members agree on the shared rules. */
  governanceGroup?: string;
  /** The value tree on that day. */
  goals: GoalIndex;
}

/** Whether a group is a central team or below one. */
export function isCentral(
  { organisation, centralTeams }: MeshContext,
  group: string | undefined,
): boolean {
  return (
    group !== undefined &&
    centralTeams.some(
      central =>
        central === group || organisation.groupsBelow(central).includes(group),
    )
  );
}
