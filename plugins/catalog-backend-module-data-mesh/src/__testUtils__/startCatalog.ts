import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  EntityProvider,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { JsonObject } from '@backstage/types';
import request from 'supertest';
import catalogModuleDataMesh from '..';

/** What the catalog stores has to fit both, and they refuse different things. */
export const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_18'],
});

/**
 * Runs the real catalog with this module, and watches what it refuses and what
 * it publishes.
 */
export async function startCatalog(options: {
  databaseId: ReturnType<typeof databases.eachSupportedId>[number][0];
  catalog?: JsonObject;
  entities?: Entity[];
}) {
  const knex = await databases.init(options.databaseId);
  const refused = new Map<string, string>();
  const changed: string[] = [];
  let publish: (topic: string, eventPayload: JsonObject) => Promise<void>;

  const probe = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'probe',
    register(env) {
      env.registerInit({
        deps: {
          catalog: catalogProcessingExtensionPoint,
          events: eventsServiceRef,
        },
        async init({ catalog, events }) {
          publish = (topic, eventPayload) =>
            events.publish({ topic, eventPayload });
          await events.subscribe({
            id: 'probe',
            topics: ['data-mesh.entity.changed'],
            async onEvent({ eventPayload }) {
              changed.push((eventPayload as { ref: string }).ref);
            },
          });
          catalog.setOnProcessingErrorHandler(
            ({ unprocessedEntity, errors }) => {
              refused.set(
                stringifyEntityRef(unprocessedEntity),
                errors.map(error => error.message).join('\n'),
              );
            },
          );
          catalog.addEntityProvider(provide(options.entities ?? []));
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleDataMesh,
      probe,
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: {
          catalog: {
            stitchingStrategy: { pollingInterval: { milliseconds: 50 } },
            ...options.catalog,
          },
        },
      }),
    ],
  });
  const visible = async (): Promise<Map<string, Entity>> => {
    const { body } = await request(backend.server).get('/api/catalog/entities');
    return new Map(
      (body as Entity[]).map(entity => [stringifyEntityRef(entity), entity]),
    );
  };
  return {
    server: backend.server,
    stop: () => backend.stop(),
    refused,
    changed,
    visible,
    publish: (topic: string, payload: JsonObject) => publish(topic, payload),
    /** Waits until each ref is either visible or refused. */
    async settle(refs: string[]): Promise<Map<string, Entity>> {
      for (let round = 0; round < 500; round++) {
        const entities = await visible();
        if (refs.every(ref => entities.has(ref) || refused.has(ref))) {
          return entities;
        }
        await new Promise(resolve => setTimeout(resolve, 100));
      }
      const entities = await visible();
      const missing = refs.filter(
        ref => !entities.has(ref) && !refused.has(ref),
      );
      throw new Error(`Neither visible nor refused: ${missing.join(', ')}`);
    },
  };
}

function provide(entities: Entity[]): EntityProvider {
  return {
    getProviderName: () => 'probe',
    connect: connection =>
      connection.applyMutation({
        type: 'full',
        entities: entities.map(entity => ({ entity, locationKey: 'probe' })),
      }),
  };
}
