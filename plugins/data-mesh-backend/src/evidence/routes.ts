import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  answerRequestSchema,
  EvidenceResponse,
  evidenceRequestSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { json, Request, Router } from 'express';
import { audited } from '../audit/audited';
import { readBody } from '../http/readRequest';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { Evidence } from './Evidence';

/** The most items of one request, with all their notes and links. */
const LARGEST_BODY = '1mb';

const KINDS = ['dataproduct', 'domain', 'user'];

/**
 * Has to come before the parser of all other bodies, which takes smaller ones
 * only.
 */
export function addEvidenceRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    auditor: AuditorService;
    visibility: VisibilityResolver;
    evidence: Evidence;
  },
): void {
  const { httpAuth, auditor, visibility, evidence } = options;

  router.put('/evidence', json({ limit: LARGEST_BODY }), async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const response = await audited(
      auditor,
      { eventId: 'evidence-put', severityLevel: 'medium', request: req },
      () =>
        evidence.put(readBody(req, evidenceRequestSchema).items, credentials),
      countByStatus,
    );
    res.json(response);
  });

  router.get('/evidence/sources', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await evidence.getSources(credentials));
  });

  router.get('/evidence/by-entity/:kind/:namespace/:name', async (req, res) => {
    const visible = await visibility.resolve(await httpAuth.credentials(req));
    res.json(await evidence.getEvidence(readEntity(req), visible));
  });

  router.post('/answers', json({ limit: '16kb' }), async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const response = await audited(
      auditor,
      { eventId: 'question-answer', severityLevel: 'medium', request: req },
      () => evidence.answer(readBody(req, answerRequestSchema), credentials),
      ({ results }) => ({ entityRef: results.entity.ref }),
    );
    res.json(response);
  });
}

function readEntity(req: Request): string {
  const { kind, namespace, name } = req.params;
  if (!KINDS.includes(kind.toLocaleLowerCase('en-US'))) {
    throw new NotFoundError(
      `There is no evidence about an entity of kind ${kind}`,
    );
  }
  return stringifyEntityRef({ kind, namespace, name });
}

function countByStatus({ items }: EvidenceResponse): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of items) {
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}
