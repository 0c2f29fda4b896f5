import { HttpAuthService } from '@backstage/backend-plugin-api';
import { domainsQuerySchema } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Router } from 'express';
import { readEntityRef, readQuery } from '../http/readRequest';
import { orReadNow } from '../projection/orReadNow';
import { Projection } from '../projection/Projection';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { DomainsService } from './DomainsService';

export function addDomainRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    visibility: VisibilityResolver;
    domains: DomainsService;
    projection: Pick<Projection, 'readNow'>;
  },
): void {
  const { httpAuth, visibility, domains, projection } = options;
  const query = domainsQuerySchema.strict();

  router.get('/domains', async (req, res) => {
    const visible = await visibility.resolve(await httpAuth.credentials(req));
    res.json(await domains.getDomains(readQuery(req, query), visible));
  });

  router.get('/domains/by-entity/:kind/:namespace/:name', async (req, res) => {
    const visible = await visibility.resolve(await httpAuth.credentials(req));
    const ref = readEntityRef(req, 'domain');
    res.json(
      await orReadNow(projection, ref, () => domains.getProfile(ref, visible)),
    );
  });
}
