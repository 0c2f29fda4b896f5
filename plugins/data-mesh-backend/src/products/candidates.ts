import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  ProductFacet,
  RELATION_PRODUCT_OWNED_BY,
  RELATION_STEWARDED_BY,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { isAmong } from '../database/sql';
import { isVisible, Visibility } from '../visibility/Visibility';
import { ProductFilters } from './ProductFilters';

/** Sorts after every text. */
const LAST = '\u{10FFFF}';

const CANDIDATE_COLUMNS = [
  'ref',
  'sort_title',
  'type',
  'lifecycle',
  'classification',
  'domain_ref',
  'owner_ref',
  'level',
  'target',
];

export const FACET_COLUMNS = {
  domain: 'c.domain_ref',
  type: 'c.type',
  lifecycle: 'c.lifecycle',
  owner: 'c.owner_ref',
  classification: 'c.classification',
} as const;

/** Null for a product of which no level is asked, or not yet known. */
export const MEETS_TARGET =
  "case when c.level >= c.target then 'yes' when c.level < c.target then 'no' end";

/**
 * The products that a list is about, before its filters: those that the
 * caller may see and that match the text, with all columns that filters,
 * counts and orders need. What the caller may not know of is null.
 *
 * @param only - the one product to look at, or those of one domain
 */
export function selectCandidates(
  knex: Knex,
  filters: ProductFilters,
  visibility: Visibility,
  only: { ref?: string; domainRef?: string } = {},
): Knex.QueryBuilder {
  const query = knex('products as p').select(
    'p.ref',
    'p.sort_title',
    'p.type',
    'p.lifecycle',
    'p.classification',
    'p.level',
    'p.target',
  );
  const columns = [...CANDIDATE_COLUMNS];
  if (only.ref !== undefined) {
    query.where('p.ref', only.ref);
  }
  if (only.domainRef !== undefined) {
    query.where('p.domain_ref', only.domainRef);
  }
  if (filters.sort === 'domain') {
    columns.push('sort_domain');
    query
      .leftJoin('subjects as t', join =>
        join.on('t.ref', 'p.domain_ref').onNull('t.gone_at'),
      )
      .select(
        knex.raw(
          `case when ${isVisible(
            visibility,
            't.ref',
          )} then coalesce(t.sort_title, ?) else ? end as sort_domain`,
          [LAST, LAST],
        ),
      );
  }
  if (filters.words) {
    columns.push('score');
    joinHits(knex, query, filters.words, visibility);
  }
  if (filters.consumer) {
    query.whereIn(
      'p.ref',
      knex('uses')
        .select('product_ref')
        .where('state', 'active')
        .where(isAmong(knex, 'team_ref', filters.consumer))
        .whereRaw(isVisible(visibility, 'user_ref'))
        .whereRaw(isVisible(visibility, 'team_ref')),
    );
  }
  if (filters.answerable) {
    query.whereIn(
      'p.ref',
      knex('edges')
        .select('from_ref')
        .whereIn('type', [
          RELATION_OWNED_BY,
          RELATION_PRODUCT_OWNED_BY,
          RELATION_STEWARDED_BY,
        ])
        .where(isAmong(knex, 'to_ref', filters.answerable))
        .whereRaw(isVisible(visibility, 'to_ref')),
    );
  }
  if (visibility === 'all') {
    return query.select(
      'p.domain_ref',
      'p.owner_ref',
      'p.used_by_teams',
      'p.used_by_own_team',
    );
  }
  query
    .leftJoin('subjects as d', 'd.ref', 'p.domain_ref')
    .leftJoin('subjects as o', 'o.ref', 'p.owner_ref')
    .select(knownRef(knex, visibility, 'domain_ref', 'd'))
    .select(knownRef(knex, visibility, 'owner_ref', 'o'))
    .whereRaw(isVisible(visibility, 'p.ref'));
  return countVisibleUse(knex, query, columns, visibility);
}

