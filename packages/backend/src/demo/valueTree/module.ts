import { dataMeshValueTreeExtensionPoint } from '@backstage-data-mesh/plugin-data-mesh-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { fixDayZero } from '../dates/dayZero';
import { readValueTree } from './readValueTree';

/**
 * Brings along the goals, bets and initiatives of the demo organisation, with
 * how they are measured. They are loaded once.
 */
export const demoValueTreeModule = createBackendModule({
  pluginId: 'data-mesh',
  moduleId: 'demo-value-tree',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        valueTree: dataMeshValueTreeExtensionPoint,
      },
      async init({ config, valueTree }) {
        const directory = config.getOptionalString('dataMeshDemo.directory');
        const file = config.getOptionalString('dataMeshDemo.valueTree');
        if (directory && file) {
          valueTree.addDocument({
            id: 'alvenro',
            mode: 'seed',
            read: async () => readValueTree(file, await fixDayZero(directory)),
          });
        }
      },
    });
  },
});
