import {
  Review,
  ReviewEnd,
  ReviewInFull,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Outlines } from '../resultViews/Outlines';
import { DecisionStore } from '../valueTree/store/DecisionStore';
import { nameEntities } from '../visibility/links';
import { AgendaReader, peopleIn } from './agenda/AgendaReader';
import { describeReview } from './describeReview';
import { composeMinutes } from './minutes/composeMinutes';
import { takeSnapshot } from './minutes/takeSnapshot';
import { PersonCredentials } from './ReviewAccess';
import { ReviewStore } from './ReviewStore';
import { ReviewViews } from './ReviewViews';
import { ReviewParts, ReviewWriter } from './ReviewWriter';

/** Ends reviews, with minutes or without. */
export class ReviewEnds {
  readonly #parts: ReviewParts;
  readonly #writer: ReviewWriter;
  readonly #outlines: Outlines;
  readonly #agendas: AgendaReader;
  readonly #views: ReviewViews;

  constructor(
    parts: ReviewParts & {
      outlines: Outlines;
      agendas: AgendaReader;
      views: ReviewViews;
    },
  ) {
    this.#parts = parts;
    this.#writer = new ReviewWriter(parts);
    this.#outlines = parts.outlines;
    this.#agendas = parts.agendas;
    this.#views = parts.views;
  }

  async close(
    id: string,
    { version }: ReviewEnd,
    credentials: PersonCredentials,
  ): Promise<ReviewInFull> {
    const { knex, access, now } = this.#parts;
    const visibility = await access.visibilityOf(credentials);
    const read = await access.findToHold(id, visibility, credentials);
    const found = await this.#agendas.read(read, credentials);
    const by = credentials.principal.userEntityRef;
    const name = await nameEntities(
      knex,
      [by, read.domain, ...peopleIn(read)],
      visibility,
    );
    const closed = await knex.transaction(async trx => {
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
        closedAt: now().toISOString(),
      });
      await this.#writer.note(trx, by, 'review-closed', next);
      return next;
    });
    if (!closed) {
      throw await access.stale(id, visibility);
    }
    return this.#views.describeClosed(closed, visibility);
  }

  async abandon(
    id: string,
    { version }: ReviewEnd,
    credentials: PersonCredentials,
  ): Promise<Review> {
    return this.#writer.write(
      id,
      version,
      credentials,
      'review-abandoned',
      review => ({
        ...review,
        state: 'abandoned',
        closedBy: credentials.principal.userEntityRef,
        closedAt: this.#parts.now().toISOString(),
      }),
    );
  }
}
