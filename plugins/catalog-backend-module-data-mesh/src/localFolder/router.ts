import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { catalogIngestionReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { LocalFolderEntityProvider } from './LocalFolderEntityProvider';

/** Tells those who look after the catalog what local folders held back. */
export function createLocalFolderRouter(options: {
  providers: LocalFolderEntityProvider[];
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
}): Router {
  const router = PromiseRouter();
  router.get('/data-mesh/local-folder/problems', async (req, res) => {
    const credentials = await options.httpAuth.credentials(req);
    const [{ result }] = await options.permissions.authorize(
      [{ permission: catalogIngestionReadPermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        'You may not see what the catalog could not take in',
      );
    }
    res.json({
      items: options.providers.flatMap(({ id, problems }) =>
        problems.map(problem => ({ folder: id, ...problem })),
      ),
    });
  });
  return router;
}
