import { NotFoundError } from '@backstage/errors';
import {
  AnswerResponse,
  ChangeList,
  ContractProducts,
  DataMeshApi,
  DomainList,
  DomainProfile,
  EntityEvidence,
  EntityResults,
  EvidenceResponse,
  EvidenceSources,
  FacetValue,
  MissingFieldsList,
  MyWork,
  PatchesRequest,
  PatchesResponse,
  ProductDetail,
  ProductList,
  ProductQuery,
  ProductSummary,
  ProjectionStatus,
  ResultsList,
  ReviewList,
  RuleExplanation,
  RuleSetList,
  SimilarProducts,
  ValueTree,
  WaiverList,
  WaiverRecord,
  WhatIf,
  wordFields,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { sampleProducts } from './sampleProducts';

const facet = (
  value: (product: ProductSummary) => [string, string] | undefined,
): FacetValue[] => {
  const counts = new Map<string, FacetValue>();
  for (const [key, title] of sampleProducts.flatMap(p => {
    const pair = value(p);
    return pair ? [pair] : [];
  })) {
    const count = (counts.get(key)?.count ?? 0) + 1;
    counts.set(key, { value: key, title, count });
  }
  return [...counts.values()];
};

/** No goals are kept here. */
async function notKept(): Promise<never> {
  throw notHere('goals');
}

/** Enough of the backend, in memory, to work on the pages without one. */
export class SampleDataMeshApi implements DataMeshApi {
  async getProducts(query: ProductQuery = {}): Promise<ProductList> {
    const text = query.text?.toLowerCase();
    const within = (asked: string[] | undefined, value?: string) =>
      !asked?.length || (value !== undefined && asked.includes(value));
    const found = sampleProducts.filter(
      product =>
        (!text || product.title.toLowerCase().includes(text)) &&
        within(query.domain, product.domain?.ref) &&
        within(query.type, product.type) &&
        within(query.lifecycle, product.lifecycle) &&
        within(query.owner, product.owner?.ref) &&
        within(query.used, product.usedByTeams ? 'yes' : 'no'),
    );
    const limit = query.limit ?? 20;
    const start = Number(query.cursor ?? 0);
    return {
      items: found.slice(start, start + limit).map(product => ({
        ...product,
        matches: text ? [{ in: 'title', text: product.title }] : [],
      })),
      total: found.length,
      all: sampleProducts.length,
      facets: {
        domain: facet(p => p.domain && [p.domain.ref, p.domain.title]),
        type: facet(p => (p.type ? [p.type, p.type] : undefined)),
        lifecycle: facet(p => [p.lifecycle, p.lifecycle]),
        owner: facet(p => p.owner && [p.owner.ref, p.owner.title]),
        classification: [],
        persona: [],
        used: facet(p => (p.usedByTeams ? ['yes', 'yes'] : ['no', 'no'])),
        level: [],
        target: [],
      },
      nextCursor:
        start + limit < found.length ? String(start + limit) : undefined,
      prevCursor: start > 0 ? String(Math.max(0, start - limit)) : undefined,
    };
  }

  async getProduct(ref: string): Promise<ProductDetail> {
    const product = sampleProducts.find(p => p.ref === ref);
    if (!product) {
      throw new NotFoundError(`No data product ${ref}`);
    }
    const { matches: _, ...summary } = product;
    return { ...summary, stewards: [], users: [], inputs: [], contracts: [] };
  }

  async getSimilarProducts(): Promise<SimilarProducts> {
    return { items: [] };
  }

  async getContractProducts(): Promise<ContractProducts> {
    return { providedBy: [], usedBy: [] };
  }

  async getResults(ref: string): Promise<EntityResults> {
    return {
      entity: { ref, title: ref, exists: true },
      items: [],
      may: { answer: [], askForWaiver: false, decideWaivers: false },
    };
  }

  async listResults(): Promise<ResultsList> {
    return { items: [], total: 0 };
  }

  async getResultChanges(): Promise<ChangeList> {
    return { items: [] };
  }

  async explainResult(): Promise<RuleExplanation> {
    throw notHere('rules');
  }

  async whatIf(): Promise<WhatIf> {
    throw notHere('rules');
  }

  async getRuleSets(): Promise<RuleSetList> {
    return { items: [] };
  }

  async putEvidence(): Promise<EvidenceResponse> {
    throw notHere('evidence');
  }

  async getEvidence(): Promise<EntityEvidence> {
    return { items: [], history: [] };
  }

  async getEvidenceSources(): Promise<EvidenceSources> {
    return { sources: [], keys: [] };
  }

  async answer(): Promise<AnswerResponse> {
    throw notHere('questions');
  }

  async getWaivers(): Promise<WaiverList> {
    return { items: [], total: 0 };
  }

  async askForWaiver(): Promise<WaiverRecord> {
    throw notHere('exceptions');
  }

  async decideWaiver(): Promise<WaiverRecord> {
    throw notHere('exceptions');
  }

  async getDomains(): Promise<DomainList> {
    return { items: [], notTakingPart: 0 };
  }

  async getDomainProfile(): Promise<DomainProfile> {
    return { takesPart: false, products: [] };
  }

  async getMyWork(): Promise<MyWork> {
    return {
      person: { ref: 'user:default/guest', title: 'Guest', exists: true },
      day: new Date().toISOString().slice(0, 10),
      roles: [],
      approvals: [],
      exceptions: [],
      questions: [],
      fixes: [],
      checkIns: [],
      bets: [],
      reviews: [],
      helpWanted: [],
      next: null,
      counts: {
        approvals: 0,
        questions: 0,
        entities: 0,
        checkIns: 0,
        bets: 0,
        reviews: 0,
        helpWanted: 0,
      },
    };
  }

  async reloadRuleSets(): Promise<RuleSetList> {
    return this.getRuleSets();
  }

  async getStatus(): Promise<ProjectionStatus> {
    return { lastCompleteAt: new Date().toISOString() };
  }

  async getMissingFields(): Promise<MissingFieldsList> {
    return {
      items: sampleProducts.map(({ ref, title, purpose, owner, domain }) => ({
        ref,
        title,
        fields: {
          ...(purpose && { purpose: { value: purpose } }),
          ...(owner && { owner: { value: owner.ref, title: owner.title } }),
          ...(domain && { domain: { value: domain.ref, title: domain.title } }),
        },
        missing: purpose
          ? ['productOwner', 'classification']
          : ['productOwner', 'purpose', 'classification'],
        hidden: [],
      })),
      total: sampleProducts.length,
      all: sampleProducts.length,
      words: {
        type: [...wordFields.type],
        lifecycle: [...wordFields.lifecycle],
        classification: [...wordFields.classification],
      },
      facets: {
        domain: facet(p => p.domain && [p.domain.ref, p.domain.title]),
        owner: facet(p => p.owner && [p.owner.ref, p.owner.title]),
        missing: [],
      },
    };
  }

  async makePatches({ changes }: PatchesRequest): Promise<PatchesResponse> {
    return {
      patches: [],
      problems: changes.map(({ entityRef }) => ({
        entityRef,
        message: 'There are no files behind these products.',
      })),
    };
  }

  async getValueTree(): Promise<ValueTree> {
    const day = new Date().toISOString().slice(0, 10);
    return { day, nodes: [], hints: [], mayAdd: [] };
  }

  async getReviews(): Promise<ReviewList> {
    return { items: [], mayHold: [] };
  }

  getValueNode = notKept;
  addValueNode = notKept;
  changeValueNode = notKept;
  moveValueNode = notKept;
  changeValueNodeState = notKept;
  decideOnValueNode = notKept;
  deleteValueNode = notKept;
  linkValueNode = notKept;
  unlinkValueNode = notKept;
  getValueNodeHistory = notKept;
  addMeasure = notKept;
  changeMeasure = notKept;
  deleteMeasure = notKept;
  getCheckIns = notKept;
  checkIn = notKept;
  getReview = notKept;
  startReview = notKept;
  changeReview = notKept;
  sayAboutProduct = notKept;
  closeReview = notKept;
  abandonReview = notKept;
  getValueTreeDocuments = notKept;
  planValueTree = notKept;
  exportValueTree = notKept;
  erasePerson = notKept;
}

function notHere(what: string): NotFoundError {
  return new NotFoundError(`The sample backend has no ${what}`);
}
