import {
  FacetValue,
  ProductFacet,
  productFacets,
  ProductList,
  ProductMatch,
  ProductQuery,
  ProductSummary,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { PRODUCT_MATURITY, RuleSetsInForce } from '../ruleSets/RuleSetsInForce';
import { NameEntity, nameEntities } from '../visibility/links';
import { Visibility } from '../visibility/Visibility';
import { readCursor, writeCursor } from './cursor';
import { ProductFilters, toFilters } from './ProductFilters';
import {
  FacetCount,
  FoundTerm,
  ListedProducts,
  ProductListStore,
} from './ProductListStore';
import { ProductRow } from './ProductRow';

const USUAL_LIMIT = 20;
/** Enough to see why a product is in the list. */
const MOST_MATCHES = 5;

/** Answers queries for lists of products, each in at most three statements. */
export class ProductListService {
  readonly #knex: Knex;
  readonly #store: ProductListStore;
  readonly #ruleSets?: RuleSetsInForce;

  /** @param ruleSets - tell what the levels are called */
  constructor(knex: Knex, ruleSets?: RuleSetsInForce) {
    this.#knex = knex;
    this.#store = new ProductListStore(knex);
    this.#ruleSets = ruleSets;
  }

  async getProducts(
    query: ProductQuery,
    visibility: Visibility,
  ): Promise<ProductList> {
    const filters = toFilters(query);
    const limit = query.limit ?? USUAL_LIMIT;
    const cursor =
      query.cursor === undefined
        ? undefined
        : readCursor(query.cursor, filters);

    const listed = await this.#store.getProducts(filters, visibility, {
      limit,
      cursor,
    });
    const products = listed.rows.map(({ product }) => product);
    const found = filters.words?.length
      ? await this.#store.getMatches(
          filters.words,
          products.map(({ ref }) => ref),
          visibility,
        )
      : [];
    const name = await nameEntities(
      this.#knex,
      [
        ...products.flatMap(linkedRefs),
        ...found.map(({ contract }) => contract),
        ...listed.facets.filter(isRefFacet).map(({ value }) => value),
        ...(filters.facets.domain ?? []),
        ...(filters.facets.owner ?? []),
      ],
      visibility,
    );
    return {
      items: products.map(product => ({
        ...summarise(product, name),
        matches: toMatches(product, found, name),
      })),
      total: listed.total,
      all: listed.all,
      facets: toFacets(listed.facets, filters, (facet, value) =>
        this.#titleOf(facet, value, name),
      ),
      ...toCursors(listed, filters, cursor?.direction),
    };
  }

  #titleOf(facet: ProductFacet, value: string, name: NameEntity): string {
    if (isRefFacet({ facet })) {
      return name(value)?.title ?? value;
    }
    const maturity = this.#ruleSets?.current().get(PRODUCT_MATURITY);
    const levels = maturity?.ruleSet.ruleSet.levels ?? [];
    return (facet === 'level' && levels[Number(value)]?.title) || value;
  }
}

/** The entities that a summary names. */
export function linkedRefs(product: ProductRow): (string | undefined)[] {
  const { domainRef, ownerRef, data } = product;
  return [domainRef, ownerRef, data.productOwner, data.successor];
}

export function summarise(
  product: ProductRow,
  name: NameEntity,
): Omit<ProductSummary, 'matches'> {
  return {
    ref: product.ref,
    title: product.title,
    purpose: product.data.purpose,
    type: product.type,
    lifecycle: product.lifecycle ?? 'unknown',
    classification: product.classification,
    version: product.data.version,
    domain: name(product.domainRef),
    owner: name(product.ownerRef),
    productOwner: name(product.data.productOwner),
    portTypes: product.data.portTypes ?? [],
    usedByTeams: product.usedByTeams,
    usedByOwnTeam: product.usedByOwnTeam,
    successor: name(product.data.successor),
    level: product.level,
    target: product.target,
    meetsTarget: meetsTarget(product),
  };
}

function meetsTarget({ level, target }: ProductRow): boolean | undefined {
  return level === undefined || target === undefined
    ? undefined
    : level >= target;
}

const SOURCES = ['name', 'title', 'tag', 'field', 'purpose'];

function toMatches(
  product: ProductRow,
  found: readonly FoundTerm[],
  name: NameEntity,
): ProductMatch[] {
  const texts: Record<string, string | undefined> = {
    name: product.ref.split('/')[1],
    title: product.title,
    purpose: product.data.purpose,
  };
  return found
    .filter(term => term.product === product.ref)
    .sort(
      (a, b) =>
        SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source) ||
        a.text.localeCompare(b.text),
    )
    .slice(0, MOST_MATCHES)
    .map(({ source, text, contract }) => ({
      in: source,
      text: text || texts[source] || '',
      contract: name(contract),
    }));
}

function isRefFacet({ facet }: Pick<FacetCount, 'facet'>): boolean {
  return facet === 'domain' || facet === 'owner';
}

function toFacets(
  counts: readonly FacetCount[],
  filters: ProductFilters,
  titleOf: (facet: ProductFacet, value: string) => string,
): ProductList['facets'] {
  const valuesOf = (facet: ProductFacet): FacetValue[] => {
    const known = counts.filter(count => count.facet === facet);
    // What is chosen stays to be seen, also when nothing is left of it.
    const chosen = (filters.facets[facet] ?? [])
      .filter(value => !known.some(count => count.value === value))
      .map(value => ({ facet, value, count: 0 }));
    return [...known, ...chosen]
      .map(({ value, count }) => ({
        value,
        title: titleOf(facet, value),
        count,
      }))
      .sort((a, b) =>
        facet === 'level'
          ? Number(a.value) - Number(b.value)
          : a.title.localeCompare(b.title),
      );
  };
  return Object.fromEntries(
    productFacets.map(facet => [facet, valuesOf(facet)]),
  ) as ProductList['facets'];
}

function toCursors(
  { rows, hasMore }: ListedProducts,
  filters: ProductFilters,
  direction: 'next' | 'prev' | undefined,
): Pick<ProductList, 'nextCursor' | 'prevCursor'> {
  if (rows.length === 0) {
    return {};
  }
  const hasNext = direction === 'prev' || hasMore;
  const hasPrev = direction === 'next' || (direction === 'prev' && hasMore);
  const at = (index: number, to: 'next' | 'prev') =>
    writeCursor({ direction: to, key: rows.at(index)!.key }, filters);
  return {
    ...(hasNext && { nextCursor: at(-1, 'next') }),
    ...(hasPrev && { prevCursor: at(0, 'prev') }),
  };
}
