import { RELATION_PROVIDES_API } from '@backstage/catalog-model';
import { productFacets } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { isAmong } from '../database/sql';
import { SubjectData, TermSource } from '../projection/projectEntity';
import { isVisible, Visibility, withVisible } from '../visibility/Visibility';
import {
  FACET_COLUMNS,
  filterConditions,
  selectCandidates,
} from './candidates';
import { Cursor } from './cursor';
import { ProductFilters } from './ProductFilters';

/** A product as stored; what the caller may not know of is absent. */
export type ProductRow = {
  ref: string;
  title: string;
  purpose?: string;
  type?: string;
  lifecycle?: string;
  classification?: string;
  version?: string;
  domainRef?: string;
  ownerRef?: string;
  usedByTeams: number;
  usedByOwnTeam: boolean;
  data: SubjectData;
};

/** A page of rows with their sort keys, and whether there is more. */
export type ProductPage = {
  rows: { product: ProductRow; key: (string | number)[] }[];
  hasMore: boolean;
};

/** How many products a value of a filter would leave. */
export type FacetCount = { facet: string; value: string; count: number };

export type Counts = { total: number; all: number; facets: FacetCount[] };

/** A word of the search that led to a product. */
export type FoundTerm = {
  product: string;
  source: TermSource;
  text: string;
  contract?: string;
};

type StoredTerm = Omit<FoundTerm, 'contract'> & { contract: string | null };

/** Ascending in all parts, so that one comparison finds the next page. */
const SORT_KEYS = {
  match: ['-c.score', 'c.sort_title', 'c.ref'],
  title: ['c.sort_title', 'c.ref'],
  used: ['-c.used_by_teams', 'c.sort_title', 'c.ref'],
  domain: ['c.sort_domain', 'c.sort_title', 'c.ref'],
} as const;

