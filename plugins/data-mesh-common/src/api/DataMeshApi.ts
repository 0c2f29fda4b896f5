import { CompoundEntityRef } from '@backstage/catalog-model';
import { ContractProducts } from './contracts';
import { DomainList, DomainProfile, DomainsQuery } from './domains';
import {
  AnswerRequest,
  AnswerResponse,
  EntityEvidence,
  EvidenceRequest,
  EvidenceResponse,
  EvidenceSources,
} from './evidence';
import {
  MissingFieldsList,
  MissingFieldsQuery,
  PatchesRequest,
  PatchesResponse,
} from './missingFields';
import { MyWork } from './myWork';
import {
  ProductDetail,
  ProductList,
  ProductQuery,
  SimilarProducts,
  SimilarProductsQuery,
} from './products';
import { ProjectionStatus } from './projection';
import {
  ChangeList,
  ChangesQuery,
  EntityResults,
  ResultsList,
  ResultsQuery,
  RuleExplanation,
  WhatIf,
  WhatIfRequest,
} from './results';
import { RuleSetList } from './ruleSets';
import {
  WaiverDecision,
  WaiverList,
  WaiverRecord,
  WaiverRequest,
  WaiversQuery,
} from './waivers';

/**
 * Options of every call; backends pass the token they call with.
 *
 * @public
 */
export interface DataMeshRequestOptions {
  token?: string;
  signal?: AbortSignal;
}

/**
 * What the data mesh backend offers. What the caller may not see in the
 * catalog is left out of every answer, also of its counts.
 *
 * @public
 */
export interface DataMeshApi {
  /** Data products by text and filters, a page at a time. */
  getProducts(
    query?: ProductQuery,
    options?: DataMeshRequestOptions,
  ): Promise<ProductList>;

  /**
   * One data product with who uses it.
   *
   * @throws NotFoundError when it does not exist or the caller may not see it
   */
  getProduct(
    ref: string | CompoundEntityRef,
    options?: DataMeshRequestOptions,
  ): Promise<ProductDetail>;

  /** Products that may already be what somebody is about to make. */
  getSimilarProducts(
    query: SimilarProductsQuery,
    options?: DataMeshRequestOptions,
  ): Promise<SimilarProducts>;

  /**
   * The data products that provide and that use a contract.
   *
   * @throws NotFoundError when it does not exist or the caller may not see it
   */
  getContractProducts(
    ref: string | CompoundEntityRef,
    options?: DataMeshRequestOptions,
  ): Promise<ContractProducts>;

  /**
   * What all rule sets come to for an entity.
   *
   * @throws NotFoundError when it is not known or the caller may not see it
   */
  getResults(
    ref: string | CompoundEntityRef,
    options?: DataMeshRequestOptions,
  ): Promise<EntityResults>;

  /** Entities with level and unmet rules, a page at a time. */
  listResults(
    query?: ResultsQuery,
    options?: DataMeshRequestOptions,
  ): Promise<ResultsList>;

  /** How the results of an entity changed, the newest first. */
  getResultChanges(
    ref: string | CompoundEntityRef,
    query?: ChangesQuery,
    options?: DataMeshRequestOptions,
  ): Promise<ChangeList>;

  /** How a rule came to its result: what it read, and each of its parts. */
  explainResult(
    ref: string | CompoundEntityRef,
    rule: { ruleSet: string; rule: string },
    options?: DataMeshRequestOptions,
  ): Promise<RuleExplanation>;

  /** Where an entity would stand if some rules were fixed. */
  whatIf(
    ref: string | CompoundEntityRef,
    request: WhatIfRequest,
    options?: DataMeshRequestOptions,
  ): Promise<WhatIf>;

  /** The rule sets in force, with their texts. */
  getRuleSets(options?: DataMeshRequestOptions): Promise<RuleSetList>;

  /** Takes evidence in, with an outcome for each item. */
  putEvidence(
    request: EvidenceRequest,
    options?: DataMeshRequestOptions,
  ): Promise<EvidenceResponse>;

  /** What is known about an entity besides the catalog. */
  getEvidence(
    ref: string | CompoundEntityRef,
    options?: DataMeshRequestOptions,
  ): Promise<EntityEvidence>;

  /** Where evidence comes from, and when it last came. */
  getEvidenceSources(
    options?: DataMeshRequestOptions,
  ): Promise<EvidenceSources>;

  /** Answers a question in the name of the signed-in person. */
  answer(
    request: AnswerRequest,
    options?: DataMeshRequestOptions,
  ): Promise<AnswerResponse>;

  /** Exceptions, the newest first. */
  getWaivers(
    query?: WaiversQuery,
    options?: DataMeshRequestOptions,
  ): Promise<WaiverList>;

  /** Asks for an exception in the name of the signed-in person. */
  askForWaiver(
    request: WaiverRequest,
    options?: DataMeshRequestOptions,
  ): Promise<WaiverRecord>;

  /**
   * Approves, declines or takes back an exception.
   *
   * @throws ConflictError when it has changed since it was read
   */
  decideWaiver(
    id: string,
    decision: WaiverDecision,
    options?: DataMeshRequestOptions,
  ): Promise<WaiverRecord>;

  /** The domains that take part, and how they stand. */
  getDomains(
    query?: DomainsQuery,
    options?: DataMeshRequestOptions,
  ): Promise<DomainList>;

  /**
   * How a domain stands.
   *
   * @throws NotFoundError when it is not known or the caller may not see it
   */
  getDomainProfile(
    ref: string | CompoundEntityRef,
    options?: DataMeshRequestOptions,
  ): Promise<DomainProfile>;

  /** What the signed-in person can do. */
  getMyWork(options?: DataMeshRequestOptions): Promise<MyWork>;

  /**
   * Reads the rule sets of the configuration again. A set that cannot be read
   * stays as it was, and tells why in its problems.
   */
  reloadRuleSets(options?: DataMeshRequestOptions): Promise<RuleSetList>;

  /** How far what is served follows the catalog. */
  getStatus(options?: DataMeshRequestOptions): Promise<ProjectionStatus>;

  /** What the catalog files of many data products say and lack. */
  getMissingFields(
    query?: MissingFieldsQuery,
    options?: DataMeshRequestOptions,
  ): Promise<MissingFieldsList>;

  /** A patch for each repository that fills in fields; changes nothing. */
  makePatches(
    request: PatchesRequest,
    options?: DataMeshRequestOptions,
  ): Promise<PatchesResponse>;
}
