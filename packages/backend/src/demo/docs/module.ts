import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { techdocsGeneratorExtensionPoint } from '@backstage/plugin-techdocs-node';
import { MarkdownSiteGenerator } from './MarkdownSiteGenerator';

/** TechDocs on a machine that has Node and nothing else. */
export const demoDocsModule = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'demo-generator',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        techdocs: techdocsGeneratorExtensionPoint,
      },
      async init({ config, logger, techdocs }) {
        const scmIntegrations = ScmIntegrations.fromConfig(config);
        techdocs.setTechdocsGenerator(
          new MarkdownSiteGenerator({ config, logger, scmIntegrations }),
        );
      },
    });
  },
});
