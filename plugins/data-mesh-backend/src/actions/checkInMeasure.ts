import { checkInRequestSchema } from '@backstage-data-mesh/plugin-data-mesh-common';
import { InputError, NotAllowedError } from '@backstage/errors';
import { audited } from '../audit/audited';
import { ActionOptions } from './ActionOptions';
import { checkInRequest, checkInResponse } from './treeSchemas';

export function addCheckInMeasure(options: ActionOptions): void {
  const { actionsRegistry, auth, auditor, valueTree } = options;
  actionsRegistry.register({
    name: 'check-in-measure',
    title: 'Check in a measure',
    description: `
Reports a reading of a measure of success: its value on a day. Answers with how the measure stands with it.

The same reading again changes nothing. Another value for the same day is refused unless \`supersedes\` names the check-in
whose place it takes. A person has to answer for the goal, the measure or one of its initiatives; a service is held by
the access restrictions of its token.
`.trim(),
    attributes: { readOnly: false, idempotent: true, destructive: false },
    schema: { input: checkInRequest, output: checkInResponse },
    examples: [
      {
        title: 'Hours from order to result',
        input: { measureId: 'M-01', date: '2026-03-01', value: 29.8 },
      },
    ],
    action: async ({ input, credentials }) => {
      if (
        !auth.isPrincipal(credentials, 'user') &&
        !auth.isPrincipal(credentials, 'service')
      ) {
        throw new NotAllowedError(
          'Readings are taken from people and services who are signed in.',
        );
      }
      const { measureId, ...given } = input;
      const { response } = await audited(
        auditor,
        {
          eventId: 'measure-check-in',
          severityLevel: 'medium',
          meta: { id: measureId },
        },
        () =>
          valueTree.checkIns.checkIn(
            measureId,
            readRequest(given),
            credentials,
          ),
        outcome => ({
          checkIn: outcome.response.checkIn.id,
          isNew: outcome.isNew,
        }),
      );
      return { output: response };
    },
  });
}

/** What the HTTP API refuses is refused here: zod 3 knows no protocols. */
function readRequest(given: object) {
  const { data, error } = checkInRequestSchema.safeParse(given);
  if (!data) {
    const [{ path, message }] = error.issues;
    throw new InputError(`${path.join('.')}: ${message}`);
  }
  return data;
}
