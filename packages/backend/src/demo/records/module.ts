import { dataMeshEvidenceExtensionPoint } from '@backstage-data-mesh/plugin-data-mesh-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { fixDayZero } from '../dates/dayZero';
import { readRecords } from './readRecords';

/**
 * Brings along what the demo organisation knew before its first start: use,
 * kept promises, answers of people, and exceptions.
 */
export const demoRecordsModule = createBackendModule({
  pluginId: 'data-mesh',
  moduleId: 'demo-records',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        evidence: dataMeshEvidenceExtensionPoint,
      },
      async init({ config, evidence }) {
        const directory = config.getOptionalString('dataMeshDemo.directory');
        const records = config.getOptionalString('dataMeshDemo.records');
        if (directory && records) {
          evidence.addRecordsToBeginWith({
            id: 'demo',
            read: async () => readRecords(records, await fixDayZero(directory)),
          });
        }
      },
    });
  },
});
