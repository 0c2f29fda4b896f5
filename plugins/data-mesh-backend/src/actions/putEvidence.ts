import { NotAllowedError } from '@backstage/errors';
import {
  EvidenceResponse,
  evidenceWritePermission,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { audited } from '../audit/audited';
import { ActionOptions } from './ActionOptions';
import { evidenceRequest, evidenceResponse } from './schemas';

export function addPutEvidence(options: ActionOptions): void {
  const { actionsRegistry, auth, auditor, evidence } = options;
  actionsRegistry.register({
    name: 'put-evidence',
    title: 'Put evidence',
    description: `
Takes in dated facts about data products, domains and people that the catalog does not hold: that promises were kept,
that quality tests passed, how often a product was used.

Items are taken one by one, and each is answered for in its place, so that one that is refused does not hold up the
others. Sending the same again changes nothing. A person has to answer for the entity; a service is held by the access
restrictions of its token.
`.trim(),
    attributes: { readOnly: false, idempotent: true, destructive: false },
    visibilityPermission: evidenceWritePermission,
    schema: { input: evidenceRequest, output: evidenceResponse },
    examples: [
      {
        title: 'A test run that passed',
        input: {
          items: [
            {
              entityRef: 'dataproduct:default/lab-orders',
              key: 'quality.passed',
              value: true,
              observedAt: '2026-03-01T06:00:00Z',
              source: 'nightly-tests',
            },
          ],
        },
        output: { items: [{ status: 'stored' }] },
      },
    ],
    action: async ({ input, credentials }) => {
      if (
        !auth.isPrincipal(credentials, 'user') &&
        !auth.isPrincipal(credentials, 'service')
      ) {
        throw new NotAllowedError(
          'Evidence is taken from people and services who are signed in.',
        );
      }
      const response = await audited(
        auditor,
        { eventId: 'evidence-put', severityLevel: 'medium' },
        () => evidence.put(input.items, credentials),
        countByStatus,
      );
      return { output: response };
    },
  });
}

function countByStatus({ items }: EvidenceResponse): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of items) {
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}
