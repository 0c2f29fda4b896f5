import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import scaffolderEntityModel from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import {
  catalogProcessingExtensionPoint,
  EntityProvider,
} from '@backstage/plugin-catalog-node';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';
import { JsonObject } from '@backstage/types';
import catalogModuleDataMesh from '@backstage-data-mesh/plugin-catalog-backend-module-data-mesh';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import request from 'supertest';
import { parse } from 'yaml';
import scaffolderModuleDataMesh from '..';

export const templatesFolder = resolve(
  __dirname,
  '../../../../catalog-info/templates',
);

/** A template of the demo, as a `file` location gives it to the catalog. */
export function readTemplate(name: string): Entity {
  const path = resolve(templatesFolder, name, 'template.yaml');
  return withLocation(parse(readFileSync(path, 'utf8')), path);
}

const entity = (kind: string, name: string, spec: JsonObject): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name },
  spec,
});

const organisation: Entity[] = [
  entity('Group', 'supply-unit', { type: 'unit', children: [] }),
  {
    ...entity('Group', 'team-logistics-data', {
      type: 'team',
      parent: 'supply-unit',
      children: [],
    }),
    metadata: {
      name: 'team-logistics-data',
      annotations: { 'github.com/team-slug': 'alvenro/logistics-data' },
    },
  },
  entity('Group', 'team-lab-data', { type: 'team', children: [] }),
  entity('Domain', 'supply-chain', { owner: 'supply-unit' }),
  entity('User', 'oskar.nyberg', {
    profile: { displayName: 'Oskar Nyberg', email: 'oskar@alvenro.example' },
    memberOf: ['team-logistics-data'],
  }),
].map(item => withLocation(item, '/org.yaml'));

/**
 * The template as an adopter has it who publishes to a Git host, as told in
 * docs/create.md.
 */
function publishingTo(host: string): Entity {
  const path = resolve(templatesFolder, 'new-data-product', 'template.yaml');
  const text = readFileSync(path, 'utf8')
    .replace('name: new-data-product', `name: new-on-${host}`)
    .replace('action: catalog:register', 'action: test:register')
    .replace('enum: [local]', `enum: [${host}]`)
    .replace('default: local', `default: ${host}`);

  return withLocation(parse(text), path);
}

/** Stands for the actions that reach out to others; keeps what they are told. */
function recordingActions(told: [string, JsonObject][]) {
  const actions = [
    ['publish:github', 'https://github.com/alvenro/x'],
    ['publish:gitlab', 'https://gitlab.com/alvenro/x'],
    ['test:register', ''], // the stock one would read the repository
  ].map(([id, url]) =>
    createTemplateAction({
      id,
      schema: { input: z => z.object({}).passthrough() },
      async handler(ctx) {
        told.push([id, ctx.input as JsonObject]);
        const output = ctx.output as (key: string, value: string) => void;
        output('remoteUrl', url);
        output('repoContentsUrl', `${url}/blob/main`);
      },
    }),
  );
  return createBackendModule({
    pluginId: 'scaffolder',
    moduleId: 'recording',
    register(env) {
      env.registerInit({
        deps: { extension: scaffolderActionsExtensionPoint },
        async init({ extension }) {
          extension.addActions(...actions);
        },
      });
    },
  });
}

/** The person who presses the buttons. */
export const PERSON = 'user:default/oskar.nyberg';

/** How a task went. */
export type TaskRun = {
  id: string;
  status: string;
  /** The steps and how each ended. */
  steps: Record<string, string>;
  log: string;
  output: { links?: JsonObject[]; text?: JsonObject[] };
};

