import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import {
  waiverDecisionSchema,
  WaiverRecord,
  waiverRequestSchema,
  waiversQuerySchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Router } from 'express';
import { audited } from '../audit/audited';
import { readBody, readQuery } from '../http/readRequest';
import { WaiverService } from './WaiverService';

export function addWaiverRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    auditor: AuditorService;
    waivers: WaiverService;
  },
): void {
  const { httpAuth, auditor, waivers } = options;
  const listQuery = waiversQuerySchema.strict();

  router.get('/waivers', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    res.json(await waivers.list(readQuery(req, listQuery), credentials));
  });

  router.post('/waivers', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const waiver = await audited(
      auditor,
      { eventId: 'waiver-ask', severityLevel: 'medium', request: req },
      () => waivers.ask(readBody(req, waiverRequestSchema), credentials),
      noteOf,
    );
    res.status(201).json(waiver);
  });

  router.post('/waivers/:id/decision', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const { id } = req.params;
    const waiver = await audited(
      auditor,
      {
        eventId: 'waiver-decide',
        severityLevel: 'medium',
        request: req,
        meta: { id },
      },
      () =>
        waivers.decide(id, readBody(req, waiverDecisionSchema), credentials),
      noteOf,
    );
    res.json(waiver);
  });
}

function noteOf({ id, entity, ruleSet, rule, state }: WaiverRecord) {
  return { id, entityRef: entity.ref, ruleSet, rule, state };
}
