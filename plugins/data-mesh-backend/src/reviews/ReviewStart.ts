import {
  NewReview,
  Review,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { ulid } from 'ulid';
import { requireDomain } from '../valueTree/nodes/requireDomain';
import { readDomain } from './readDomain';
import { PersonCredentials } from './ReviewAccess';
import { ReviewStore, StoredReview } from './ReviewStore';
import { ReviewParts, ReviewWriter } from './ReviewWriter';

/** Starts reviews; of one domain, one is under way at a time. */
export class ReviewStart {
  readonly #parts: ReviewParts;
  readonly #writer: ReviewWriter;

  constructor(parts: ReviewParts) {
    this.#parts = parts;
    this.#writer = new ReviewWriter(parts);
  }

  async start(
    request: NewReview,
    credentials: PersonCredentials,
  ): Promise<{ isNew: boolean; review: Review }> {
    const { knex, access } = this.#parts;
    const domain = readDomain(request.domain) ?? '';
    const visibility = await access.visibilityOf(credentials);
    await requireDomain(knex, domain, visibility);
    await access.requireRight(domain, credentials);
    const fresh = this.#fresh(domain, credentials.principal.userEntityRef);
    const isNew = await this.#insert(fresh);
    const review = isNew ? fresh : await new ReviewStore(knex).findOpen(domain);
    if (!review) {
      // The one that was under way has been closed this very moment.
      return this.start(request, credentials);
    }
    return { isNew, review: await access.describe(review, visibility, true) };
  }

  #fresh(domain: string, by: string): StoredReview {
    const at = this.#parts.now();
    return {
      id: ulid(at.getTime()),
      domain,
      state: 'open',
      participants: [by],
      sayings: {},
      startedBy: by,
      startedAt: at.toISOString(),
      version: 1,
    };
  }

  /** @returns false when one is under way already */
  async #insert(review: StoredReview): Promise<boolean> {
    return this.#parts.knex.transaction(async trx => {
      const isInserted = await new ReviewStore(trx).insert(review);
      if (isInserted) {
        await this.#writer.note(
          trx,
          review.startedBy,
          'review-started',
          review,
        );
      }
      return isInserted;
    });
  }
}
