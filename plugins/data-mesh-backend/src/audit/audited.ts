import {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';

/**
 * Has the auditor note a write with what became of it, also a refused one.
 *
 * @param note - what to note of the outcome
 */
export async function audited<TOutcome>(
  auditor: AuditorService,
  event: AuditorServiceCreateEventOptions,
  write: () => Promise<TOutcome>,
  note: (outcome: TOutcome) => JsonObject,
): Promise<TOutcome> {
  const started = await auditor.createEvent(event);
  try {
    const outcome = await write();
    await started.success({ meta: note(outcome) });
    return outcome;
  } catch (error) {
    await started.fail({ error: toError(error) });
    throw error;
  }
}
