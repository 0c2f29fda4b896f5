import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  LOCAL_FOLDER_REFRESH_TOPIC,
  LocalFolderRefreshPayload,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { DataProductProcessor } from './DataProductProcessor';
import { EntityChangeProcessor } from './EntityChangeProcessor';
import { readLocalFolderConfigs } from './localFolder/config';
import { LocalFolderEntityProvider } from './localFolder/LocalFolderEntityProvider';
import { createLocalFolderRouter } from './localFolder/router';

/**
 * Adds the kind DataProduct to the catalog, tells the data mesh which entities
 * changed, and reads local folders where they are configured.
 *
 * @public
 */
export const catalogModuleDataMesh = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'data-mesh',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, events, logger, scheduler, ...http }) {
        catalog.addProcessor(
          new DataProductProcessor(),
          new EntityChangeProcessor({ events, logger }),
        );

        const folders = readLocalFolderConfigs(config);
        if (folders.length === 0) {
          return;
        }
        const providers = folders.map(
          folder =>
            new LocalFolderEntityProvider({
              config: folder,
              logger,
              taskRunner: scheduler.createScheduledTaskRunner(folder.schedule),
            }),
        );
        catalog.addEntityProvider(...providers);
        http.httpRouter.use(createLocalFolderRouter({ providers, ...http }));
        await events.subscribe({
          id: 'data-mesh-local-folder',
          topics: [LOCAL_FOLDER_REFRESH_TOPIC],
          async onEvent({ eventPayload }) {
            const { id } = (eventPayload ?? {}) as LocalFolderRefreshPayload;
            await Promise.all(
              providers
                .filter(provider => id === undefined || provider.id === id)
                .map(provider => provider.refresh()),
            );
          },
        });
      },
    });
  },
});
