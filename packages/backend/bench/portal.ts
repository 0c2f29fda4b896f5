import { createBackend } from '@backstage/backend-defaults';
import {
  BackendFeature,
  coreServices,
  createBackendModule,
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { JsonObject } from '@backstage/types';
import { createServer } from 'node:net';
import { performance } from 'node:perf_hooks';
import { MetricsCollector } from './MetricsCollector';

const TOKEN = 'bench-token-of-sixteen-and-more';

/** A running backend with a catalog. */
export type Portal = {
  /** Gets JSON; throws unless the answer is a success. */
  get(path: string): Promise<any>;
  post(path: string, body: JsonObject): Promise<void>;
  put(path: string, body: JsonObject): Promise<any>;
  /** Streams what takes part in the mesh, like a pass, and does nothing. */
  streamSeconds(): Promise<number>;
  stop(): Promise<void>;
};

/** Only what is wrong is of interest. */
const silence = createServiceFactory({
  service: coreServices.rootLogger,
  deps: {},
  factory: () => {
    const print = (message: string | Error) =>
      process.stderr.write(`${message}\n`);
    const logger = {
      error: print,
      warn: (message: string | Error) =>
        /events backend|localhost URL/.test(String(message)) || print(message),
      info: () => {},
      debug: () => {},
      child: () => logger,
    };
    return logger;
  },
});

export async function startPortal(options: {
  connectionString: string;
  databasePrefix: string;
  features: BackendFeature[];
  metrics: MetricsCollector;
  entities?: Entity[];
}): Promise<Portal> {
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  let streamSeconds: Portal['streamSeconds'] | undefined;

  const backend = createBackend();
  backend.add(
    createServiceFactory({
      service: coreServices.rootConfig,
      deps: {},
      factory: () => new ConfigReader(configOf(options, baseUrl, port)),
    }),
  );
  backend.add(silence);
  backend.add(options.metrics.factory);
  backend.add(import('@backstage/plugin-catalog-backend'));
  options.features.forEach(feature => backend.add(feature));
  if (options.entities) {
    backend.add(provide(options.entities));
  }
  backend.add(
    streamPlugin(run => {
      streamSeconds = run;
    }),
  );
  await backend.start();

  const call = async (path: string, init?: RequestInit) => {
    const response = await fetch(`${baseUrl}${path}`, {
      ...init,
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/json',
      },
    });
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${path}: ${response.status} ${text}`);
    }
    return text;
  };
  return {
    get: async path => JSON.parse(await call(path)),
    post: async (path, body) => {
      await call(path, { method: 'POST', body: JSON.stringify(body) });
    },
    put: async (path, body) =>
      JSON.parse(
        await call(path, { method: 'PUT', body: JSON.stringify(body) }),
      ),
    streamSeconds: () => streamSeconds!(),
    stop: () => backend.stop(),
  };
}

function configOf(
  options: { connectionString: string; databasePrefix: string },
  baseUrl: string,
  port: number,
): JsonObject {
  return {
    app: { baseUrl },
    backend: {
      baseUrl,
      listen: { host: '127.0.0.1', port },
      database: {
        client: 'pg',
        connection: options.connectionString,
        prefix: options.databasePrefix,
      },
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: 'bench' } },
        ],
      },
    },
    catalog: {
      rules: [{ allow: ['DataProduct', 'API', 'Component', 'Domain'] }],
      // Once is enough here.
      processingInterval: { hours: 12 },
    },
  };
}

function provide(entities: Entity[]) {
  return createBackendModule({
    pluginId: 'catalog',
    moduleId: 'bench',
    register(env) {
      env.registerInit({
        deps: { catalog: catalogProcessingExtensionPoint },
        async init({ catalog }) {
          catalog.addEntityProvider({
            getProviderName: () => 'bench',
            connect: connection =>
              connection.applyMutation({
                type: 'full',
                entities: entities.map(entity => ({ entity })),
              }),
          });
        },
      });
    },
  });
}

function streamPlugin(give: (run: () => Promise<number>) => void) {
  return createBackendPlugin({
    pluginId: 'bench',
    register(env) {
      env.registerInit({
        deps: { catalog: catalogServiceRef, auth: coreServices.auth },
        async init({ catalog, auth }) {
          give(async () => {
            const start = performance.now();
            const credentials = await auth.getOwnServiceCredentials();
            for await (const page of catalog.streamEntities(
              {
                filter: [
                  {
                    kind: [
                      'DataProduct',
                      'Domain',
                      'Group',
                      'User',
                      'System',
                      'Component',
                      'Resource',
                    ],
                  },
                  { kind: 'API', 'spec.type': 'odcs' },
                ],
                pageSize: 500,
              },
              { credentials },
            )) {
              void page;
            }
            return (performance.now() - start) / 1000;
          });
        },
      });
    },
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  await new Promise(resolve => {
    server.close(resolve);
  });
  if (address === null || typeof address === 'string') {
    throw new Error('No free port was found');
  }
  return address.port;
}
