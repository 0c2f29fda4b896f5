import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { resolve } from 'node:path';

/** One entry of `catalog.providers.dataMeshLocalFolder`. */
export type LocalFolderConfig = {
  id: string;
  /** Absolute. */
  path: string;
  catalogPath: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
};

/** Reads the local folders from the configuration; there are none by default. */
export function readLocalFolderConfigs(config: Config): LocalFolderConfig[] {
  const folders = config.getOptionalConfig(
    'catalog.providers.dataMeshLocalFolder',
  );
  return (folders?.keys() ?? []).map(id => {
    const folder = folders!.getConfig(id);
    const schedule = folder.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          folder.getConfig('schedule'),
        )
      : { frequency: { seconds: 30 }, timeout: { minutes: 5 } };
    return {
      id,
      path: resolve(folder.getString('path')),
      catalogPath:
        folder.getOptionalString('catalogPath') ?? '**/catalog-info.yaml',
      // Every replica reads the disk that it has.
      schedule: { ...schedule, scope: schedule.scope ?? 'local' },
    };
  });
}
