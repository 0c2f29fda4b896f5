import { RELATION_MEMBER_OF } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { isAmong } from '../../database/sql';
import {
  MeasureStore,
  StoredMeasure,
} from '../../valueTree/store/MeasureStore';
import {
  isVisible,
  Visibility,
  withVisible,
} from '../../visibility/Visibility';

const PAST_MVP = ['production', 'deprecated'];

/** How a domain stands with its reviews. */
export type DomainReviews = {
  domain: string;
  /** The one that is under way. */
  open?: { id: string; startedAt: string };
  /** When the last one was closed. */
  lastAt?: string;
  /** Whether a data product of it, not retired, is past its MVP. */
  isPastMvp: boolean;
};

/** The groups that a person is a member of, without those above them. */
export async function readGroups(
  knex: Knex,
  person: string,
): Promise<string[]> {
  const rows = await knex('edges')
    .select('to_ref')
    .where({ from_ref: person, type: RELATION_MEMBER_OF });
  return rows.map(row => row.to_ref);
}

/** Measures of some nodes, and those with some owners, in two statements. */
export async function readMeasures(
  knex: Knex,
  nodes: readonly string[],
  owners: readonly string[],
): Promise<StoredMeasure[]> {
  const rows = await knex('measures')
    .select('id')
    .whereNull('gone_at')
    .where(some =>
      some
        .where(isAmong(knex, 'node_id', nodes))
        .orWhere(isAmong(knex, 'owner_ref', owners)),
    );
  return new MeasureStore(knex).byIds(rows.map(({ id }) => id));
}

/** Reviews of some domains, in two statements. */
export async function readReviews(
  knex: Knex,
  domains: readonly string[],
  visibility: Visibility,
  today: string,
): Promise<DomainReviews[]> {
  const newest = (state: string, column: string, name: string) =>
    knex.raw('max(case when state = ? then ?? end) as ??', [
      state,
      column,
      name,
    ]);
  const [reviews, products]: Record<string, any>[][] = await Promise.all([
    knex('reviews')
      .select(
        'domain_ref',
        newest('open', 'id', 'open_id'),
        newest('open', 'started_at', 'open_at'),
        newest('closed', 'closed_at', 'last_at'),
      )
      .where(isAmong(knex, 'domain_ref', domains))
      .groupBy('domain_ref'),
    withVisible(knex, knex('products as p'), visibility)
      .join('subjects as s', 's.ref', 'p.ref')
      .select('p.domain_ref', 'p.lifecycle', 's.facts')
      .where(isAmong(knex, 'p.domain_ref', domains))
      .whereNull('s.gone_at')
      .whereRaw(isVisible(visibility, 'p.ref')),
  ]);
  const of = new Map(reviews.map(row => [row.domain_ref, row]));
  const pastMvp = new Set(
    products
      .filter(product => isPastMvp(product, today))
      .map(product => product.domain_ref),
  );
  return domains.map(domain => {
    const { open_id: id, open_at: startedAt, last_at } = of.get(domain) ?? {};
    return {
      domain,
      ...(id && { open: { id, startedAt } }),
      ...(last_at && { lastAt: last_at }),
      isPastMvp: pastMvp.has(domain),
    };
  });
}

function isPastMvp(
  { lifecycle, facts }: Record<string, any>,
  today: string,
): boolean {
  if (lifecycle === 'retired') {
    return false;
  }
  const { mvpAt } = JSON.parse(facts ?? '{}').product ?? {};
  return mvpAt ? mvpAt <= today : PAST_MVP.includes(lifecycle);
}
