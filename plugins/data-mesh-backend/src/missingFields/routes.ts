import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  missingFieldsQuerySchema,
  patchesRequestSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { json, Router } from 'express';
import { readBody, readQuery } from '../http/readRequest';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { MissingFieldsService } from './MissingFieldsService';
import { PatchService } from './PatchService';

/** 200 products with all their fields. */
const LARGEST_BODY = '1mb';

/**
 * Has to come before the parser of all other bodies, which takes smaller ones
 * only.
 */
export function addMissingFieldsRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    visibility: VisibilityResolver;
    missingFields: MissingFieldsService;
    patches: PatchService;
  },
): void {
  const { httpAuth, visibility, missingFields, patches } = options;
  const query = missingFieldsQuerySchema.strict();

  router.get('/missing-fields', async (req, res) => {
    const visible = await visibility.resolve(await httpAuth.credentials(req));
    res.json(await missingFields.getSheet(readQuery(req, query), visible));
  });

  router.post(
    '/missing-fields/patches',
    json({ limit: LARGEST_BODY }),
    async (req, res) => {
      const credentials = await httpAuth.credentials(req);
      const visible = await visibility.resolve(credentials);
      res.json(
        await patches.makePatches(readBody(req, patchesRequestSchema), {
          credentials,
          visibility: visible,
        }),
      );
    },
  );
}
