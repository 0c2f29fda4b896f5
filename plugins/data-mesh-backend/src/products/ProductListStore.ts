import {
  ProductFacet,
  productFacets,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { isAmong } from '../database/sql';
import { TermSource } from '../projection/projectEntity';
import { isVisible, Visibility, withVisible } from '../visibility/Visibility';
import {
  FACET_COLUMNS,
  filterConditions,
  MEETS_TARGET,
  selectCandidates,
} from './candidates';
import { Cursor } from './cursor';
import { ProductFilters } from './ProductFilters';
import { ProductRow, toProduct } from './ProductRow';

/** How many products a value of a filter would leave. */
export type FacetCount = { facet: ProductFacet; value: string; count: number };

/** A page of a list, with what is counted over the whole of it. */
export type ListedProducts = {
  rows: { product: ProductRow; key: (string | number)[] }[];
  hasMore: boolean;
  total: number;
  all: number;
  facets: FacetCount[];
};

/** A word of the search that led to a product. */
export type FoundTerm = {
  product: string;
  source: TermSource;
  text: string;
  contract?: string;
};

/** Ascending in all parts, so that one comparison finds the next page. */
const SORT_KEYS = {
  match: ['-c.score', 'c.sort_title', 'c.ref'],
  title: ['c.sort_title', 'c.ref'],
  used: ['-c.used_by_teams', 'c.sort_title', 'c.ref'],
  level: ['-coalesce(c.level, -1)', 'c.sort_title', 'c.ref'],
  domain: ['c.sort_domain', 'c.sort_title', 'c.ref'],
} as const;

/** Asks the database for lists of products. */
export class ProductListStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /**
   * One statement for the page and all counts, because finding the candidates
   * is the work and is then done once.
   */
  async getProducts(
    filters: ProductFilters,
    visibility: Visibility,
    page: { limit: number; cursor?: Cursor },
  ): Promise<ListedProducts> {
    const knex = this.#knex;
    const key = SORT_KEYS[filters.sort];
    const counts = this.#selectCounts(filters, visibility);
    const listed = this.#selectPage(filters, page);
    const found: Record<string, any>[] = await withVisible(
      knex,
      knex.queryBuilder(),
      visibility,
    )
      .with('c', selectCandidates(knex, filters, visibility))
      .with('listed', this.#selectListed(filters))
      .with('page', listed)
      .from(
        counts
          .unionAll(
            knex('page').select(
              knex.raw("'page' as facet"),
              'ref as value',
              knex.raw('0 as count'),
            ),
          )
          .as('r'),
      )
      .leftJoin('page as c', join =>
        join.on('c.ref', 'r.value').onVal('r.facet', 'page'),
      )
      .leftJoin('subjects as s', 's.ref', 'c.ref')
      .select('r.*', 'c.*', 's.title', 's.data');

    const rows = found
      .filter(row => row.facet === 'page')
      .map(row => ({ product: toProduct(row), key: keyOf(row, key) }))
      .sort((a, b) => compareKeys(a.key, b.key));
    const hasMore = rows.length > page.limit;
    if (hasMore) {
      rows.splice(page.cursor?.direction === 'prev' ? 0 : -1, 1);
    }
    const single = (facet: string) =>
      Number(found.find(row => row.facet === facet)?.count ?? 0);
    return {
      rows,
      hasMore,
      total: single('total'),
      all: single('all'),
      facets: productFacets.flatMap(facet =>
        found
          .filter(row => row.facet === facet)
          .map(row => ({ facet, value: row.value, count: Number(row.count) })),
      ),
    };
  }

  /** The candidates that all filters leave. */
  #selectListed(filters: ProductFilters): Knex.QueryBuilder {
    const knex = this.#knex;
    return where(
      knex.from('c').select('c.*'),
      Object.values(filterConditions(knex, filters)),
    );
  }

  /** One more row than the page has, to tell whether there is more. */
  #selectPage(
    filters: ProductFilters,
    { limit, cursor }: { limit: number; cursor?: Cursor },
  ): Knex.QueryBuilder {
    const knex = this.#knex;
    const key = SORT_KEYS[filters.sort];
    const backwards = cursor?.direction === 'prev';
    const query = knex
      .from('listed as c')
      .select('c.*')
      .limit(limit + 1)
      .orderByRaw(
        key.map(column => `${column} ${backwards ? 'desc' : 'asc'}`).join(', '),
      );
    if (cursor) {
      query.whereRaw(
        `(${key.join(', ')}) ${backwards ? '<' : '>'} (${key.map(() => '?')})`,
        cursor.key,
      );
    }
    return query;
  }

  /** Each filter is counted over what the others leave. */
  #selectCounts(
    filters: ProductFilters,
    visibility: Visibility,
  ): Knex.QueryBuilder {
    const knex = this.#knex;
    const conditions = filterConditions(knex, filters);
    const leftBy = (counted?: ProductFacet): Knex.QueryBuilder => {
      if (counted === undefined || !conditions[counted]) {
        return knex.from('listed as c');
      }
      const { [counted]: _, ...others } = conditions;
      return where(knex.from('c'), Object.values(others));
    };
    const count = knex.raw('count(*) as count');

    const facets = productFacets.map(facet => {
      const query = leftBy(facet).select(knex.raw(`'${facet}' as facet`));
      if (facet === 'used') {
        const used = "case when c.used_by_teams > 0 then 'yes' else 'no' end";
        return query
          .select(knex.raw(`${used} as value`), count)
          .groupByRaw(used);
      }
      if (facet === 'level' || facet === 'target') {
        const value =
          facet === 'level' ? 'cast(c.level as text)' : MEETS_TARGET;
        return query
          .select(knex.raw(`${value} as value`), count)
          .whereNotNull('c.level')
          .whereRaw(facet === 'target' ? 'c.target is not null' : 'true')
          .groupByRaw(value);
      }
      if (facet === 'persona') {
        return query
          .select('v.value', count)
          .join('subject_values as v', join =>
            join.on('v.ref', 'c.ref').onVal('v.field', 'persona'),
          )
          .groupBy('v.value');
      }
      const column = FACET_COLUMNS[facet];
      return query
        .select({ value: column }, count)
        .whereNotNull(column)
        .groupBy(column);
    });
    const all = knex('products as p')
      .select(knex.raw("'all' as facet"), knex.raw("'' as value"), count)
      .whereRaw(isVisible(visibility, 'p.ref'));
    return leftBy()
      .select(knex.raw("'total' as facet"), knex.raw("'' as value"), count)
      .unionAll([...facets, all]);
  }

  /** One statement: what of the words is found where in these products. */
  async getMatches(
    words: readonly string[],
    products: readonly string[],
    visibility: Visibility,
  ): Promise<FoundTerm[]> {
    const knex = this.#knex;
    const query = withVisible(knex, knex('search_terms'), visibility)
      .distinct({
        product: 'ref',
        source: 'source',
        text: 'text',
        contract: 'contract_ref',
      })
      .where(isAmong(knex, 'ref', products))
      .where(either => {
        for (const word of words) {
          either.orWhere(term =>
            term
              .where('term', '>=', word)
              .where('term', '<', `${word}\u{10FFFF}`),
          );
        }
      });
    if (visibility !== 'all') {
      query.whereRaw(
        `(contract_ref is null or ${isVisible(visibility, 'contract_ref')})`,
      );
    }
    const rows: Record<string, any>[] = await query;
    return rows.map(({ product, source, text, contract }) => ({
      product,
      source,
      text,
      contract: contract ?? undefined,
    }));
  }
}

function where(
  query: Knex.QueryBuilder,
  conditions: Knex.Raw[],
): Knex.QueryBuilder {
  for (const condition of conditions) {
    query.where(either => either.where(condition));
  }
  return query;
}

function keyOf(
  row: Record<string, any>,
  key: readonly string[],
): (string | number)[] {
  return key.map(column => {
    const name = /c\.(\w+)/.exec(column)?.[1] ?? '';
    // The level of what was not evaluated yet is below all others.
    const value = row[name] ?? (name === 'level' ? -1 : undefined);
    return column.startsWith('-') ? -Number(value) : value;
  });
}

/** By code points, as both databases compare. */
function compareKeys(
  a: readonly (string | number)[],
  b: readonly (string | number)[],
): number {
  for (const [i, left] of a.entries()) {
    const right = b[i];
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : Buffer.compare(Buffer.from(String(left)), Buffer.from(String(right)));
    if (order !== 0) {
      return order;
    }
  }
  return 0;
}
