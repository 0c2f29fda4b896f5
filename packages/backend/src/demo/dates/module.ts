import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { fixDayZero } from './dayZero';
import { DemoDatesProcessor } from './DemoDatesProcessor';

/**
 * Keeps the demo fresh: its catalog files give dates as days from day 0, the
 * day of the first start.
 */
export const demoDatesModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'demo-dates',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        catalog: catalogProcessingExtensionPoint,
      },
      async init({ config, catalog }) {
        const directory = config.getOptionalString('dataMeshDemo.directory');
        if (directory) {
          const dayZero = await fixDayZero(directory);
          catalog.addProcessor(new DemoDatesProcessor(dayZero));
        }
      },
    });
  },
});
