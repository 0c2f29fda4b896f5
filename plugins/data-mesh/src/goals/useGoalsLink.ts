import { RouteFunc, useRouteRef } from '@backstage/core-plugin-api';
import { NodeKind } from '@backstage-data-mesh/plugin-data-mesh-common';
import { goalsRouteRef } from '../routes';

/** What the Goals tab opens with. */
export interface GoalsPlace {
  /** Id of the node whose panel is open. */
  node?: string;
  /** Ref of the domain whose part of the tree is shown. */
  domain?: string;
  /** Shows what deserves a look as a list, in place of the tree. */
  view?: 'attention';
  /** What the form adds that opens at once. */
  add?: NodeKind;
  /** Ref of the data product that is to be linked to a node. */
  product?: string;
}

/** The route of the tab; an adopter may have left the page out. */
function useOptionalRoute(): RouteFunc<undefined> | undefined {
  try {
    return useRouteRef(goalsRouteRef);
  } catch {
    return undefined;
  }
}

/** Links to places in the Goals tab; undefined where there is no such tab. */
export function useGoalsLink(): (place: GoalsPlace) => string | undefined {
  const route = useOptionalRoute();
  return place => {
    const query = new URLSearchParams(
      Object.entries(place).filter(([, value]) => value),
    );
    return route && (query.size ? `${route()}?${query}` : route());
  };
}