/** A scaffolder and a catalog, real ones, with the templates of the demo. */
export async function startPortal(options: { repositories: string }) {
  const told: [string, JsonObject][] = [];
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      scaffolderEntityModel,
      catalogModuleDataMesh,
      scaffolderPlugin,
      scaffolderModuleDataMesh,
      eventsServiceFactory,
      recordingActions(told),
      createBackendModule({
        pluginId: 'catalog',
        moduleId: 'organisation',
        register(env) {
          env.registerInit({
            deps: { catalog: catalogProcessingExtensionPoint },
            async init({ catalog }) {
              catalog.addEntityProvider(
                provide([
                  ...organisation,
                  readTemplate('new-data-product'),
                  readTemplate('change-data-product'),
                  publishingTo('github'),
                  publishingTo('gitlab'),
                ]),
              );
            },
          });
        },
      }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          backend: { baseUrl: 'http://localhost:7007' },
          catalog: {
            stitchingStrategy: { pollingInterval: { milliseconds: 50 } },
            providers: {
              dataMeshLocalFolder: { demo: { path: options.repositories } },
            },
          },
          events: { useEventBus: 'never' },
          integrations: {},
          scaffolder: { dataMesh: { publishLocal: 'demo' } },
        },
      }),
    ],
  });
  const as = mockCredentials.user.header(PERSON);

  const get = async (path: string) => {
    const { body } = await request(backend.server)
      .get(path)
      .set('authorization', as);
    return body;
  };
  const post = (path: string, body: object) =>
    request(backend.server).post(path).set('authorization', as).send(body);

  async function entityOf(ref: string): Promise<Entity | undefined> {
    const { kind, namespace, name } = parseEntityRef(ref);
    const found = await get(
      `/api/catalog/entities/by-name/${kind}/${namespace}/${name}`,
    );
    return found.error ? undefined : found;
  }

  async function finish(id: string): Promise<TaskRun> {
    for (;;) {
      const { status } = await get(`/api/scaffolder/v2/tasks/${id}`);
      if (status === 'completed' || status === 'failed') {
        const events = (await get(`/api/scaffolder/v2/tasks/${id}/events`)) as {
          body: JsonObject;
        }[];
        const bodies = events.map(({ body }) => body);
        return {
          id,
          status,
          steps: Object.fromEntries(
            bodies
              .filter(body => body.stepId && body.status)
              .map(body => [body.stepId, body.status]),
          ),
          log: bodies.map(({ message }) => message).join('\n'),
          output: bodies.at(-1)?.output as TaskRun['output'],
        };
      }
      await delay(50);
    }
  }

  for (const { kind, metadata } of [
    ...organisation,
    { kind: 'Template', metadata: { name: 'new-data-product' } },
    { kind: 'Template', metadata: { name: 'change-data-product' } },
    { kind: 'Template', metadata: { name: 'new-on-gitlab' } },
  ]) {
    while (!(await entityOf(`${kind}:default/${metadata.name}`))) {
      await delay(50);
    }
  }

  return {
    server: backend.server,
    /** The actions that would have reached out, and their inputs. */
    told,
    stop: () => backend.stop(),
    entityOf,
    post,
    async run(template: string, values: object): Promise<TaskRun> {
      const { status, body } = await post('/api/scaffolder/v2/tasks', {
        templateRef: `template:default/${template}`,
        values,
      });
      if (status >= 300) {
        throw new Error(`The task was refused: ${JSON.stringify(body)}`);
      }
      return finish(body.id);
    },
    async retry(id: string): Promise<TaskRun> {
      const { status } = await post(`/api/scaffolder/v2/tasks/${id}/retry`, {
        secrets: {},
      });
      if (status >= 300) {
        throw new Error(`The retry was refused with ${status}`);
      }
      await delay(300);
      return finish(id);
    },
  };
}

function withLocation(item: Entity, path: string): Entity {
  const location = `file:${path}`;
  return {
    ...item,
    metadata: {
      ...item.metadata,
      annotations: {
        ...item.metadata.annotations,
        'backstage.io/managed-by-location': location,
        'backstage.io/managed-by-origin-location': location,
      },
    },
  };
}

function provide(entities: Entity[]): EntityProvider {
  return {
    getProviderName: () => 'organisation',
    connect: connection =>
      connection.applyMutation({
        type: 'full',
        entities: entities.map(item => ({
          entity: item,
          locationKey: 'organisation',
        })),
      }),
  };
}
