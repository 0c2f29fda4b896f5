import {
  ProductSaying,
  ReviewState,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { insertRows } from '../database/sql';
import { isVisible, Visibility, withVisible } from '../visibility/Visibility';
import { ReviewSnapshot } from './minutes/ReviewSnapshot';

/** What was said about a product, as it is kept. */
export type StoredSaying = Omit<ProductSaying, 'product' | 'by'> & {
  by: string;
};

/** A review as it is kept. */
export type StoredReview = {
  /** ULID, by the time it was started. */
  id: string;
  domain: string;
  state: ReviewState;
  /** Refs of people. */
  participants: string[];
  notes?: string;
  /** By the refs of products. */
  sayings: Record<string, StoredSaying>;
  /** How all stood when it was closed. */
  snapshot?: ReviewSnapshot;
  /** Markdown; once it is closed. */
  minutes?: string;
  startedBy: string;
  startedAt: string;
  closedBy?: string;
  closedAt?: string;
  version: number;
};

/** A closed review as a row of a list. */
export type ListedReview = Omit<StoredReview, 'snapshot' | 'minutes'> & {
  /** How many decisions on goals and bets were made in it. */
  decisions: number;
};

/** A domain that takes part, and its review that is under way. */
export type DomainToReview = {
  domain: string;
  open?: { id: string; startedAt: string };
};

const COLUMNS = {
  id: 'text',
  domain_ref: 'text',
  state: 'text',
  data: 'text',
  snapshot: 'text',
  minutes: 'text',
  started_by: 'text',
  started_at: 'text',
  closed_by: 'text',
  closed_at: 'text',
  version: 'integer',
} as const;

const LISTED = Object.keys(COLUMNS)
  .filter(column => column !== 'snapshot' && column !== 'minutes')
  .map(column => `r.${column}`);

/**
 * Keeps reviews. It works on the connection that it is given: a transaction,
 * or none.
 */
export class ReviewStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async find(id: string): Promise<StoredReview | undefined> {
    const row = await this.#knex('reviews').where({ id }).first();
    return row && toReview(row);
  }

  /** Holds up whoever else writes it, or decides in it, meanwhile. */
  async lock(id: string): Promise<StoredReview | undefined> {
    const row = await this.#knex('reviews').where({ id }).forUpdate().first();
    return row && toReview(row);
  }

  async findOpen(domain: string): Promise<StoredReview | undefined> {
    const row = await this.#knex('reviews')
      .where({ domain_ref: domain, state: 'open' })
      .first();
    return row && toReview(row);
  }

  /** Closed ones of a domain, the newest first. */
  async lastOf(domain: string, most: number): Promise<StoredReview[]> {
    const rows = await this.#knex('reviews')
      .where({ domain_ref: domain, state: 'closed' })
      .orderBy('id', 'desc')
      .limit(most);
    return rows.map(toReview);
  }

  /** Closed ones of the domains that a caller may see, the newest first. */
  async list(
    visibility: Visibility,
    page: { domain?: string; beforeId?: string; limit: number },
  ): Promise<ListedReview[]> {
    const knex = this.#knex;
    const query = withVisible(knex, knex('reviews as r'), visibility)
      .select(LISTED)
      .select({
        decisions: knex('decisions as d')
          .count('*')
          .whereRaw('d.review_id = r.id'),
      })
      .where('r.state', 'closed')
      .whereRaw(isVisible(visibility, 'r.domain_ref'))
      .orderBy('r.id', 'desc')
      .limit(page.limit);
    if (page.domain !== undefined) {
      query.where('r.domain_ref', page.domain);
    }
    if (page.beforeId !== undefined) {
      query.where('r.id', '<', page.beforeId);
    }
    const rows: Record<string, any>[] = await query;
    return rows.map(({ decisions, ...row }) => ({
      ...toReview(row),
      decisions: Number(decisions),
    }));
  }

  /** The domains that take part, by title, or the one that is named. */
  async domainsToReview(
    visibility: Visibility,
    only?: string,
  ): Promise<DomainToReview[]> {
    const knex = this.#knex;
    const query = withVisible(knex, knex('subjects as s'), visibility)
      .leftJoin('reviews as r', join =>
        join.on('r.domain_ref', 's.ref').onVal('r.state', 'open'),
      )
      .select({ domain: 's.ref', id: 'r.id', at: 'r.started_at' })
      .where('s.kind', 'domain')
      .whereNull('s.gone_at')
      .whereRaw(isVisible(visibility, 's.ref'))
      .where(takesPart =>
        takesPart
          .whereExists(
            knex('products as p')
              .select('p.ref')
              .whereRaw('p.domain_ref = s.ref'),
          )
          .orWhereExists(
            knex('value_nodes as n')
              .select('n.id')
              .whereRaw('n.domain_ref = s.ref')
              .whereNull('n.gone_at'),
          )
          .orWhereNotNull('r.id'),
      )
      .orderBy(['s.sort_title', 's.ref']);
    if (only !== undefined) {
      query.where('s.ref', only);
    }
    const rows: Record<string, any>[] = await query;
    return rows.map(({ domain, id, at }) => ({
      domain,
      ...(id && { open: { id, startedAt: at } }),
    }));
  }

  /** @returns false when there is an open one of the domain already */
  async insert(review: StoredReview): Promise<boolean> {
    const rows = await insertRows(this.#knex, {
      table: 'reviews',
      columns: COLUMNS,
      rows: [toRow(review)],
      onConflict: 'do nothing',
      returning: 'id',
    });
    return rows.length > 0;
  }

  /** To be called with the review locked; the version goes up by one. */
  async update(review: StoredReview): Promise<StoredReview> {
    const next = { ...review, version: review.version + 1 };
    const { id, ...row } = toRow(next);
    await this.#knex('reviews').where({ id }).update(row);
    return next;
  }
}

function toRow(review: StoredReview) {
  const { participants, notes, sayings, snapshot } = review;
  return {
    id: review.id,
    domain_ref: review.domain,
    state: review.state,
    data: JSON.stringify({ participants, notes, sayings }),
    snapshot: snapshot ? JSON.stringify(snapshot) : null,
    minutes: review.minutes ?? null,
    started_by: review.startedBy,
    started_at: review.startedAt,
    closed_by: review.closedBy ?? null,
    closed_at: review.closedAt ?? null,
    version: review.version,
  };
}

function toReview(row: Record<string, any>): StoredReview {
  return {
    id: row.id,
    domain: row.domain_ref,
    state: row.state,
    ...JSON.parse(row.data),
    snapshot: row.snapshot ? JSON.parse(row.snapshot) : undefined,
    minutes: row.minutes ?? undefined,
    startedBy: row.started_by,
    startedAt: row.started_at,
    closedBy: row.closed_by ?? undefined,
    closedAt: row.closed_at ?? undefined,
    version: row.version,
  };
}
