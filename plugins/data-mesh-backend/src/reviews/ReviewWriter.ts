import { Review } from '@backstage-data-mesh/plugin-data-mesh-common';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { AuditLog } from '../audit/AuditLog';
import { PersonCredentials, ReviewAccess } from './ReviewAccess';
import { ReviewStore, StoredReview } from './ReviewStore';

/** What writes to reviews share. */
export type ReviewParts = {
  knex: Knex;
  access: ReviewAccess;
  audit: AuditLog;
  now: () => Date;
};

/** Writes to open reviews, each time with a note in the log. */
export class ReviewWriter {
  readonly #knex: Knex;
  readonly #access: ReviewAccess;
  readonly #audit: AuditLog;

  constructor({ knex, access, audit }: ReviewParts) {
    this.#knex = knex;
    this.#access = access;
    this.#audit = audit;
  }

  /**
   * Changes an open review in the name of one who holds it.
   *
   * @throws StaleReviewError when it has changed since that version
   */
  async write(
    id: string,
    version: number,
    credentials: PersonCredentials,
    action: string,
    change: (review: StoredReview) => StoredReview,
  ): Promise<Review> {
    const visibility = await this.#access.visibilityOf(credentials);
    await this.#access.findToHold(id, visibility, credentials);
    const by = credentials.principal.userEntityRef;
    const written = await this.#knex.transaction(async trx => {
      const store = new ReviewStore(trx);
      const review = await store.lock(id);
      if (review?.state !== 'open' || review.version !== version) {
        return undefined;
      }
      const next = await store.update(change(review));
      await this.note(trx, by, action, next, review);
      return next;
    });
    if (!written) {
      throw await this.#access.stale(id, visibility);
    }
    return this.#access.describe(written, visibility, written.state === 'open');
  }

  async note(
    trx: Knex,
    by: string,
    action: string,
    after: StoredReview,
    before?: StoredReview,
  ): Promise<void> {
    await this.#audit.append(trx, {
      by,
      action,
      subjectRef: after.domain,
      before: before && noted(before),
      after: noted(after),
    });
  }
}

function noted(review: StoredReview): JsonObject {
  const { id, state, participants, notes, version } = review;
  return plain({ id, state, participants, notes, version });
}

/** As JSON has it: without what is undefined. */
export function plain(value: object): JsonObject {
  return JSON.parse(JSON.stringify(value));
}
