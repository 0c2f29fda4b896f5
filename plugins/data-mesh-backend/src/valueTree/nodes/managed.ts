import { InputError } from '@backstage/errors';
import { StoredMeasure } from '../store/MeasureStore';
import { StoredNode } from '../store/NodeStore';

/** @throws InputError when a document in Git owns what is to be changed */
export function requireUnmanaged(
  { managedBy }: StoredNode | StoredMeasure,
  name: string,
): void {
  if (managedBy !== undefined) {
    throw new InputError(
      `What “${name}” says, its place and its measures are kept in ${managedBy}: change them there. Here one decides on it, moves it to another state, checks in and links.`,
    );
  }
}
