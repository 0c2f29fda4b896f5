import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  RootConfigService,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { VanishRules } from './ProjectionPass';

/** The settings under `dataMesh.projection`. */
export type ProjectionConfig = VanishRules & {
  schedule: SchedulerServiceTaskScheduleDefinition;
  settleSeconds: number;
};

export function readProjectionConfig(
  config: RootConfigService,
): ProjectionConfig {
  const section = config.getOptionalConfig('dataMesh.projection');
  return {
    schedule: section?.has('schedule')
      ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
          section.getConfig('schedule'),
        )
      : { frequency: { minutes: 10 }, timeout: { minutes: 10 } },
    settleSeconds: readNumber(section, 'settleSeconds', 5),
    maxVanishShare: readNumber(section, 'maxVanishShare', 0.2, 1),
    acceptVanishAfterHours: readNumber(section, 'acceptVanishAfterHours', 1),
    tombstoneHours: readNumber(section, 'tombstoneHours', 24),
  };
}

function readNumber(
  section: Config | undefined,
  key: string,
  usual: number,
  highest: number = Infinity,
): number {
  const value = section?.getOptionalNumber(key) ?? usual;
  if (!(value >= 0 && value <= highest)) {
    throw new InputError(
      `dataMesh.projection.${key} is ${value}; it has to be at least 0${
        highest === Infinity ? '' : ` and at most ${highest}`
      }`,
    );
  }
  return value;
}
