import { RuleStatus, Severity } from '../../results';
import { PickedEvidence } from '../evidence';
import { MeshContext } from './MeshContext';
import { ProductFacts } from './product';

/**
 * A data product as the facts of its domain see it.
 *
 * @public
 */
export interface DomainProduct {
  facts: ProductFacts;
  /** Results of the rules of data products, by code, such as `DP-T1`. */
  statuses: Readonly<Record<string, RuleStatus>>;
  /**
   * What it draws from, as far as that is in the catalog, each with the ref
   * of its owner.
   */
  inputs: readonly { owner?: string }[];
}

/**
 * All that the facts of a domain are computed from. Refs are full, in lower
 * case.
 *
 * @public
 */
export interface DomainContext {
  mesh: MeshContext;
  ref: string;
  /** Ref of its owner, as written; it may not exist. */
  owner?: string;
  annotations: Readonly<Record<string, string>>;
  products: readonly DomainProduct[];
  /** Open faults of its products and of itself. */
  faults: readonly {
    severity: Severity;
    /** When it was first seen; absent: before it was measured. */
    since?: string;
  }[];
  /** Exceptions of its products that ran out while the rule is still unmet. */
  expiredWaivers: number;
  /** Domains of the products that its teams and products use. */
  usedDomains: readonly string[];
  /** Domains whose teams or products use its products. */
  servedDomains: readonly string[];
  /** The evidence about the domain that counts. */
  evidence: PickedEvidence;
}
