import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { mkdir } from 'node:fs/promises';
import { createProductChangeAction } from './actions/productChange';
import { createProductFetchAction } from './actions/productFetch';
import { createProductWriteAction } from './actions/productWrite';
import { createPublishLocalAction } from './actions/publishLocal';
import { createContractSourceRouter } from './contractSource';
import { readLocalRepositoriesConfig } from './localRepositories/config';
import { LocalRepositories } from './localRepositories/LocalRepositories';
import { FolderReport } from './publishLocal/FolderReport';

/**
 * Adds the template actions for data products, and what the form needs to
 * start a contract from a text.
 *
 * @public
 */
export const scaffolderModuleDataMesh = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'data-mesh',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        permissions: coreServices.permissions,
        reader: coreServices.urlReader,
      },
      async init({ actions, httpAuth, httpRouter, ...services }) {
        httpRouter.use(createContractSourceRouter({ httpAuth }));

        const { config } = services;
        const integrations = ScmIntegrations.fromConfig(config);
        const folder = readLocalRepositoriesConfig(config);
        if (folder) {
          // The catalog reads it from the start.
          await mkdir(folder.path, { recursive: true });
        }
        const options = {
          ...services,
          integrations,
          repositories: folder && new LocalRepositories(folder),
          report: new FolderReport(services),
        };
        actions.addActions(
          createProductWriteAction(options),
          createProductFetchAction(options),
          createProductChangeAction(options),
          createPublishLocalAction(options),
        );
      },
    });
  },
});
