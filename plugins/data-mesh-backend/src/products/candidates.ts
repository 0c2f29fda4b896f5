import {
  RELATION_OWNED_BY,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import {
  ProductFacet,
  RELATION_PRODUCT_OWNED_BY,
  RELATION_STEWARDED_BY,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { isAmong } from '../database/sql';
import { isVisible, Visibility, withVisible } from '../visibility/Visibility';
import { ProductFilters } from './ProductFilters';

/** Sorts after every title. */
const LAST = '\u{10FFFF}';

export const FACET_COLUMNS = {
  domain: 'c.domain_ref',
  type: 'c.type',
  lifecycle: 'c.lifecycle',
  owner: 'c.owner_ref',
  classification: 'c.classification',
} as const;

/**
 * The products that a list is about, before its filters: those that the
 * caller may see and that match the text, with all columns that filters,
 * counts and orders need. What the caller may not know of is null.
 */
export function selectCandidates(
  knex: Knex,
  filters: ProductFilters,
  visibility: Visibility,
  only?: string,
): Knex.QueryBuilder {
  const query = knex('subjects as s')
    .select(
      's.ref',
      's.sort_title',
      's.type',
      's.lifecycle',
      's.classification',
    )
    .select(
      knex.raw(
        `case when d.gone_at is null and ${isVisible(
          visibility,
          'd.ref',
        )} then coalesce(d.sort_title, ?) else ? end as sort_domain`,
        [LAST, LAST],
      ),
      knownRef(knex, visibility, 's.domain_ref', 'd', 'domain_ref'),
      knownRef(knex, visibility, 's.owner_ref', 'o', 'owner_ref'),
    )
    .leftJoin('subjects as d', 'd.ref', 's.domain_ref')
    .where('s.kind', 'dataproduct')
    .whereNull('s.gone_at');

  if (visibility === 'all') {
    query.select('s.used_by_teams', 's.used_by_own_team');
  } else {
    query
      .leftJoin('subjects as o', 'o.ref', 's.owner_ref')
      .leftJoin(visibleUse(knex, visibility), 'u.product_ref', 's.ref')
      .select(
        knex.raw('coalesce(u.others, 0) as used_by_teams'),
        knex.raw('coalesce(u.own, 0) as used_by_own_team'),
      )
      .whereRaw(isVisible(visibility, 's.ref'));
  }
  if (only !== undefined) {
    query.where('s.ref', only);
  }
  if (filters.words) {
    query
      .join(hits(knex, filters.words, visibility).as('h'), 'h.ref', 's.ref')
      .select('h.score');
  }
  if (filters.consumer) {
    query.whereIn(
      's.ref',
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
      's.ref',
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
  return withVisible(knex, knex.queryBuilder(), visibility).with('c', query);
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
  name: string,
): Knex.Raw {
  return visibility === 'all'
    ? knex.raw(`${column} as ${name}`)
    : knex.raw(
        `case when ${target}.ref is null or ${isVisible(
          visibility,
          `${target}.ref`,
        )} then ${column} end as ${name}`,
      );
}

/** The teams that use a product, counted over what the caller may see. */
function visibleUse(knex: Knex, visibility: Visibility): Knex.QueryBuilder {
  return knex('uses as w')
    .select('w.product_ref')
    .select(
      knex.raw(
        "count(distinct case when w.team_ref <> coalesce(p.owner_ref, '') then w.team_ref end) as others",
      ),
      knex.raw(
        'max(case when w.team_ref = p.owner_ref then 1 else 0 end) as own',
      ),
    )
    .join('subjects as p', 'p.ref', 'w.product_ref')
    .join('subjects as t', 't.ref', 'w.team_ref')
    .where('w.state', 'active')
    .whereNull('t.gone_at')
    .whereRaw(isVisible(visibility, 'w.user_ref'))
    .whereRaw(isVisible(visibility, 'w.team_ref'))
    .groupBy('w.product_ref')
    .as('u');
}

/** Products of which every word is the beginning of a term, and how well. */
function hits(
  knex: Knex,
  words: readonly string[],
  visibility: Visibility,
): Knex.QueryBuilder {
  const found = words.map((word, index) => {
    const matching = (source: string) =>
      knex('search_terms as t')
        .where('t.term', '>=', word)
        .where('t.term', '<', word + LAST)
        .whereRaw(`t.source ${source} 'field'`);
    const exact = knex.raw('case when t.term = ? then 1 else 0 end', [word]);
    return matching('<>')
      .select(
        knex.raw(`${index} as word`),
        't.ref',
        knex.raw(
          "case t.source when 'purpose' then 3 when 'tag' then 5 else 8 end + ? as weight",
          [exact],
        ),
      )
      .unionAll(
        matching('=')
          .join('edges as e', 'e.to_ref', 't.ref')
          .where('e.type', RELATION_PROVIDES_API)
          .whereRaw(isVisible(visibility, 't.ref'))
          .select(
            knex.raw(`${index} as word`),
            'e.from_ref',
            knex.raw('1 + ? as weight', [exact]),
          ),
      );
  });
  if (found.length === 0) {
    return knex('subjects')
      .select('ref', knex.raw('0 as score'))
      .whereRaw('false');
  }
  const best = knex
    .from(knex.unionAll(found).as('f'))
    .select('word', 'ref')
    .max({ weight: 'weight' })
    .groupBy('word', 'ref');
  return knex
    .from(best.as('b'))
    .select('ref')
    .sum({ score: 'weight' })
    .groupBy('ref')
    .having(knex.raw('count(*) = ?', [words.length]));
}
