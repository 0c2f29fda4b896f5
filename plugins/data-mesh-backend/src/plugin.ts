import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { dataMeshPermissions } from '@backstage-data-mesh/plugin-data-mesh-common';
import {
  dataMeshBacklogExtensionPoint,
  dataMeshEvidenceExtensionPoint,
  dataMeshValueTreeExtensionPoint,
} from '@backstage-data-mesh/plugin-data-mesh-node';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { addActions } from './actions';
import { createServices } from './createServices';
import { connectDatabase } from './database/migrations';
import { EvidenceExtension } from './evidence/EvidenceExtension';
import { readProjectionConfig } from './projection/config';
import { Projection } from './projection/Projection';
import { createRouter } from './router';
import { BacklogExtension } from './valueTree/backlog/BacklogExtension';
import { ValueTreeExtension } from './valueTree/documents/ValueTreeExtension';
import { addNodeResourceType } from './valueTree/rights/addNodeResourceType';
import { TreeReader } from './valueTree/store/TreeReader';
import { startWaiverUpkeep } from './waivers/startWaiverUpkeep';

/**
 * The backend of Backstage Data Mesh: follows the catalog, judges what takes
 * part by the rules, and serves what the data mesh pages show.
 *
 * @public
 */
export const dataMeshPlugin = createBackendPlugin({
  pluginId: 'data-mesh',
  register(env) {
    const extension = new EvidenceExtension();
    env.registerExtensionPoint(dataMeshEvidenceExtensionPoint, extension);
    const backlogExtension = new BacklogExtension();
    env.registerExtensionPoint(dataMeshBacklogExtensionPoint, backlogExtension);
    const valueTreeExtension = new ValueTreeExtension();
    env.registerExtensionPoint(
      dataMeshValueTreeExtensionPoint,
      valueTreeExtension,
    );
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
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
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        urlReader: coreServices.urlReader,
      },
      async init(deps) {
        const knex = await connectDatabase(deps.database);
        deps.permissionsRegistry.addPermissions(dataMeshPermissions);
        addNodeResourceType(deps.permissionsRegistry, {
          knex,
          readNodes: () => TreeReader.read(knex),
        });
        const services = await createServices({
          ...deps,
          knex,
          extension,
          backlogExtension,
          valueTreeExtension,
        });
        const { evidence, notifications, results, ruleSets, signals } =
          services;
        const projection = new Projection({
          ...deps,
          knex,
          config: readProjectionConfig(deps.config),
          results,
        });
        deps.httpRouter.use(
          createRouter({
            ...deps,
            ...services,
            ...services.routes,
            projection,
          }),
        );
        addActions({ ...deps, ...services, ...services.routes });
        // They belong to the first results.
        await evidence.takeInRecords(extension.records);
        await services.valueTreeDocuments.start(deps);
        await ruleSets.start({
          ...deps,
          onChange: () => projection.requestPass(),
        });
        await results.start(deps);
        await startWaiverUpkeep({ ...deps, store: services.waiverStore });
        await evidence.start(deps);
        await services.backlog.start(deps);
        await services.retention.start(deps);
        await projection.start({
          ...deps,
          afterPass: async pass => {
            // Nobody hears of what could not be judged anew.
            const { lastEvaluation } = await results.getStatus();
            if ((lastEvaluation?.startedAt ?? '') >= pass.startedAt) {
              await notifications.afterPass(pass);
            }
          },
        });
        deps.lifecycle.addShutdownHook(() => signals.flush());
      },
    });
  },
});
