import { NotFoundError } from '@backstage/errors';
import { Projection } from './Projection';

/** Answers about an entity, and once more when it was not known yet. */
export async function orReadNow<T>(
  projection: Pick<Projection, 'readNow'>,
  ref: string,
  answer: () => Promise<T>,
): Promise<T> {
  try {
    return await answer();
  } catch (error) {
    if (error instanceof NotFoundError && (await projection.readNow(ref))) {
      return answer();
    }
    throw error;
  }
}
