import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import {
  goalManagePermission,
  Review,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { NodeRights } from '../valueTree/rights/NodeRights';
import { isPerson } from '../valueTree/views/Viewer';
import { nameEntities } from '../visibility/links';
import { Visibility } from '../visibility/Visibility';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { peopleIn } from './agenda/AgendaReader';
import { describeReview } from './describeReview';
import { DomainToReview, ReviewStore, StoredReview } from './ReviewStore';
import { StaleReviewError } from './StaleReviewError';

export type PersonCredentials = BackstageCredentials<BackstageUserPrincipal>;

/** Looks at reviews as a caller sees them, and tells who may hold them. */
export class ReviewAccess {
  readonly #knex: Knex;
  readonly #visibility: Pick<VisibilityResolver, 'resolve'>;
  readonly #rights: Pick<NodeRights, 'forCaller'>;

  constructor(options: {
    knex: Knex;
    visibility: Pick<VisibilityResolver, 'resolve'>;
    rights: Pick<NodeRights, 'forCaller'>;
  }) {
    this.#knex = options.knex;
    this.#visibility = options.visibility;
    this.#rights = options.rights;
  }

  /** @throws NotAllowedError when the caller may not read data mesh at all */
  async visibilityOf(credentials: BackstageCredentials): Promise<Visibility> {
    return this.#visibility.resolve(credentials);
  }

  /** @throws NotFoundError when there is none that one may see */
  async find(id: string, visibility: Visibility): Promise<StoredReview> {
    const review = await new ReviewStore(this.#knex).find(id);
    const isSeen =
      review &&
      (await nameEntities(this.#knex, [review.domain], visibility))(
        review.domain,
      );
    if (!isSeen) {
      throw new NotFoundError(`There is no review “${id}”.`);
    }
    return review;
  }

  /** @throws StaleReviewError when it is not open */
  async findToHold(
    id: string,
    visibility: Visibility,
    credentials: PersonCredentials,
  ): Promise<StoredReview> {
    const review = await this.find(id, visibility);
    await this.requireRight(review.domain, credentials);
    if (review.state !== 'open') {
      throw new StaleReviewError(
        await this.describe(review, visibility, false),
      );
    }
    return review;
  }

  /** @throws NotAllowedError when it is for others to hold */
  async requireRight(
    domain: string,
    credentials: BackstageCredentials,
  ): Promise<void> {
    const rights = await this.#rights.forCaller(credentials, []);
    if (!isPerson(credentials) || !rights.mayPlace(goalOf(domain))) {
      throw new NotAllowedError(
        `A review of ${domain} is held by those who answer for that domain. Ask one of them, or those who run the portal for the permission ${goalManagePermission.name}.`,
      );
    }
  }

  /** @throws InputError when it is no living product of the domain */
  async requireProduct(
    product: string,
    domain: string,
    visibility: Visibility,
  ): Promise<void> {
    const row =
      visibility === 'all' || visibility.has(product)
        ? await this.#knex('products')
            .select('domain_ref', 'lifecycle')
            .where({ ref: product })
            .first()
        : undefined;
    if (row?.domain_ref !== domain || row.lifecycle === 'retired') {
      throw new InputError(
        `There is no data product ${product} in ${domain} that is not retired.`,
      );
    }
  }

  /** The domains whose reviews a caller may hold, or the one that is named. */
  async mayHold(
    domain: string | undefined,
    visibility: Visibility,
    credentials: BackstageCredentials,
  ): Promise<DomainToReview[]> {
    if (!isPerson(credentials)) {
      return [];
    }
    const rights = await this.#rights.forCaller(credentials, []);
    const domains = await new ReviewStore(this.#knex).domainsToReview(
      visibility,
      domain,
    );
    return domains.filter(one => rights.mayPlace(goalOf(one.domain)));
  }

  /** As it is shown to the caller. */
  async describe(
    review: StoredReview,
    visibility: Visibility,
    mayHold: boolean,
  ): Promise<Review> {
    const name = await nameEntities(
      this.#knex,
      [review.domain, ...Object.keys(review.sayings), ...peopleIn(review)],
      visibility,
    );
    return describeReview(review, name, mayHold);
  }

  /** With the review as it is now. */
  async stale(id: string, visibility: Visibility): Promise<StaleReviewError> {
    const now = await this.find(id, visibility);
    return new StaleReviewError(
      await this.describe(now, visibility, now.state === 'open'),
    );
  }
}

/** Whoever may write a goal of a domain may hold its reviews. */
function goalOf(domain: string) {
  return { kind: 'goal' as const, fields: { domain } };
}
