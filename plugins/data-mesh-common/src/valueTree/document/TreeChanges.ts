import {
  MeasureFields,
  NodeFields,
  NodeKind,
  NodeState,
  ValueTreePlan,
} from '../../api';

/**
 * A node as it is kept now.
 *
 * @public
 */
export interface CurrentNode {
  id: string;
  kind: NodeKind;
  parentId?: string;
  position: number;
  state: NodeState;
  fields: NodeFields;
  /** The document that owns it. */
  managedBy?: string;
  /** When it was deleted. */
  goneAt?: string;
}

/**
 * A measure as it is kept now.
 *
 * @public
 */
export interface CurrentMeasure {
  id: string;
  nodeId: string;
  position: number;
  fields: MeasureFields;
  managedBy?: string;
  goneAt?: string;
}

/**
 * What is kept of the tree: all that is there, and of what was deleted all
 * whose ids are in the document.
 *
 * @public
 */
export interface CurrentTree {
  nodes: readonly CurrentNode[];
  measures: readonly CurrentMeasure[];
}

/**
 * How a node is to be.
 *
 * @public
 */
export type PlannedNode = Omit<CurrentNode, 'managedBy' | 'goneAt'>;

/**
 * How a measure is to be.
 *
 * @public
 */
export type PlannedMeasure = Omit<CurrentMeasure, 'managedBy' | 'goneAt'>;

/**
 * What is to be written so that a plan comes true.
 *
 * @public
 */
export interface TreeChanges<TItem> {
  /** Also what was deleted once, and is to be there again. */
  add: TItem[];
  change: { item: TItem; changed: string[] }[];
  /** Ids. */
  remove: string[];
}

/**
 * A plan with what has to be written for it.
 *
 * @public
 */
export interface PlannedTree {
  plan: ValueTreePlan;
  /** Nothing where the plan has problems. */
  nodes: TreeChanges<PlannedNode>;
  measures: TreeChanges<PlannedMeasure>;
}
