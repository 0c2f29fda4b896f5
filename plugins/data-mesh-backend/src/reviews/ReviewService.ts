import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  NewReview,
  ProductSayingRequest,
  Review,
  ReviewChange,
  ReviewEnd,
  ReviewInFull,
  ReviewList,
  ReviewsQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { AuditLog } from '../audit/AuditLog';
import { EvidenceStore } from '../evidence/EvidenceStore';
import { PersonTells } from '../evidence/PersonTells';
import { Outlines } from '../resultViews/Outlines';
import { NodeRights } from '../valueTree/rights/NodeRights';
import { KeptTree } from '../valueTree/store/KeptTree';
import { isPerson } from '../valueTree/views/Viewer';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { AgendaReader } from './agenda/AgendaReader';
import { ProductSayings } from './ProductSayings';
import { PersonCredentials, ReviewAccess } from './ReviewAccess';
import { ReviewEnds } from './ReviewEnds';
import { ReviewNotes } from './ReviewNotes';
import { ReviewStart } from './ReviewStart';
import { ReviewViews } from './ReviewViews';

/** Holds reviews of domains, and shows those that were held. */
export class ReviewService {
  readonly #views: ReviewViews;
  readonly #start: ReviewStart;
  readonly #notes: ReviewNotes;
  readonly #sayings: ProductSayings;
  readonly #ends: ReviewEnds;

  constructor(options: {
    knex: Knex;
    visibility: Pick<VisibilityResolver, 'resolve'>;
    rights: Pick<NodeRights, 'forCaller'>;
    outlines: Outlines;
    audit: AuditLog;
    evidence: Pick<EvidenceStore, 'wordsAbout'>;
    tells: PersonTells;
    kept?: KeptTree;
    /** More active bets of one domain than these are many; 5 if absent. */
    maxActiveBets?: number;
    now?: () => Date;
  }) {
    const { knex, tells, now = () => new Date() } = options;
    const access = new ReviewAccess(options);
    const agendas = new AgendaReader({
      ...options,
      kept: options.kept ?? new KeptTree(knex),
      now,
      readAsked: async (refs, credentials) =>
        isPerson(credentials)
          ? tells.keysFor(refs, credentials as PersonCredentials)
          : new Map(),
    });
    const parts = { ...options, access, agendas, now };
    this.#views = new ReviewViews(parts);
    this.#start = new ReviewStart(parts);
    this.#notes = new ReviewNotes(parts);
    this.#sayings = new ProductSayings(parts, tells);
    this.#ends = new ReviewEnds({ ...parts, views: this.#views });
  }

  /** Closed reviews, and domains whose reviews the caller may hold. */
  async list(
    query: ReviewsQuery,
    credentials: BackstageCredentials,
  ): Promise<ReviewList> {
    return this.#views.list(query, credentials);
  }

  /** A review with what it goes through and its minutes. */
  async get(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<ReviewInFull> {
    return this.#views.get(id, credentials);
  }

  /**
   * Starts a review of a domain, or finds the one that is under way.
   *
   * @throws InputError when there is no such domain that one may see
   * @throws NotAllowedError when it is for others to hold
   */
  async start(
    request: NewReview,
    credentials: PersonCredentials,
  ): Promise<{ isNew: boolean; review: Review }> {
    return this.#start.start(request, credentials);
  }

  /**
   * Changes who takes part, and the notes.
   *
   * @throws StaleReviewError when it has changed since it was read
   */
  async change(
    id: string,
    change: ReviewChange,
    credentials: PersonCredentials,
  ): Promise<Review> {
    return this.#notes.change(id, change, credentials);
  }

  /**
   * Says something about a data product of the domain: it was reviewed today,
   * and what was said answers the questions of rules that the person is asked.
   * All of it is kept, or nothing.
   *
   * @throws InputError when it is no living product of the domain
   * @throws StaleReviewError when somebody else said something about it since
   */
  async say(
    id: string,
    product: string,
    request: ProductSayingRequest,
    credentials: PersonCredentials,
  ): Promise<Review> {
    return this.#sayings.say(id, product, request, credentials);
  }

  /**
   * Closes a review: composes its minutes and keeps how all stood, together or
   * not at all. It stays as it is from then on.
   *
   * @throws StaleReviewError when it has changed since it was read
   */
  async close(
    id: string,
    end: ReviewEnd,
    credentials: PersonCredentials,
  ): Promise<ReviewInFull> {
    return this.#ends.close(id, end, credentials);
  }

  /**
   * Ends a review without minutes; what was said and decided in it stays.
   *
   * @throws StaleReviewError when it has changed since it was read
   */
  async abandon(
    id: string,
    end: ReviewEnd,
    credentials: PersonCredentials,
  ): Promise<Review> {
    return this.#ends.abandon(id, end, credentials);
  }
}
