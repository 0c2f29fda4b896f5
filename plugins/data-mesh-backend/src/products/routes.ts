import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  productQuerySchema,
  similarProductsQuerySchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Router } from 'express';
import { readEntityRef, readQuery } from '../http/readRequest';
import { orReadNow } from '../projection/orReadNow';
import { Projection } from '../projection/Projection';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { ProductDetailService } from './ProductDetailService';
import { ProductListService } from './ProductListService';
import { SimilarProductsService } from './SimilarProductsService';

export function addProductRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    visibility: VisibilityResolver;
    list: ProductListService;
    detail: ProductDetailService;
    similar: SimilarProductsService;
    projection: Pick<Projection, 'readNow'>;
  },
): void {
  const { httpAuth, visibility, list, detail, similar, projection } = options;
  const query = productQuerySchema.strict();
  const similarQuery = similarProductsQuerySchema.strict();

  router.get('/products', async (req, res) => {
    const visible = await visibility.resolve(await httpAuth.credentials(req));
    res.json(await list.getProducts(readQuery(req, query), visible));
  });

  router.get('/products/similar', async (req, res) => {
    const visible = await visibility.resolve(await httpAuth.credentials(req));
    res.json(await similar.getSimilar(readQuery(req, similarQuery), visible));
  });

  router.get('/products/by-entity/:kind/:namespace/:name', async (req, res) => {
    const visible = await visibility.resolve(await httpAuth.credentials(req));
    const ref = readEntityRef(req, 'dataproduct');
    res.json(
      await orReadNow(projection, ref, () => detail.getProduct(ref, visible)),
    );
  });
}
