import {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { Request } from 'express';

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

/** The same for writes that are asked for over HTTP; paths tell about what. */
export function auditedRequests(auditor: AuditorService) {
  return <TOutcome>(
    request: Request,
    eventId: string,
    write: () => Promise<TOutcome>,
    note: (outcome: TOutcome) => JsonObject,
  ): Promise<TOutcome> =>
    audited(
      auditor,
      {
        eventId,
        severityLevel: 'medium',
        request,
        meta: { ...request.params },
      },
      write,
      note,
    );
}
