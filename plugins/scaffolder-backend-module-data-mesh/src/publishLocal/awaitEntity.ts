import { Entity } from '@backstage/catalog-model';
import { setTimeout as delay } from 'node:timers/promises';

const PAUSE_MS = 500;

/**
 * Waits for the entity that is meant to be in the catalog.
 *
 * @param options - `read` gives the entity as the catalog has it; `isMeant` says
 * whether it is the one, and not another of the same name
 * @returns false when the time is over
 */
export async function awaitEntity(options: {
  read(): Promise<Entity | undefined>;
  isMeant(entity: Entity): boolean;
  timeoutMs: number;
  signal?: AbortSignal;
}): Promise<boolean> {
  const until = Date.now() + options.timeoutMs;
  for (;;) {
    const entity = await options.read();
    if (entity && options.isMeant(entity)) {
      return true;
    }
    if (Date.now() >= until) {
      return false;
    }
    await delay(PAUSE_MS, undefined, { signal: options.signal });
  }
}
