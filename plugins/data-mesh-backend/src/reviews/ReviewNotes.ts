import { InputError } from '@backstage/errors';
import {
  Review,
  ReviewChange,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { readRefs } from '../http/readValues';
import { PersonCredentials } from './ReviewAccess';
import { ReviewParts, ReviewWriter } from './ReviewWriter';

/** Writes down who takes part in a review, and what is noted in it. */
export class ReviewNotes {
  readonly #writer: ReviewWriter;

  constructor(parts: ReviewParts) {
    this.#writer = new ReviewWriter(parts);
  }

  async change(
    id: string,
    { version, participants, notes }: ReviewChange,
    credentials: PersonCredentials,
  ): Promise<Review> {
    const people = readPeople(participants);
    return this.#writer.write(
      id,
      version,
      credentials,
      'review-changed',
      review => ({
        ...review,
        ...(people && { participants: [...new Set(people)] }),
        ...(notes !== undefined && { notes: notes || undefined }),
      }),
    );
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
