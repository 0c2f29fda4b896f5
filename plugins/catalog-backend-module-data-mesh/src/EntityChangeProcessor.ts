import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ENTITY_CHANGED_TOPIC,
  EntityChangedPayload,
  takesPartInMesh,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { createHash } from 'node:crypto';

const CACHE_KEY = 'digest';
const NOT_IN_MESH = 'none';

/**
 * Tells the data mesh which entities changed, as the catalog has no events of
 * its own. Nothing here waits for a subscriber or fails with one: processing
 * goes on, and what could not be published is published at the next round.
 */
export class EntityChangeProcessor implements CatalogProcessor {
  readonly #events: EventsService;
  readonly #logger: LoggerService;
  readonly #unpublished = new Set<string>();

  constructor(options: { events: EventsService; logger: LoggerService }) {
    this.#events = options.events;
    this.#logger = options.logger;
  }

  getProcessorName(): string {
    return 'DataMeshEntityChangeProcessor';
  }

  /** Late, to see what other processors made of the entity. */
  getPriority(): number {
    return 1000;
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    _emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    const known = await cache.get<string>(CACHE_KEY);
    const takesPart = takesPartInMesh(entity);
    // An API that stops being a contract has to be told as well, once.
    if (!takesPart && (known ?? NOT_IN_MESH) === NOT_IN_MESH) {
      return entity;
    }
    const digest = takesPart ? digestOf(entity) : NOT_IN_MESH;
    const ref = stringifyEntityRef(entity);
    if (digest !== known || this.#unpublished.has(ref)) {
      await cache.set(CACHE_KEY, digest);
      this.#publish({ ref });
    }
    return entity;
  }

  async #publish(eventPayload: EntityChangedPayload): Promise<void> {
    const { ref } = eventPayload;
    try {
      await this.#events.publish({ topic: ENTITY_CHANGED_TOPIC, eventPayload });
      this.#unpublished.delete(ref);
    } catch (error) {
      // One line for an outage, not one for each entity.
      if (this.#unpublished.size === 0) {
        this.#logger.warn(
          `Could not publish that ${ref} changed, will try again when it is processed next`,
          isError(error) ? error : undefined,
        );
      }
      this.#unpublished.add(ref);
    }
  }
}

function digestOf(entity: Entity): string {
  return createHash('sha1').update(JSON.stringify(entity)).digest('base64');
}
