import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
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
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { ulid } from 'ulid';
import { AuditLog } from '../audit/AuditLog';
import { EvidenceStore } from '../evidence/EvidenceStore';
import { PersonTells } from '../evidence/PersonTells';
import { readRefs } from '../http/readValues';
import { Outlines } from '../resultViews/Outlines';
import { requireDomain } from '../valueTree/nodes/requireDomain';
import { NodeRights } from '../valueTree/rights/NodeRights';
import { DecisionStore } from '../valueTree/store/DecisionStore';
import { isPerson } from '../valueTree/views/Viewer';
import { nameEntities } from '../visibility/links';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { AgendaReader, peopleIn } from './agenda/AgendaReader';
import { describeReview } from './describeReview';
import { hearSaying } from './hearSaying';
import { composeMinutes } from './minutes/composeMinutes';
import { takeSnapshot } from './minutes/takeSnapshot';
import { readDomain } from './readDomain';
import { PersonCredentials, ReviewAccess } from './ReviewAccess';
import { ReviewStore, StoredReview } from './ReviewStore';
import { ReviewViews } from './ReviewViews';
import { StaleReviewError } from './StaleReviewError';

/** What was written is taken back, as the review is another by now. */
class UndoError extends Error {}

/** Holds reviews of domains, and shows those that were held. */
export class ReviewService {
  readonly #knex: Knex;
  readonly #outlines: Outlines;
  readonly #audit: AuditLog;
  readonly #tells: PersonTells;
  readonly #access: ReviewAccess;
  readonly #agendas: AgendaReader;
  readonly #views: ReviewViews;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    visibility: Pick<VisibilityResolver, 'resolve'>;
    rights: Pick<NodeRights, 'forCaller'>;
    outlines: Outlines;
    audit: AuditLog;
    evidence: Pick<EvidenceStore, 'wordsAbout'>;
    tells: PersonTells;
    /** More active bets of one domain than these are many; 5 if absent. */
    maxActiveBets?: number;
    now?: () => Date;
  }) {
    const { tells, now = () => new Date() } = options;
    this.#knex = options.knex;
    this.#outlines = options.outlines;
    this.#audit = options.audit;
    this.#tells = tells;
    this.#access = new ReviewAccess(options);
    this.#agendas = new AgendaReader({
      ...options,
      now,
      readAsked: async (refs, credentials) =>
        isPerson(credentials)
          ? tells.keysFor(refs, credentials as PersonCredentials)
          : new Map(),
    });
    this.#views = new ReviewViews({
      ...options,
      access: this.#access,
      agendas: this.#agendas,
    });
    this.#now = now;
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
    const domain = readDomain(request.domain) ?? '';
    const visibility = await this.#access.visibilityOf(credentials);
    await requireDomain(this.#knex, domain, visibility);
    await this.#access.requireRight(domain, credentials);
    const at = this.#now();
    const by = credentials.principal.userEntityRef;
    const fresh: StoredReview = {
      id: ulid(at.getTime()),
      domain,
      state: 'open',
      participants: [by],
      sayings: {},
      startedBy: by,
      startedAt: at.toISOString(),
      version: 1,
    };
    const isNew = await this.#knex.transaction(async trx => {
      const isInserted = await new ReviewStore(trx).insert(fresh);
      if (isInserted) {
        await this.#note(trx, by, 'review-started', fresh);
      }
      return isInserted;
    });
    const review = isNew
      ? fresh
      : await new ReviewStore(this.#knex).findOpen(domain);
    if (!review) {
      // The one that was under way has been closed this very moment.
      return this.start(request, credentials);
    }
    return {
      isNew,
      review: await this.#access.describe(review, visibility, true),
    };
  }

  /**
   * Changes who takes part, and the notes.
   *
   * @throws StaleReviewError when it has changed since it was read
   */
  async change(
    id: string,
    { version, participants, notes }: ReviewChange,
    credentials: PersonCredentials,
  ): Promise<Review> {
    const people = readPeople(participants);
    return this.#write(
      id,
      credentials,
      'review-changed',
      review => review.version === version,
      review => ({
        ...review,
        ...(people && { participants: [...new Set(people)] }),
        ...(notes !== undefined && { notes: notes || undefined }),
      }),
    );
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
    const visibility = await this.#access.visibilityOf(credentials);
    const { domain } = await this.#access.findToHold(
      id,
      visibility,
      credentials,
    );
    await this.#access.requireProduct(product, domain, visibility);
    const { told, unheard } = await hearSaying(
      product,
      request,
      this.#tells,
      credentials,
      this.#now(),
    );
    const { version, ...said } = request;
    const by = credentials.principal.userEntityRef;
    let stale: StoredReview | undefined;
    let written: StoredReview | undefined;
    try {
      await this.#tells.tell(product, told, credentials, async trx => {
        const store = new ReviewStore(trx);
        const review = await store.lock(id);
        if (
          review?.state !== 'open' ||
          (review.sayings[product]?.version ?? 0) !== version
        ) {
          stale = review;
          throw new UndoError();
        }
        written = await store.update({
          ...review,
          sayings: {
            ...review.sayings,
            [product]: {
              ...said,
              version: version + 1,
              by,
              at: this.#now().toISOString(),
              unheard,
            },
          },
        });
        await this.#audit.append(trx, {
          by,
          action: 'product-reviewed',
          subjectRef: product,
          before: plain(review.sayings[product]),
          after: plain({ review: id, ...said }),
        });
      });
    } catch (error) {
      if (error instanceof UndoError && stale) {
        throw new StaleReviewError(
          await this.#access.describe(stale, visibility, true),
        );
      }
      throw error;
    }
    if (!written) {
      throw new InputError(
        `Nothing could be kept of what was said about ${product}.`,
      );
    }
    return this.#access.describe(written, visibility, true);
  }

  /**
   * Closes a review: composes its minutes and keeps how all stood, together or
   * not at all. It stays as it is from then on.
   *
   * @throws StaleReviewError when it has changed since it was read
   */
  async close(
    id: string,
    { version }: ReviewEnd,
    credentials: PersonCredentials,
  ): Promise<ReviewInFull> {
    const visibility = await this.#access.visibilityOf(credentials);
    const read = await this.#access.findToHold(id, visibility, credentials);
    const found = await this.#agendas.read(read, credentials);
    const by = credentials.principal.userEntityRef;
    const name = await nameEntities(
      this.#knex,
      [by, read.domain, ...peopleIn(read)],
      visibility,
    );
    const closed = await this.#knex.transaction(async trx => {
      const store = new ReviewStore(trx);
      const review = await store.lock(id);
      if (
        review?.state !== 'open' ||
        review.version !== version ||
        read.version !== version
      ) {
        return undefined;
      }
      // Whoever decides in it waits for the lock, so that these are all.
      const decisions = await new DecisionStore(trx).ofReview(id);
      const snapshot = takeSnapshot(
        describeReview(review, found.name, true),
        found,
        decisions,
        this.#outlines,
        name(by),
      );
      const next = await store.update({
        ...review,
        state: 'closed',
        snapshot,
        minutes: composeMinutes(snapshot),
        closedBy: by,
        closedAt: this.#now().toISOString(),
      });
      await this.#note(trx, by, 'review-closed', next);
      return next;
    });
    if (!closed) {
      throw await this.#access.stale(id, visibility);
    }
    return this.#views.describeClosed(closed, visibility);
  }

  /**
   * Ends a review without minutes; what was said and decided in it stays.
   *
   * @throws StaleReviewError when it has changed since it was read
   */
  async abandon(
    id: string,
    { version }: ReviewEnd,
    credentials: PersonCredentials,
  ): Promise<Review> {
    return this.#write(
      id,
      credentials,
      'review-abandoned',
      review => review.version === version,
      review => ({
        ...review,
        state: 'abandoned',
        closedBy: credentials.principal.userEntityRef,
        closedAt: this.#now().toISOString(),
      }),
    );
  }

  async #write(
    id: string,
    credentials: PersonCredentials,
    action: string,
    isAsRead: (review: StoredReview) => boolean,
    change: (review: StoredReview) => StoredReview,
  ): Promise<Review> {
    const visibility = await this.#access.visibilityOf(credentials);
    await this.#access.findToHold(id, visibility, credentials);
    const by = credentials.principal.userEntityRef;
    const written = await this.#knex.transaction(async trx => {
      const store = new ReviewStore(trx);
      const review = await store.lock(id);
      if (review?.state !== 'open' || !isAsRead(review)) {
        return undefined;
      }
      const next = await store.update(change(review));
      await this.#note(trx, by, action, next, review);
      return next;
    });
    if (!written) {
      throw await this.#access.stale(id, visibility);
    }
    return this.#access.describe(written, visibility, written.state === 'open');
  }

  async #note(
    trx: Knex,
    by: string,
    action: string,
    { domain, ...after }: StoredReview,
    before?: StoredReview,
  ): Promise<void> {
    const noted = ({
      id,
      state,
      participants,
      notes,
      version,
    }: Omit<StoredReview, 'domain'>) =>
      plain({ id, state, participants, notes, version });
    await this.#audit.append(trx, {
      by,
      action,
      subjectRef: domain,
      before: before && noted(before),
      after: noted(after),
    });
  }
}

/** @throws InputError when one of them is no person */
function readPeople(refs: string[] | undefined): string[] | undefined {
  const people = readRefs('participants', refs, 'User');
  const other = people?.find(ref => !ref.startsWith('user:'));
  if (other !== undefined) {
    throw new InputError(`participants: ${other} is no user.`);
  }
  return people;
}

/** As JSON has it: without what is undefined. */
function plain<T extends object | undefined>(
  value: T,
): T extends object ? JsonObject : JsonObject | undefined;
function plain(value: object | undefined): JsonObject | undefined {
  return value && JSON.parse(JSON.stringify(value));
}
