import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { dataMeshPermissions } from '@backstage-data-mesh/plugin-data-mesh-common';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { ContractProductsService } from './contracts/ContractProductsService';
import { connectDatabase } from './database/migrations';
import { ProductDetailService } from './products/ProductDetailService';
import { ProductListService } from './products/ProductListService';
import { SimilarProductsService } from './products/SimilarProductsService';
import { readProjectionConfig } from './projection/config';
import { Projection } from './projection/Projection';
import { createRouter } from './router';
import { VisibilityResolver } from './visibility/VisibilityResolver';

/**
 * The backend of Backstage Data Mesh: follows the catalog and serves what the
 * data mesh pages show.
 *
 * @public
 */
export const dataMeshPlugin = createBackendPlugin({
  pluginId: 'data-mesh',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const knex = await connectDatabase(deps.database);
        const projection = new Projection({
          ...deps,
          knex,
          config: readProjectionConfig(deps.config),
        });
        deps.permissionsRegistry.addPermissions(dataMeshPermissions);
        deps.httpRouter.use(
          createRouter({
            ...deps,
            projection,
            visibility: new VisibilityResolver(deps),
            list: new ProductListService(knex),
            detail: new ProductDetailService(knex),
            similar: new SimilarProductsService(knex),
            contracts: new ContractProductsService(knex),
          }),
        );
        await projection.start(deps);
      },
    });
  },
});
