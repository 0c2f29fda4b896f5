import {
  ProductDecision,
  ReviewChanges,
  ReviewPoint,
} from '@backstage-data-mesh/plugin-data-mesh-common';

type Named = { ref: string; title: string };

/** A data product as it stood when a review was closed. */
export type ProductThen = Named & {
  level?: string;
  target?: string;
  /** Refs of the teams that used it. */
  users: string[];
  /** In 30 days. */
  use?: number;
  isDue: boolean;
  said?: {
    decision: ProductDecision;
    value?: string;
    costBand?: string;
    next?: string;
    standsAlone?: boolean;
    funded?: boolean;
  };
};

/** A goal or bet as it stood, and what was decided on it. */
export type NodeThen = {
  id: string;
  kind: string;
  title: string;
  state: string;
  /** In words that last. */
  measures: { id: string; name: string; text: string }[];
};

export type DecisionThen = {
  nodeId: string;
  node: string;
  kind: string;
  type: string;
  reason: string;
  learning?: string;
  by?: string;
};

/** How a domain stood when its review was closed; kept as JSON. */
export type ReviewSnapshot = {
  domain: Named;
  day: string;
  since: string;
  isFirst: boolean;
  participants: Named[];
  closedBy?: Named;
  notes?: string;
  /** Titles of dimensions with the titles of their levels. */
  dimensions: { title: string; level: string }[];
  products: ProductThen[];
  nodes: NodeThen[];
  decisions: DecisionThen[];
  openPoints: ReviewPoint[];
  changes: Omit<ReviewChanges, 'levels'> & {
    /** Changes of levels in words, with the refs of what they are about. */
    levels: { ref: string; text: string }[];
  };
};

/**
 * What a reader may know of it.
 *
 * @returns the same object when that is all of it
 */
export function seenPart(
  snapshot: ReviewSnapshot,
  isSeen: (ref: string) => boolean,
): ReviewSnapshot {
  const { products, openPoints, participants, closedBy, changes } = snapshot;
  const seen = {
    products: products.filter(({ ref }) => isSeen(ref)),
    openPoints: openPoints.filter(({ entity }) => isSeen(entity.ref)),
    participants: participants.filter(({ ref }) => isSeen(ref)),
    levels: changes.levels.filter(({ ref }) => isSeen(ref)),
  };
  const isAll =
    seen.products.length === products.length &&
    seen.openPoints.length === openPoints.length &&
    seen.participants.length === participants.length &&
    seen.levels.length === changes.levels.length &&
    (!closedBy || isSeen(closedBy.ref));
  const { levels, ...rest } = seen;
  return isAll
    ? snapshot
    : {
        ...snapshot,
        ...rest,
        closedBy: closedBy && isSeen(closedBy.ref) ? closedBy : undefined,
        // Who told what may be somebody who is hidden.
        decisions: snapshot.decisions.map(decision => ({
          ...decision,
          by: undefined,
        })),
        changes: { ...changes, levels, levelsTotal: levels.length },
      };
}
