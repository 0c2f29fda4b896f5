import { SchedulerService } from '@backstage/backend-plugin-api';
import { WaiverStore } from './WaiverStore';

const UPKEEP_TASK = 'data-mesh-waivers-upkeep';

/** Has waivers follow product ids that were given since, on one replica. */
export async function startWaiverUpkeep(options: {
  store: Pick<WaiverStore, 'followProductIds'>;
  scheduler: SchedulerService;
}): Promise<void> {
  await options.scheduler.scheduleTask({
    id: UPKEEP_TASK,
    frequency: { minutes: 10 },
    timeout: { minutes: 2 },
    initialDelay: { minutes: 1 },
    fn: () => options.store.followProductIds(),
  });
}
