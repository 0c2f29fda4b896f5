import {
  AuditorService,
  DiscoveryService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { version } from '../package.json';
import { addContractRoutes } from './contracts/routes';
import { addDomainRoutes } from './domains/routes';
import { addEvidenceRoutes } from './evidence/routes';
import { openApiDocument } from './http/openApiDocument';
import { addMissingFieldsRoutes } from './missingFields/routes';
import { addMyWorkRoutes } from './myWork/routes';
import { addPeopleRoutes } from './people/routes';
import { addProductRoutes } from './products/routes';
import { addProjectionRoutes } from './projection/routes';
import { addResultRoutes } from './resultViews/routes';
import { addReviewRoutes } from './reviews/routes';
import { addRuleSetRoutes } from './ruleSets/routes';
import { addValueTreeDocumentRoutes } from './valueTree/documents/routes';
import { addValueTreeRoutes } from './valueTree/routes';
import { addWaiverRoutes } from './waivers/routes';

type RouteOptions = Parameters<typeof addContractRoutes>[1] &
  Parameters<typeof addDomainRoutes>[1] &
  Parameters<typeof addEvidenceRoutes>[1] &
  Parameters<typeof addMissingFieldsRoutes>[1] &
  Parameters<typeof addMyWorkRoutes>[1] &
  Parameters<typeof addPeopleRoutes>[1] &
  Parameters<typeof addProductRoutes>[1] &
  Parameters<typeof addProjectionRoutes>[1] &
  Parameters<typeof addResultRoutes>[1] &
  Parameters<typeof addReviewRoutes>[1] &
  Parameters<typeof addRuleSetRoutes>[1] &
  Parameters<typeof addValueTreeRoutes>[1] &
  Parameters<typeof addValueTreeDocumentRoutes>[1] &
  Parameters<typeof addWaiverRoutes>[1];

/** Puts the routes of all parts together. */
export function createRouter(
  options: RouteOptions & {
    httpAuth: HttpAuthService;
    auditor: AuditorService;
    discovery: DiscoveryService;
  },
): Router {
  const router = PromiseRouter();
  // These take larger bodies than all others.
  addEvidenceRoutes(router, options);
  addMissingFieldsRoutes(router, options);
  addReviewRoutes(router, options);
  addValueTreeRoutes(router, options);
  addValueTreeDocumentRoutes(router, options);
  router.use(express.json({ limit: '16kb' }));

  addProductRoutes(router, options);
  addContractRoutes(router, options);
  addResultRoutes(router, options);
  addDomainRoutes(router, options);
  addMyWorkRoutes(router, options);
  addWaiverRoutes(router, options);
  addRuleSetRoutes(router, options);
  addPeopleRoutes(router, options);
  addProjectionRoutes(router, options);
  router.get('/openapi.json', async (_req, res) => {
    const baseUrl = await options.discovery.getExternalBaseUrl('data-mesh');
    res.json(openApiDocument({ version, baseUrl }));
  });
  return router;
}
