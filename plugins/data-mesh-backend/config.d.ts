import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  dataMesh?: {
    /** How the plugin follows the catalog. */
    projection?: {
      /**
       * When the whole catalog is compared. Every 10 minutes by default; a
       * comparison may take as long as its timeout, also 10 minutes.
       */
      schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      /**
       * How long to wait after a change before the entity is read, so that
       * the catalog has put it together. 5 by default.
       */
      settleSeconds?: number;
      /**
       * The share of the known entities, from 0 to 1, that may be missing in
       * the catalog at once. When more are missing they stay. 0.2 by default.
       */
      maxVanishShare?: number;
      /**
       * After how many hours the same missing entities are taken as gone,
       * however many they are. 1 by default.
       */
      acceptVanishAfterHours?: number;
      /**
       * For how many hours an entity that left the catalog is remembered, in
       * case it returns. 24 by default.
       */
      tombstoneHours?: number;
    };
  };
}
