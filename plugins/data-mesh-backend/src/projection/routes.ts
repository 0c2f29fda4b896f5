import {
  AuditorService,
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  projectionManagePermission,
  projectionRefreshSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { toError } from '@backstage/errors';
import { Router } from 'express';
import { readBody } from '../http/readRequest';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { Projection } from './Projection';

export function addProjectionRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    auditor: AuditorService;
    visibility: VisibilityResolver;
    projection: Projection;
  },
): void {
  const { httpAuth, auditor, visibility, projection } = options;

  router.get('/status', async (req, res) => {
    const visible = await visibility.resolve(await httpAuth.credentials(req));
    res.json(await projection.getStatus(visible === 'all'));
  });

  router.post('/projection/refresh', async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const event = await auditor.createEvent({
      eventId: 'projection-refresh',
      severityLevel: 'medium',
      request: req,
    });
    try {
      await visibility.require(projectionManagePermission, credentials);
      const { acceptVanished } = readBody(req, projectionRefreshSchema);
      if (acceptVanished) {
        await projection.acceptVanished(nameOf(credentials));
      }
      await projection.requestPass();
      await event.success({ meta: { acceptVanished } });
    } catch (error) {
      await event.fail({ error: toError(error) });
      throw error;
    }
    res.status(202).end();
  });
}

function nameOf(
  credentials: BackstageCredentials<
    BackstageUserPrincipal | BackstageServicePrincipal
  >,
): string {
  const { principal } = credentials;
  return principal.type === 'user'
    ? principal.userEntityRef
    : principal.subject;
}
