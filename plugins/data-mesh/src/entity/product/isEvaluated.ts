import { EntityResults } from '@backstage-data-mesh/plugin-data-mesh-common';

/** Whether there is a to-do list made from results. */
export function isEvaluated(results: EntityResults | undefined): boolean {
  return (results?.items.length ?? 0) > 0;
}
