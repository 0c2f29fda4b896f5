import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { dataMeshReadPermission } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Router } from 'express';
import { audited } from '../audit/audited';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { RuleSetsService } from './RuleSetsService';

export function addRuleSetRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    auditor: AuditorService;
    visibility: VisibilityResolver;
    ruleSets: RuleSetsService;
  },
): void {
  const { httpAuth, auditor, visibility, ruleSets } = options;

  router.get('/rule-sets', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    await visibility.require(dataMeshReadPermission, credentials);
    res.json(await ruleSets.list(credentials));
  });

  router.post('/rule-sets/reload', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await audited(
      auditor,
      { eventId: 'rule-sets-reload', severityLevel: 'medium', request: req },
      () => ruleSets.reload(credentials),
      exchanged => ({ exchanged }),
    );
    res.json(await ruleSets.list(credentials));
  });
}
