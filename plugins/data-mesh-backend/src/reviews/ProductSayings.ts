import { InputError } from '@backstage/errors';
import {
  ProductSayingRequest,
  Review,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { PersonTells } from '../evidence/PersonTells';
import { hearSaying } from './hearSaying';
import { PersonCredentials } from './ReviewAccess';
import { ReviewStore, StoredReview, StoredSaying } from './ReviewStore';
import { plain, ReviewParts } from './ReviewWriter';
import { StaleReviewError } from './StaleReviewError';

/** What was written is taken back, as the review is another by now. */
class UndoError extends Error {
  readonly review?: StoredReview;

  constructor(review: StoredReview | undefined) {
    super('The review is another by now');
    this.review = review;
  }
}

/** Takes down what is said about products in a review. */
export class ProductSayings {
  readonly #parts: ReviewParts;
  readonly #tells: PersonTells;

  constructor(parts: ReviewParts, tells: PersonTells) {
    this.#parts = parts;
    this.#tells = tells;
  }

  async say(
    id: string,
    product: string,
    request: ProductSayingRequest,
    credentials: PersonCredentials,
  ): Promise<Review> {
    const { access, now } = this.#parts;
    const visibility = await access.visibilityOf(credentials);
    const { domain } = await access.findToHold(id, visibility, credentials);
    await access.requireProduct(product, domain, visibility);
    const { told, unheard } = await hearSaying(
      product,
      request,
      this.#tells,
      credentials,
      now(),
    );
    const saying = {
      ...request,
      version: request.version + 1,
      by: credentials.principal.userEntityRef,
      at: now().toISOString(),
      unheard,
    };
    let written: StoredReview | undefined;
    try {
      await this.#tells.tell(product, told, credentials, async trx => {
        written = await this.#write(trx, id, product, saying);
      });
    } catch (error) {
      if (error instanceof UndoError && error.review) {
        throw new StaleReviewError(
          await access.describe(error.review, visibility, true),
        );
      }
      throw error;
    }
    if (!written) {
      throw new InputError(
        `Nothing could be kept of what was said about ${product}.`,
      );
    }
    return access.describe(written, visibility, true);
  }

  /** @throws UndoError when somebody else said something about it since */
  async #write(
    trx: Knex,
    id: string,
    product: string,
    saying: StoredSaying,
  ): Promise<StoredReview> {
    const store = new ReviewStore(trx);
    const review = await store.lock(id);
    const before = review?.sayings[product];
    if (
      review?.state !== 'open' ||
      (before?.version ?? 0) !== saying.version - 1
    ) {
      throw new UndoError(review);
    }
    const written = await store.update({
      ...review,
      sayings: { ...review.sayings, [product]: saying },
    });
    const { version, by, at, unheard, ...said } = saying;
    await this.#parts.audit.append(trx, {
      by,
      action: 'product-reviewed',
      subjectRef: product,
      before: before && plain(before),
      after: plain({ review: id, ...said }),
    });
    return written;
  }
}
