import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  catalog?: {
    providers?: {
      /**
       * Local folders whose catalog files are read, by a name of your choice
       * for each. There are none by default.
       *
       * Each file is read by itself: one that cannot be read is reported and
       * keeps its last good content, and the others go on. Only the kinds
       * DataProduct, API and Resource are taken, as what a provider gives is
       * not subject to `catalog.rules`.
       */
      dataMeshLocalFolder?: {
        [name: string]: {
          /**
           * The folder, absolute or relative to the one the backend is started
           * in. Nothing outside it is read.
           */
          path: string;
          /**
           * Which files to read, as a glob below the folder. Hidden files and
           * folders and node_modules are passed over.
           *
           * @default "**\/catalog-info.yaml"
           */
          catalogPath?: string;
          /**
           * How often to look for changes. The default is every 30 seconds on
           * every replica.
           */
          schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
        };
      };
    };
  };
}
