import {
  AuditorService,
  DiscoveryService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { version } from '../package.json';
import { ContractProductsService } from './contracts/ContractProductsService';
import { addContractRoutes } from './contracts/routes';
import { openApiDocument } from './http/openApiDocument';
import { ProductDetailService } from './products/ProductDetailService';
import { ProductListService } from './products/ProductListService';
import { addProductRoutes } from './products/routes';
import { SimilarProductsService } from './products/SimilarProductsService';
import { Projection } from './projection/Projection';
import { addProjectionRoutes } from './projection/routes';
import { VisibilityResolver } from './visibility/VisibilityResolver';

/** Puts the routes of all parts together. */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  discovery: DiscoveryService;
  visibility: VisibilityResolver;
  projection: Projection;
  list: ProductListService;
  detail: ProductDetailService;
  similar: SimilarProductsService;
  contracts: ContractProductsService;
}): Router {
  const router = PromiseRouter();
  router.use(express.json({ limit: '16kb' }));

  addProductRoutes(router, options);
  addContractRoutes(router, options);
  addProjectionRoutes(router, options);
  router.get('/openapi.json', async (_req, res) => {
    const baseUrl = await options.discovery.getExternalBaseUrl('data-mesh');
    res.json(openApiDocument({ version, baseUrl }));
  });
  return router;
}
