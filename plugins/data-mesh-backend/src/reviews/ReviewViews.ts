import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ReviewInFull,
  ReviewList,
  ReviewsQuery,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { Outlines } from '../resultViews/Outlines';
import { readPlace, writePlace } from '../resultViews/pageCursor';
import { nameEntities } from '../visibility/links';
import { Visibility } from '../visibility/Visibility';
import { AgendaReader, peopleIn } from './agenda/AgendaReader';
import { describeReview } from './describeReview';
import { composeMinutes } from './minutes/composeMinutes';
import { seenPart } from './minutes/ReviewSnapshot';
import { takeSnapshot } from './minutes/takeSnapshot';
import { readDomain } from './readDomain';
import { ReviewAccess } from './ReviewAccess';
import { ReviewStore, StoredReview } from './ReviewStore';

const USUAL_LIMIT = 20;

/** Shows reviews: those that were held, and the one that is under way. */
export class ReviewViews {
  readonly #knex: Knex;
  readonly #access: ReviewAccess;
  readonly #agendas: AgendaReader;
  readonly #outlines: Outlines;

  constructor(options: {
    knex: Knex;
    access: ReviewAccess;
    agendas: AgendaReader;
    outlines: Outlines;
  }) {
    this.#knex = options.knex;
    this.#access = options.access;
    this.#agendas = options.agendas;
    this.#outlines = options.outlines;
  }

  /**
   * Closed reviews, the newest first, and the domains whose reviews the caller
   * may hold.
   *
   * @throws InputError when the domain is no ref, or the cursor of another list
   */
  async list(
    { domain: asked, cursor, limit = USUAL_LIMIT }: ReviewsQuery,
    credentials: BackstageCredentials,
  ): Promise<ReviewList> {
    const domain = readDomain(asked);
    const visibility = await this.#access.visibilityOf(credentials);
    const [beforeId] = cursor ? readPlace(cursor, { domain }, 1) : [];
    const store = new ReviewStore(this.#knex);
    const found = await store.list(visibility, {
      domain,
      beforeId,
      limit: limit + 1,
    });
    const rows = found.slice(0, limit);
    const mayHold = await this.#access.mayHold(domain, visibility, credentials);
    const name = await nameEntities(
      this.#knex,
      [
        ...rows.flatMap(row => [row.domain, ...peopleIn(row)]),
        ...mayHold.map(one => one.domain),
      ],
      visibility,
    );
    return {
      items: rows.flatMap(row => {
        const named = name(row.domain);
        return named
          ? [
              {
                id: row.id,
                domain: named,
                startedAt: row.startedAt,
                closedAt: row.closedAt,
                closedBy: name(row.closedBy),
                participants: row.participants.flatMap(one => name(one) ?? []),
                products: Object.keys(row.sayings).length,
                decisions: row.decisions,
              },
            ]
          : [];
      }),
      ...(found.length > limit && {
        nextCursor: writePlace([rows[limit - 1].id], { domain }),
      }),
      mayHold: mayHold.flatMap(({ domain: of, ...rest }) => {
        const named = name(of);
        return named ? [{ domain: named, ...rest }] : [];
      }),
    };
  }

  /**
   * A review with what it goes through, while it is open, and its minutes.
   * Open ones are for those who may hold them.
   *
   * @throws NotFoundError when there is none that one may see
   * @throws NotAllowedError when it is open, and for others to hold
   */
  async get(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<ReviewInFull> {
    const visibility = await this.#access.visibilityOf(credentials);
    const review = await this.#access.find(id, visibility);
    if (review.state === 'closed') {
      return this.describeClosed(review, visibility);
    }
    await this.#access.requireRight(review.domain, credentials);
    const mayHold = review.state === 'open';
    if (!mayHold) {
      return { review: await this.#access.describe(review, visibility, false) };
    }
    const found = await this.#agendas.read(review, credentials);
    const described = describeReview(review, found.name, mayHold);
    return {
      review: described,
      agenda: found.agenda,
      minutes: composeMinutes(
        takeSnapshot(described, found, found.decisions, this.#outlines),
      ),
    };
  }

  /** Who may not see all of it reads what is left of the minutes. */
  async describeClosed(
    review: StoredReview,
    visibility: Visibility,
  ): Promise<ReviewInFull> {
    const described = await this.#access.describe(review, visibility, false);
    const { snapshot } = review;
    if (visibility === 'all' || !snapshot) {
      return { review: described, minutes: review.minutes };
    }
    const name = await nameEntities(
      this.#knex,
      [
        ...snapshot.products,
        ...snapshot.participants,
        ...snapshot.openPoints.map(({ entity }) => entity),
        ...snapshot.changes.levels,
        snapshot.closedBy,
      ].map(one => one?.ref),
      visibility,
    );
    const seen = seenPart(snapshot, ref => name(ref) !== undefined);
    return seen === snapshot
      ? { review: described, minutes: review.minutes }
      : {
          review: described,
          minutes: composeMinutes(seen),
          isPartial: true,
        };
  }
}
