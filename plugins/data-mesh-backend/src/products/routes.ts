import { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  productQuerySchema,
  similarProductsQuerySchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Router } from 'express';
import { readEntityRef, readQuery } from '../http/readRequest';
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
  },
): void {
  const { httpAuth, visibility, list, detail, similar } = options;
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
    res.json(await detail.getProduct(ref, visible));
  });
}
