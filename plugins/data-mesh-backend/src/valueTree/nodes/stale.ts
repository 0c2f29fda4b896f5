import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import {
  CheckIn,
  Measure,
  ValueNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { TreeParts } from './TreeParts';

/** Somebody else was faster; the answer carries the node as it is now. */
export class StaleNodeError extends ConflictError {
  readonly current: ValueNode;

  constructor(current: ValueNode) {
    super(
      `“${current.node.title}” has changed since you read it. Look at it again, then decide what to change.`,
    );
    this.current = current;
  }
}

/** Somebody else was faster; the answer carries the measure as it is now. */
export class StaleMeasureError extends ConflictError {
  readonly current: Measure;

  constructor(current: Measure) {
    super(
      `The measure “${current.name}” has changed since you read it. Look at it again, then decide what to change.`,
    );
    this.current = current;
  }
}

/** Another reading is known for the day; the answer carries it. */
export class OtherCheckInError extends ConflictError {
  readonly current: CheckIn;

  constructor(current: CheckIn) {
    super(
      `On ${current.date} it was ${current.value}, somebody has told before. To put another value in its place, say that it supersedes “${current.id}”.`,
    );
    this.current = current;
  }
}

/** @throws NotFoundError when it is gone, or may no longer be seen */
export async function staleNode(
  { views }: Pick<TreeParts, 'views'>,
  id: string,
  credentials: BackstageCredentials,
): Promise<StaleNodeError> {
  return new StaleNodeError(await views.getNode(id, credentials));
}
