import {
  BacklogProvider,
  MeasureFields,
  NodeFields,
  NodeKind,
  NodeState,
} from '../api';

/**
 * One reading of a measure.
 *
 * @public
 */
export interface Reading {
  /** A day in ISO 8601. */
  date: string;
  value: number;
}

/**
 * A measure with its newest readings.
 *
 * @public
 */
export interface MeasureModel {
  id: string;
  nodeId: string;
  fields: MeasureFields;
  /** At least the newest five that no other supersedes, the oldest first. */
  readings: readonly Reading[];
}

/**
 * A node of the value tree, without what it is linked to.
 *
 * @public
 */
export interface NodeModel {
  id: string;
  kind: NodeKind;
  /** As written, also while there is no such node. */
  parentId?: string;
  state: NodeState;
  /** Refs are full, in lower case. */
  fields: NodeFields;
}

/**
 * What a node is linked to, besides nodes.
 *
 * @public
 */
export interface NodeLinks {
  /** Refs of data products, from the tree and from catalog files. */
  products: readonly string[];
  backlog: readonly {
    provider: BacklogProvider;
    ref: string;
    state?: 'open' | 'done';
    /** The day it was last seen; absent: never. */
    seenAt?: string;
  }[];
}

/**
 * All of the value tree, or a part of it: siblings in their order. Who changes
 * a tree makes another: what is looked up in one is kept with it.
 *
 * @public
 */
export interface TreeModel {
  nodes: readonly NodeModel[];
  measures: readonly MeasureModel[];
  /** By the id of the node; a node without links may be left out. */
  links: Readonly<Record<string, NodeLinks>>;
}