/** The condition of each filter, on the candidates `c`. */
export function filterConditions(
  knex: Knex,
  { facets }: ProductFilters,
): Partial<Record<ProductFacet, Knex.Raw>> {
  const conditions: Partial<Record<ProductFacet, Knex.Raw>> = {};
  for (const facet of Object.keys(facets) as ProductFacet[]) {
    const values = facets[facet] ?? [];
    if (facet === 'used') {
      conditions.used = knex.raw(
        values
          .map(value => `c.used_by_teams ${value === 'yes' ? '>' : '='} 0`)
          .join(' or '),
      );
    } else if (facet === 'level') {
      const known = values.map(() => '?').join(', ');
      conditions.level = knex.raw(`c.level in (${known})`, values.map(Number));
    } else if (facet === 'target') {
      const known = values.map(() => '?').join(', ');
      conditions.target = knex.raw(`${MEETS_TARGET} in (${known})`, values);
    } else if (facet === 'persona') {
      conditions.persona = knex.raw(
        "c.ref in (select ref from subject_values where field = 'persona' and ?)",
        [isAmong(knex, 'value', values)],
      );
    } else {
      conditions[facet] = isAmong(knex, FACET_COLUMNS[facet], values);
    }
  }
  return conditions;
}

function knownRef(
  knex: Knex,
  visibility: Visibility,
  column: string,
  target: string,
): Knex.Raw {
  return knex.raw(
    `case when ${target}.ref is null or ${isVisible(
      visibility,
      `${target}.ref`,
    )} then p.${column} end as ${column}`,
  );
}

/** Counts the teams that use the products over what the caller may see. */
function countVisibleUse(
  knex: Knex,
  products: Knex.QueryBuilder,
  columns: readonly string[],
  visibility: Visibility,
): Knex.QueryBuilder {
  const seen = [
    't.ref is not null',
    isVisible(visibility, 'w.user_ref'),
    isVisible(visibility, 'w.team_ref'),
  ].join(' and ');
  return knex
    .from(products.as('b'))
    .leftJoin('uses as w', join =>
      join.on('w.product_ref', 'b.ref').onVal('w.state', 'active'),
    )
    .leftJoin('subjects as t', join =>
      join.on('t.ref', 'w.team_ref').onNull('t.gone_at'),
    )
    .select(
      'b.*',
      knex.raw(
        `count(distinct case when w.team_ref <> coalesce(b.owner_ref, '') and ${seen} then w.team_ref end) as used_by_teams`,
      ),
      knex.raw(
        `max(case when w.team_ref = b.owner_ref and ${seen} then 1 else 0 end) as used_by_own_team`,
      ),
    )
    .groupBy(columns.map(column => `b.${column}`));
}

/** Keeps the products of which every word begins a term, with a score. */
function joinHits(
  knex: Knex,
  query: Knex.QueryBuilder,
  words: readonly string[],
  visibility: Visibility,
): void {
  words.forEach((word, index) => {
    const best = knex
      .from(hits(knex, word, visibility).as('f'))
      .select('ref')
      .max({ weight: 'weight' })
      .groupBy('ref');
    query.join(best.as(`h${index}`), `h${index}.ref`, 'p.ref');
  });
  const score = words.map((_, index) => `h${index}.weight`).join(' + ');
  query.select(knex.raw(`${score || '0'} as score`));
  if (words.length === 0) {
    // A text without a letter or digit is found nowhere.
    query.whereRaw('false');
  }
}

function hits(
  knex: Knex,
  word: string,
  visibility: Visibility,
): Knex.QueryBuilder {
  const query = knex('search_terms')
    .where('term', '>=', word)
    .where('term', '<', word + LAST)
    .select(
      'ref',
      knex.raw(
        "case source when 'field' then 1 when 'purpose' then 3 when 'tag' then 5 else 8 end + case when term = ? then 1 else 0 end as weight",
        [word],
      ),
    );
  return visibility === 'all'
    ? query
    : query.whereRaw(
        `(contract_ref is null or ${isVisible(visibility, 'contract_ref')})`,
      );
}
