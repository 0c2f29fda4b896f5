import { ContractFacts } from '../../contract';
import { EvidenceRecord, PickedEvidence } from '../evidence';
import { MeshContext } from './MeshContext';
import { ProductDescription } from './ProductDescription';

/**
 * Somebody who uses a product, or means to.
 *
 * @public
 */
export interface ProductUse {
  /** Ref of the group, product, component or system. */
  user: string;
  /** Ref of the group that answers for the user. */
  team?: string;
  state: 'active' | 'intended';
  /** A day in ISO 8601. */
  since?: string;
}

/**
 * All that the facts of a data product are computed from. Refs are full, in
 * lower case.
 *
 * @public
 */
export interface ProductContext {
  mesh: MeshContext;
  product: ProductDescription;
  /**
   * Facts of the contracts that its output ports name, by the ref of the API;
   * null where that is not in the catalog or holds no contract.
   */
  contracts: Readonly<Record<string, ContractFacts | null>>;
  /** Who uses it directly, each user once. */
  uses: readonly ProductUse[];
  /** Domain of its system; undefined when it has no system or that no domain. */
  systemDomain?: string;
  /** Initiatives of products that use it, directly or through others. */
  initiativesOfUsers: readonly string[];
  /** Which of its addresses other products have too. */
  sharedAddresses: readonly string[];
  /** Products with the same source location, at most 10 of them. */
  sourceSharedWith: readonly string[];
  /** Titles of products that look like the same. */
  similar: readonly string[];
  /** How many products its product owner answers for, this one included. */
  productsOfOwner: number;
  /** The evidence about the product that counts. */
  evidence: PickedEvidence;
  /** The newest word of each of its consumers: `consumers.stillUsing`. */
  consumerAnswers: readonly EvidenceRecord[];
  /** The evidence about its product owner that counts. */
  ownerEvidence: PickedEvidence;
}
