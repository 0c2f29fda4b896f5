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
  CheckInList,
  CheckInRequest,
  CheckInResponse,
  CheckInsQuery,
  Measure,
  MeasureChange,
  NewMeasure,
} from './measures';
import {
  MissingFieldsList,
  MissingFieldsQuery,
  PatchesRequest,
  PatchesResponse,
} from './missingFields';
import { MyWork } from './myWork';
import { Erasure, ErasureRequest } from './people';
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
import {
  NewReview,
  ProductSayingRequest,
  Review,
  ReviewChange,
  ReviewEnd,
  ReviewInFull,
  ReviewList,
  ReviewsQuery,
} from './reviews';
import { RuleSetList } from './ruleSets';
import {
  DecisionRequest,
  LinkRequest,
  NewNode,
  NodeChange,
  NodeHistory,
  NodeHistoryQuery,
  NodeMove,
  StateChange,
  ValueNode,
  ValueTree,
  ValueTreeQuery,
} from './valueTree';
import {
  ValueTreeDocuments,
  ValueTreeExportQuery,
  ValueTreePlan,
  ValueTreePlanRequest,
} from './valueTreeDocuments';
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

  /**
   * Replaces the name of a person by a neutral mark in all that is kept. To ask
   * once more is safe.
   *
   * @throws NotAllowedError when it is for others to do
   */
  erasePerson(
    request: ErasureRequest,
    options?: DataMeshRequestOptions,
  ): Promise<Erasure>;

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

  /** A part of the value tree, with how its measures stand today. */
  getValueTree(
    query?: ValueTreeQuery,
    options?: DataMeshRequestOptions,
  ): Promise<ValueTree>;

  /**
   * All that is known of a node of the value tree.
   *
   * @throws NotFoundError when there is none or the caller may not see it
   */
  getValueNode(
    id: string,
    options?: DataMeshRequestOptions,
  ): Promise<ValueNode>;

  /** Adds a node to the value tree. */
  addValueNode(
    node: NewNode,
    options?: DataMeshRequestOptions,
  ): Promise<ValueNode>;

  /**
   * Changes what a node says.
   *
   * @throws ConflictError when it has changed since it was read
   */
  changeValueNode(
    id: string,
    change: NodeChange,
    options?: DataMeshRequestOptions,
  ): Promise<ValueNode>;

  /** Moves a node, with all below it, to another place in the tree. */
  moveValueNode(
    id: string,
    move: NodeMove,
    options?: DataMeshRequestOptions,
  ): Promise<ValueNode>;

  /** Moves a node to another state, along the allowed moves. */
  changeValueNodeState(
    id: string,
    change: StateChange,
    options?: DataMeshRequestOptions,
  ): Promise<ValueNode>;

  /** Decides on a node. */
  decideOnValueNode(
    id: string,
    decision: DecisionRequest,
    options?: DataMeshRequestOptions,
  ): Promise<ValueNode>;

  /** Takes a node out of the tree, with all below it; its history stays. */
  deleteValueNode(
    id: string,
    version: number,
    options?: DataMeshRequestOptions,
  ): Promise<void>;

  /** Links a node to a catalog entity or to a backlog item. */
  linkValueNode(
    id: string,
    link: LinkRequest,
    options?: DataMeshRequestOptions,
  ): Promise<ValueNode>;

  /** Takes a link of a node away. */
  unlinkValueNode(
    id: string,
    linkId: string,
    options?: DataMeshRequestOptions,
  ): Promise<ValueNode>;

  /** What a node said before, and who changed it. */
  getValueNodeHistory(
    id: string,
    query?: NodeHistoryQuery,
    options?: DataMeshRequestOptions,
  ): Promise<NodeHistory>;

  /** Adds a measure of success to a node. */
  addMeasure(
    nodeId: string,
    measure: NewMeasure,
    options?: DataMeshRequestOptions,
  ): Promise<Measure>;

  /**
   * Changes a measure.
   *
   * @throws ConflictError when it has changed since it was read
   */
  changeMeasure(
    id: string,
    change: MeasureChange,
    options?: DataMeshRequestOptions,
  ): Promise<Measure>;

  /** Takes a measure away; its check-ins stay in the history. */
  deleteMeasure(
    id: string,
    version: number,
    options?: DataMeshRequestOptions,
  ): Promise<void>;

  /** The readings of a measure, the newest first. */
  getCheckIns(
    measureId: string,
    query?: CheckInsQuery,
    options?: DataMeshRequestOptions,
  ): Promise<CheckInList>;

  /**
   * Reports a reading of a measure. The same one again returns the first.
   *
   * @throws ConflictError when another one is known for that day
   */
  checkIn(
    measureId: string,
    request: CheckInRequest,
    options?: DataMeshRequestOptions,
  ): Promise<CheckInResponse>;

  /** Reviews that were held, and domains whose reviews the caller may hold. */
  getReviews(
    query?: ReviewsQuery,
    options?: DataMeshRequestOptions,
  ): Promise<ReviewList>;

  /**
   * A review with what it goes through and its minutes.
   *
   * @throws NotFoundError when there is none or the caller may not see it
   */
  getReview(
    id: string,
    options?: DataMeshRequestOptions,
  ): Promise<ReviewInFull>;

  /** Starts a review of a domain, or returns the one that is under way. */
  startReview(
    review: NewReview,
    options?: DataMeshRequestOptions,
  ): Promise<Review>;

  /**
   * Changes who takes part in a review, and its notes.
   *
   * @throws ConflictError when it has changed since it was read
   */
  changeReview(
    id: string,
    change: ReviewChange,
    options?: DataMeshRequestOptions,
  ): Promise<Review>;

  /**
   * Says something about a data product in a review. It takes effect at once:
   * the product was reviewed today, in the name of the signed-in person.
   *
   * @throws ConflictError when somebody else has said something about it since
   */
  sayAboutProduct(
    id: string,
    product: string | CompoundEntityRef,
    saying: ProductSayingRequest,
    options?: DataMeshRequestOptions,
  ): Promise<Review>;

  /**
   * Closes a review with its minutes, after which it stays as it is.
   *
   * @throws ConflictError when it has changed since it was read
   */
  closeReview(
    id: string,
    end: ReviewEnd,
    options?: DataMeshRequestOptions,
  ): Promise<ReviewInFull>;

  /**
   * Ends a review without minutes. What was said in it stays.
   *
   * @throws ConflictError when it has changed since it was read
   */
  abandonReview(
    id: string,
    end: ReviewEnd,
    options?: DataMeshRequestOptions,
  ): Promise<Review>;

  /**
   * How the documents stand that the value tree is read from; for those who
   * may change goals of the whole company.
   */
  getValueTreeDocuments(
    options?: DataMeshRequestOptions,
  ): Promise<ValueTreeDocuments>;

  /**
   * What applying a document to the value tree would do; nothing is written.
   * For those who may change goals of the whole company.
   */
  planValueTree(
    request: ValueTreePlanRequest,
    options?: DataMeshRequestOptions,
  ): Promise<ValueTreePlan>;

  /**
   * The value tree as a document, in YAML: what the caller may see of it.
   *
   * @throws NotFoundError when there is no such root that one may see
   */
  exportValueTree(
    query?: ValueTreeExportQuery,
    options?: DataMeshRequestOptions,
  ): Promise<string>;
}
