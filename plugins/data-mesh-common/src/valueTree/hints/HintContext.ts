import { Standing } from '../../api';
import { NodeModel, TreeModel } from '../model';
import { TreeIndex } from '../tree/indexTree';

/**
 * What hints need to know of a data product.
 *
 * @public
 */
export interface ProductFacts {
  ref: string;
  domain?: string;
  /** Ids of nodes that its catalog file names, besides the links of the tree. */
  nodes?: readonly string[];
  /** Refs of the data products that it reads. */
  inputs?: readonly string[];
}

/** @public */
export interface HintOptions {
  /** A day in ISO 8601. */
  today: string;
  /**
   * All data products that take part and are not retired. Without them there
   * are no hints about products.
   */
  products?: readonly ProductFacts[];
  /** How many bets of one domain may be active at once; 5 if absent. */
  maxActiveBets?: number;
  /** After how many days a backlog item was not seen for long; 30 if absent. */
  backlogDays?: number;
  /** Of the same day by the id of the measure, where they are known already. */
  standings?: ReadonlyMap<string, Standing>;
}

/** What all hints are found with. */
export interface HintContext {
  tree: TreeModel;
  index: TreeIndex;
  /** The number of the day. */
  today: number;
  maxActiveBets: number;
  backlogDays: number;
  products: ReadonlyMap<string, ProductFacts>;
  /** Products of a node, from the tree and from catalog files. */
  productsOf(nodeId: string): ReadonlySet<string>;
  standings: ReadonlyMap<string, Standing>;
  domains: ReadonlyMap<string, string | undefined>;
  /** Whether a goal, or a living one below it, has measures. */
  isMeasured(goal: NodeModel): boolean;
}
