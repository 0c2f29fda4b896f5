import { WaiverRecord } from '@backstage-data-mesh/plugin-data-mesh-common';
import { ConflictError } from '@backstage/errors';

/** Somebody else was faster; the answer carries the waiver as it is now. */
export class StaleWaiverError extends ConflictError {
  readonly current: WaiverRecord;

  constructor(current: WaiverRecord) {
    super(
      `This exception has changed since you read it: it is ${current.state} now. Look at it again, then decide.`,
    );
    this.current = current;
  }
}
