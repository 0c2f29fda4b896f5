import {
  CompoundEntityRef,
  parseEntityRef,
  DEFAULT_NAMESPACE,
} from '@backstage/catalog-model';
import { z } from 'zod';
import { DataMeshApi, DataMeshRequestOptions } from './DataMeshApi';
import { ContractProducts, contractProductsSchema } from './contracts';
import {
  DomainList,
  DomainProfile,
  DomainsQuery,
  domainListSchema,
  domainProfileSchema,
} from './domains';
import {
  AnswerRequest,
  AnswerResponse,
  EntityEvidence,
  EvidenceRequest,
  EvidenceResponse,
  EvidenceSources,
  answerResponseSchema,
  entityEvidenceSchema,
  evidenceResponseSchema,
  evidenceSourcesSchema,
} from './evidence';
import {
  CheckInList,
  CheckInRequest,
  CheckInResponse,
  CheckInsQuery,
  Measure,
  MeasureChange,
  NewMeasure,
  checkInListSchema,
  checkInResponseSchema,
  measureSchema,
} from './measures';
import {
  MissingFieldsList,
  MissingFieldsQuery,
  PatchesRequest,
  PatchesResponse,
  missingFieldsListSchema,
  patchesResponseSchema,
} from './missingFields';
import { MyWork, myWorkSchema } from './myWork';
import { Erasure, ErasureRequest, erasureSchema } from './people';
import {
  ProductDetail,
  ProductList,
  ProductQuery,
  productDetailSchema,
  productListSchema,
  SimilarProducts,
  SimilarProductsQuery,
  similarProductsSchema,
} from './products';
import { ProjectionStatus, projectionStatusSchema } from './projection';
import { Connection, request } from './request';
import {
  ChangeList,
  ChangesQuery,
  EntityResults,
  ResultsList,
  ResultsQuery,
  RuleExplanation,
  WhatIf,
  WhatIfRequest,
  changeListSchema,
  entityResultsSchema,
  explanationSchema,
  resultsListSchema,
  whatIfSchema,
} from './results';
import {
  NewReview,
  ProductSayingRequest,
  Review,
  ReviewChange,
  ReviewEnd,
  ReviewInFull,
  reviewInFullSchema,
  ReviewList,
  reviewListSchema,
  reviewSchema,
  ReviewsQuery,
} from './reviews';
import { RuleSetList, ruleSetListSchema } from './ruleSets';
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
  nodeHistorySchema,
  valueNodeSchema,
  valueTreeSchema,
} from './valueTree';
import {
  ValueTreeDocuments,
  valueTreeDocumentsSchema,
  ValueTreeExportQuery,
  ValueTreePlan,
  ValueTreePlanRequest,
  valueTreePlanSchema,
} from './valueTreeDocuments';
import {
  WaiverDecision,
  WaiverList,
  WaiverRecord,
  WaiverRequest,
  WaiversQuery,
  waiverListSchema,
  waiverSchema,
} from './waivers';

/**
 * Calls the data mesh backend over HTTP and checks what it answers.
 *
 * @public
 */