/** Asks the database for lists of products, in few statements. */
export class ProductListStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** One statement. */
  async getPage(
    filters: ProductFilters,
    visibility: Visibility,
    page: { limit: number; cursor?: Cursor },
  ): Promise<ProductPage> {
    const knex = this.#knex;
    const key = SORT_KEYS[filters.sort];
    const backwards = page.cursor?.direction === 'prev';
    const query = selectCandidates(knex, filters, visibility)
      .from('c')
      .join('subjects as s', 's.ref', 'c.ref')
      .select(
        's.ref',
        's.title',
        's.purpose',
        's.type',
        's.lifecycle',
        's.classification',
        's.version',
        's.data',
        'c.domain_ref',
        'c.owner_ref',
        'c.used_by_teams',
        'c.used_by_own_team',
        ...key.map((column, index) => knex.raw(`${column} as key_${index}`)),
      )
      .limit(page.limit + 1);
    for (const condition of Object.values(filterConditions(knex, filters))) {
      query.whereRaw(knex.raw('(?)', [condition]));
    }
    if (page.cursor) {
      query.whereRaw(
        `(${key.join(', ')}) ${backwards ? '<' : '>'} (${key.map(() => '?')})`,
        page.cursor.key,
      );
    }
    query.orderByRaw(
      key.map(column => `${column} ${backwards ? 'desc' : 'asc'}`).join(', '),
    );

    const found: Record<string, any>[] = await query;
    const rows = found.slice(0, page.limit).map(row => ({
      product: toProduct(row),
      key: key.map((column, index) => {
        const value = row[`key_${index}`];
        // PostgreSQL gives sums as text.
        return column.startsWith('-') ? Number(value) : value;
      }),
    }));
    return {
      rows: backwards ? rows.reverse() : rows,
      hasMore: found.length > page.limit,
    };
  }

  /** One statement. */
  async getCounts(
    filters: ProductFilters,
    visibility: Visibility,
  ): Promise<Counts> {
    const knex = this.#knex;
    const conditions = filterConditions(knex, filters);
    /** Products that all filters leave, but for the one that is counted. */
    const leftBy = (counted?: string) => {
      const query = knex.from('c');
      for (const [facet, condition] of Object.entries(conditions)) {
        if (facet !== counted) {
          query.whereRaw(knex.raw('(?)', [condition]));
        }
      }
      return query;
    };
    const count = knex.raw('count(*) as count');

    const parts = productFacets.map(facet => {
      const label = knex.raw(`'${facet}' as facet`);
      if (facet === 'used') {
        const value = "case when c.used_by_teams > 0 then 'yes' else 'no' end";
        return leftBy(facet)
          .select(label, knex.raw(`${value} as value`), count)
          .groupByRaw(value);
      }
      if (facet === 'persona') {
        return leftBy(facet)
          .select(label, 'v.value', count)
          .join('subject_values as v', join =>
            join.on('v.ref', 'c.ref').onVal('v.field', 'persona'),
          )
          .groupBy('v.value');
      }
      const column = FACET_COLUMNS[facet];
      return leftBy(facet)
        .select(label, { value: column }, count)
        .whereNotNull(column)
        .groupBy(column);
    });
    const all = knex('subjects as s')
      .select(knex.raw("'all' as facet"), knex.raw("'' as value"), count)
      .where('s.kind', 'dataproduct')
      .whereNull('s.gone_at')
      .whereRaw(isVisible(visibility, 's.ref'));

    const rows: { facet: string; value: string; count: string | number }[] =
      await selectCandidates(knex, filters, visibility)
        .from(
          leftBy()
            .select(knex.raw("'total' as facet"), knex.raw("'' as value"))
            .select(count)
            .unionAll([...parts, all])
            .as('counts'),
        )
        .select('facet', 'value', 'count');

    const single = (facet: string) =>
      Number(rows.find(row => row.facet === facet)?.count ?? 0);
    return {
      total: single('total'),
      all: single('all'),
      facets: rows
        .filter(({ facet }) => facet !== 'total' && facet !== 'all')
        .map(row => ({ ...row, count: Number(row.count) })),
    };
  }

  /** One statement: what of the words is found where in these products. */
  async getMatches(
    words: readonly string[],
    products: readonly string[],
    visibility: Visibility,
  ): Promise<FoundTerm[]> {
    const knex = this.#knex;
    const matchesAWord = (query: Knex.QueryBuilder) =>
      query.where(either => {
        for (const word of words) {
          either.orWhere(term =>
            term
              .where('t.term', '>=', word)
              .where('t.term', '<', `${word}\u{10FFFF}`),
          );
        }
      });
    const own = matchesAWord(knex('search_terms as t'))
      .where(isAmong(knex, 't.ref', products))
      .where('t.source', '<>', 'field')
      .distinct('t.ref as product', 't.source', 't.text')
      .select(knex.raw('null as contract'));
    const fields = matchesAWord(knex('search_terms as t'))
      .join('edges as e', 'e.to_ref', 't.ref')
      .where('e.type', RELATION_PROVIDES_API)
      .where(isAmong(knex, 'e.from_ref', products))
      .where('t.source', 'field')
      .whereRaw(isVisible(visibility, 't.ref'))
      .distinct('e.from_ref as product', 't.source', 't.text')
      .select('t.ref as contract');
    const rows: StoredTerm[] = await withVisible(
      knex,
      knex.queryBuilder(),
      visibility,
    )
      .from(own.unionAll(fields).as('m'))
      .select('*');
    return rows.map(row => ({ ...row, contract: row.contract ?? undefined }));
  }
}

export function toProduct(row: Record<string, any>): ProductRow {
  const optional = (column: string) => row[column] ?? undefined;
  return {
    ref: row.ref,
    title: row.title,
    purpose: optional('purpose'),
    type: optional('type'),
    lifecycle: optional('lifecycle'),
    classification: optional('classification'),
    version: optional('version'),
    domainRef: optional('domain_ref'),
    ownerRef: optional('owner_ref'),
    usedByTeams: Number(row.used_by_teams),
    usedByOwnTeam: Number(row.used_by_own_team) === 1,
    data: JSON.parse(row.data),
  };
}
