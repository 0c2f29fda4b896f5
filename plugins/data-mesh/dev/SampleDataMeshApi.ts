import { NotFoundError } from '@backstage/errors';
import {
  ContractProducts,
  DataMeshApi,
  FacetValue,
  ProductDetail,
  ProductList,
  ProductQuery,
  ProductSummary,
  SimilarProducts,
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
}
