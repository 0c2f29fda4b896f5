import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import { readEntityRef } from '../http/readRequest';
import { orReadNow } from '../projection/orReadNow';
import { Projection } from '../projection/Projection';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { ContractProductsService } from './ContractProductsService';

export function addContractRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    visibility: VisibilityResolver;
    contracts: ContractProductsService;
    projection: Pick<Projection, 'readNow'>;
  },
): void {
  const { httpAuth, visibility, contracts, projection } = options;

  router.get(
    '/contracts/by-entity/:kind/:namespace/:name/products',
    async (req, res) => {
      const visible = await visibility.resolve(await httpAuth.credentials(req));
      const ref = readEntityRef(req, 'api');
      res.json(
        await orReadNow(projection, ref, () =>
          contracts.getProducts(ref, visible),
        ),
      );
    },
  );
}
