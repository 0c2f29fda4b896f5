import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  DirectoryPreparer,
  techdocsGeneratorExtensionPoint,
  techdocsPreparerExtensionPoint,
} from '@backstage/plugin-techdocs-node';
import { buildAhead } from './buildAhead';
import { FolderPreparer } from './FolderPreparer';
import { MarkdownSiteGenerator } from './MarkdownSiteGenerator';

/** TechDocs on a machine that has Node and nothing else. */
export const demoDocsModule = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'demo-generator',
  register(reg) {
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
        generator: techdocsGeneratorExtensionPoint,
        preparer: techdocsPreparerExtensionPoint,
        reader: coreServices.urlReader,
      },
      async init({ config, logger, reader, scheduler, ...deps }) {
        const scmIntegrations = ScmIntegrations.fromConfig(config);
        deps.generator.setTechdocsGenerator(
          new MarkdownSiteGenerator({ config, logger, scmIntegrations }),
        );
        deps.preparer.registerPreparer(
          'dir',
          new FolderPreparer(
            DirectoryPreparer.fromConfig(config, { logger, reader }),
          ),
        );
        const built = new Set<string>();
        await scheduler.scheduleTask({
          id: 'demo-build-docs-ahead',
          initialDelay: { seconds: 12 },
          frequency: { minutes: 2 },
          timeout: { minutes: 2 },
          fn: () => buildAhead({ built, logger, ...deps }),
        });
      },
    });
  },
});