export class DataMeshClient implements DataMeshApi {
  readonly #connection: Connection;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#connection = options;
  }

  async getProducts(
    query: ProductQuery = {},
    options?: DataMeshRequestOptions,
  ): Promise<ProductList> {
    return this.#get(`/products${searchOf(query)}`, productListSchema, options);
  }

  async getProduct(
    ref: string | CompoundEntityRef,
    options?: DataMeshRequestOptions,
  ): Promise<ProductDetail> {
    const path = `/products/by-entity/${entityPath(ref, 'DataProduct')}`;
    return this.#get(path, productDetailSchema, options);
  }

  async getSimilarProducts(
    query: SimilarProductsQuery,
    options?: DataMeshRequestOptions,
  ): Promise<SimilarProducts> {
    const path = `/products/similar${searchOf(query)}`;
    return this.#get(path, similarProductsSchema, options);
  }

  async getContractProducts(
    ref: string | CompoundEntityRef,
    options?: DataMeshRequestOptions,
  ): Promise<ContractProducts> {
    const path = `/contracts/by-entity/${entityPath(ref, 'API')}/products`;
    return this.#get(path, contractProductsSchema, options);
  }

  async getResults(
    ref: string | CompoundEntityRef,
    options?: DataMeshRequestOptions,
  ): Promise<EntityResults> {
    const path = `/results/by-entity/${entityPath(ref, 'DataProduct')}`;
    return this.#get(path, entityResultsSchema, options);
  }

  async listResults(
    query: ResultsQuery = {},
    options?: DataMeshRequestOptions,
  ): Promise<ResultsList> {
    const path = `/results${searchOf(query)}`;
    return this.#get(path, resultsListSchema, options);
  }

  async getResultChanges(
    ref: string | CompoundEntityRef,
    query: ChangesQuery = {},
    options?: DataMeshRequestOptions,
  ): Promise<ChangeList> {
    const entity = entityPath(ref, 'DataProduct');
    const path = `/results/by-entity/${entity}/changes${searchOf(query)}`;
    return this.#get(path, changeListSchema, options);
  }

  async explainResult(
    ref: string | CompoundEntityRef,
    { ruleSet, rule }: { ruleSet: string; rule: string },
    options?: DataMeshRequestOptions,
  ): Promise<RuleExplanation> {
    const path = [
      `/results/by-entity/${entityPath(ref, 'DataProduct')}/explain`,
      encodeURIComponent(ruleSet),
      encodeURIComponent(rule),
    ].join('/');
    return this.#get(path, explanationSchema, options);
  }

  async whatIf(
    ref: string | CompoundEntityRef,
    body: WhatIfRequest,
    options?: DataMeshRequestOptions,
  ): Promise<WhatIf> {
    const path = `/results/by-entity/${entityPath(ref, 'DataProduct')}/what-if`;
    return this.#send({ path, body }, whatIfSchema, options);
  }

  async getRuleSets(options?: DataMeshRequestOptions): Promise<RuleSetList> {
    return this.#get('/rule-sets', ruleSetListSchema, options);
  }

  async putEvidence(
    body: EvidenceRequest,
    options?: DataMeshRequestOptions,
  ): Promise<EvidenceResponse> {
    const target = { path: '/evidence', body, method: 'PUT' as const };
    return this.#send(target, evidenceResponseSchema, options);
  }

  async getEvidence(
    ref: string | CompoundEntityRef,
    options?: DataMeshRequestOptions,
  ): Promise<EntityEvidence> {
    const path = `/evidence/by-entity/${entityPath(ref, 'DataProduct')}`;
    return this.#get(path, entityEvidenceSchema, options);
  }

  async getEvidenceSources(
    options?: DataMeshRequestOptions,
  ): Promise<EvidenceSources> {
    return this.#get('/evidence/sources', evidenceSourcesSchema, options);
  }

  async answer(
    body: AnswerRequest,
    options?: DataMeshRequestOptions,
  ): Promise<AnswerResponse> {
    return this.#send(
      { path: '/answers', body },
      answerResponseSchema,
      options,
    );
  }

  async getWaivers(
    query: WaiversQuery = {},
    options?: DataMeshRequestOptions,
  ): Promise<WaiverList> {
    return this.#get(`/waivers${searchOf(query)}`, waiverListSchema, options);
  }

  async askForWaiver(
    body: WaiverRequest,
    options?: DataMeshRequestOptions,
  ): Promise<WaiverRecord> {
    return this.#send({ path: '/waivers', body }, waiverSchema, options);
  }

  async decideWaiver(
    id: string,
    body: WaiverDecision,
    options?: DataMeshRequestOptions,
  ): Promise<WaiverRecord> {
    const path = `/waivers/${encodeURIComponent(id)}/decision`;
    return this.#send({ path, body }, waiverSchema, options);
  }

  async getDomains(
    query: DomainsQuery = {},
    options?: DataMeshRequestOptions,
  ): Promise<DomainList> {
    return this.#get(`/domains${searchOf(query)}`, domainListSchema, options);
  }

  async getDomainProfile(
    ref: string | CompoundEntityRef,
    options?: DataMeshRequestOptions,
  ): Promise<DomainProfile> {
    const path = `/domains/by-entity/${entityPath(ref, 'Domain')}`;
    return this.#get(path, domainProfileSchema, options);
  }

  async getMyWork(options?: DataMeshRequestOptions): Promise<MyWork> {
    return this.#get('/my-work', myWorkSchema, options);
  }

  async reloadRuleSets(options?: DataMeshRequestOptions): Promise<RuleSetList> {
    const target = { path: '/rule-sets/reload', body: {} };
    return this.#send(target, ruleSetListSchema, options);
  }

  async erasePerson(
    body: ErasureRequest,
    options?: DataMeshRequestOptions,
  ): Promise<Erasure> {
    const target = { path: '/people/erasures', body };
    return this.#send(target, erasureSchema, options);
  }

  async getStatus(options?: DataMeshRequestOptions): Promise<ProjectionStatus> {
    return this.#get('/status', projectionStatusSchema, options);
  }

  async getMissingFields(
    query: MissingFieldsQuery = {},
    options?: DataMeshRequestOptions,
  ): Promise<MissingFieldsList> {
    const path = `/missing-fields${searchOf(query)}`;
    return this.#get(path, missingFieldsListSchema, options);
  }

  async makePatches(
    body: PatchesRequest,
    options?: DataMeshRequestOptions,
  ): Promise<PatchesResponse> {
    const target = { path: '/missing-fields/patches', body };
    return this.#send(target, patchesResponseSchema, options);
  }

  async getValueTree(
    query: ValueTreeQuery = {},
    options?: DataMeshRequestOptions,
  ): Promise<ValueTree> {
    const path = `/value-tree${searchOf(query)}`;
    return this.#get(path, valueTreeSchema, options);
  }

  async getValueNode(
    id: string,
    options?: DataMeshRequestOptions,
  ): Promise<ValueNode> {
    return this.#get(nodePath(id), valueNodeSchema, options);
  }

  async addValueNode(
    body: NewNode,
    options?: DataMeshRequestOptions,
  ): Promise<ValueNode> {
    const target = { path: '/value-nodes', body };
    return this.#send(target, valueNodeSchema, options);
  }

  async changeValueNode(
    id: string,
    body: NodeChange,
    options?: DataMeshRequestOptions,
  ): Promise<ValueNode> {
    const target = { path: nodePath(id), body, method: 'PATCH' as const };
    return this.#send(target, valueNodeSchema, options);
  }

  async moveValueNode(
    id: string,
    body: NodeMove,
    options?: DataMeshRequestOptions,
  ): Promise<ValueNode> {
    const target = { path: `${nodePath(id)}/move`, body };
    return this.#send(target, valueNodeSchema, options);
  }

  async changeValueNodeState(
    id: string,
    body: StateChange,
    options?: DataMeshRequestOptions,
  ): Promise<ValueNode> {
    const target = { path: `${nodePath(id)}/state`, body };
    return this.#send(target, valueNodeSchema, options);
  }

  async decideOnValueNode(
    id: string,
    body: DecisionRequest,
    options?: DataMeshRequestOptions,
  ): Promise<ValueNode> {
    const target = { path: `${nodePath(id)}/decisions`, body };
    return this.#send(target, valueNodeSchema, options);
  }

  async deleteValueNode(
    id: string,
    version: number,
    options?: DataMeshRequestOptions,
  ): Promise<void> {
    const path = `${nodePath(id)}${searchOf({ version })}`;
    return this.#send({ path, method: 'DELETE' }, z.void(), options);
  }

  async linkValueNode(
    id: string,
    body: LinkRequest,
    options?: DataMeshRequestOptions,
  ): Promise<ValueNode> {
    const target = { path: `${nodePath(id)}/links`, body };
    return this.#send(target, valueNodeSchema, options);
  }

  async unlinkValueNode(
    id: string,
    linkId: string,
    options?: DataMeshRequestOptions,
  ): Promise<ValueNode> {
    const path = `${nodePath(id)}/links/${encodeURIComponent(linkId)}`;
    return this.#send({ path, method: 'DELETE' }, valueNodeSchema, options);
  }

  async getValueNodeHistory(
    id: string,
    query: NodeHistoryQuery = {},
    options?: DataMeshRequestOptions,
  ): Promise<NodeHistory> {
    const path = `${nodePath(id)}/history${searchOf(query)}`;
    return this.#get(path, nodeHistorySchema, options);
  }

  async addMeasure(
    nodeId: string,
    body: NewMeasure,
    options?: DataMeshRequestOptions,
  ): Promise<Measure> {
    const target = { path: `${nodePath(nodeId)}/measures`, body };
    return this.#send(target, measureSchema, options);
  }

  async changeMeasure(
    id: string,
    body: MeasureChange,
    options?: DataMeshRequestOptions,
  ): Promise<Measure> {
    const target = { path: measurePath(id), body, method: 'PATCH' as const };
    return this.#send(target, measureSchema, options);
  }

  async deleteMeasure(
    id: string,
    version: number,
    options?: DataMeshRequestOptions,
  ): Promise<void> {
    const path = `${measurePath(id)}${searchOf({ version })}`;
    return this.#send({ path, method: 'DELETE' }, z.void(), options);
  }

  async getCheckIns(
    measureId: string,
    query: CheckInsQuery = {},
    options?: DataMeshRequestOptions,
  ): Promise<CheckInList> {
    const path = `${measurePath(measureId)}/check-ins${searchOf(query)}`;
    return this.#get(path, checkInListSchema, options);
  }

  async checkIn(
    measureId: string,
    body: CheckInRequest,
    options?: DataMeshRequestOptions,
  ): Promise<CheckInResponse> {
    const target = { path: `${measurePath(measureId)}/check-ins`, body };
    return this.#send(target, checkInResponseSchema, options);
  }

  async getValueTreeDocuments(
    options?: DataMeshRequestOptions,
  ): Promise<ValueTreeDocuments> {
    return this.#get(
      '/value-tree/documents',
      valueTreeDocumentsSchema,
      options,
    );
  }

  async planValueTree(
    body: ValueTreePlanRequest,
    options?: DataMeshRequestOptions,
  ): Promise<ValueTreePlan> {
    const target = { path: '/value-tree/plan', body };
    return this.#send(target, valueTreePlanSchema, options);
  }

  async exportValueTree(
    query: ValueTreeExportQuery = {},
    options?: DataMeshRequestOptions,
  ): Promise<string> {
    const path = `/value-tree/export${searchOf(query)}`;
    return this.#get(path, z.string(), options);
  }

  async getReviews(
    query: ReviewsQuery = {},
    options?: DataMeshRequestOptions,
  ): Promise<ReviewList> {
    return this.#get(`/reviews${searchOf(query)}`, reviewListSchema, options);
  }

  async getReview(
    id: string,
    options?: DataMeshRequestOptions,
  ): Promise<ReviewInFull> {
    return this.#get(reviewPath(id), reviewInFullSchema, options);
  }

  async startReview(
    body: NewReview,
    options?: DataMeshRequestOptions,
  ): Promise<Review> {
    return this.#send({ path: '/reviews', body }, reviewSchema, options);
  }

  async changeReview(
    id: string,
    body: ReviewChange,
    options?: DataMeshRequestOptions,
  ): Promise<Review> {
    const target = { path: reviewPath(id), body, method: 'PATCH' as const };
    return this.#send(target, reviewSchema, options);
  }

  async sayAboutProduct(
    id: string,
    product: string | CompoundEntityRef,
    body: ProductSayingRequest,
    options?: DataMeshRequestOptions,
  ): Promise<Review> {
    const path = `${reviewPath(id)}/products/${entityPath(
      product,
      'DataProduct',
    )}`;
    const target = { path, body, method: 'PUT' as const };
    return this.#send(target, reviewSchema, options);
  }

  async closeReview(
    id: string,
    body: ReviewEnd,
    options?: DataMeshRequestOptions,
  ): Promise<ReviewInFull> {
    const target = { path: `${reviewPath(id)}/close`, body };
    return this.#send(target, reviewInFullSchema, options);
  }

  async abandonReview(
    id: string,
    body: ReviewEnd,
    options?: DataMeshRequestOptions,
  ): Promise<Review> {
    const target = { path: `${reviewPath(id)}/abandon`, body };
    return this.#send(target, reviewSchema, options);
  }

  async #get<TSchema extends z.ZodType>(
    path: string,
    schema: TSchema,
    options?: DataMeshRequestOptions,
  ): Promise<z.output<TSchema>> {
    return this.#send({ path }, schema, options);
  }

  async #send<TSchema extends z.ZodType>(
    target: {
      path: string;
      body?: unknown;
      method?: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
    },
    schema: TSchema,
    options?: DataMeshRequestOptions,
  ): Promise<z.output<TSchema>> {
    const full = { plugin: 'data-mesh', ...target };
    return request(this.#connection, full, schema, options);
  }
}

/** The part of a url from the question mark on; lists become several. */
function searchOf(query: object): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const item of [value ?? []].flat()) {
      search.append(key, String(item));
    }
  }
  return search.size ? `?${search}` : '';
}

function nodePath(id: string): string {
  return `/value-nodes/${encodeURIComponent(id)}`;
}

function reviewPath(id: string): string {
  return `/reviews/${encodeURIComponent(id)}`;
}

function measurePath(id: string): string {
  return `/measures/${encodeURIComponent(id)}`;
}

function entityPath(
  ref: string | CompoundEntityRef,
  defaultKind: string,
): string {
  const { kind, namespace, name } = parseEntityRef(ref, {
    defaultKind,
    defaultNamespace: DEFAULT_NAMESPACE,
  });
  return [kind, namespace, name]
    .map(part => encodeURIComponent(part.toLocaleLowerCase('en-US')))
    .join('/');
}
