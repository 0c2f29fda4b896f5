import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { erasureRequestSchema } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Router } from 'express';
import { audited } from '../audit/audited';
import { readBody } from '../http/readRequest';
import { PeopleService } from './PeopleService';

export function addPeopleRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    auditor: AuditorService;
    people: PeopleService;
  },
): void {
  const { httpAuth, auditor, people } = options;

  router.post('/people/erasures', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const erasure = await audited(
      auditor,
      // Not of whom: that would keep the name.
      { eventId: 'person-erase', severityLevel: 'high', request: req },
      () => people.erase(readBody(req, erasureRequestSchema), credentials),
      ({ replaced, removed }) => ({ replaced, removed }),
    );
    res.json(erasure);
  });
}
