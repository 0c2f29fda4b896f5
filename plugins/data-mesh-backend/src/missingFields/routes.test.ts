import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  DataMeshClient,
  missingFieldsListSchema,
  patchesResponseSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import { once } from 'node:events';
import { AddressInfo } from 'node:net';
import request from 'supertest';
import { createDocument } from 'zod-openapi';
import { stitch } from '../__testUtils__/entities';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import {
  createProjection,
  createTestDatabases,
  migrated,
} from '../__testUtils__/projection';
import { WORLD } from '../__testUtils__/world';
import { missingFieldsPaths } from '../http/openapi/missingFields';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { CatalogFiles } from './CatalogFiles';
import { MissingFieldsService } from './MissingFieldsService';
import { PatchService } from './PatchService';
import { addMissingFieldsRoutes } from './routes';

jest.setTimeout(60_000);

const databases = createTestDatabases();

async function start(
  result: AuthorizeResult.ALLOW | AuthorizeResult.DENY = AuthorizeResult.ALLOW,
) {
  const knex = await migrated(await databases.init('SQLITE_3'));
  await createProjection(knex, new FakeCatalog(WORLD)).pass.run();
  const entities = stitch(WORLD).map(entity => ({
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        'backstage.io/managed-by-location': `url:${entity.metadata.name}`,
      },
    },
  }));
  const catalog = catalogServiceMock({ entities });
  const read = async (name: string) => ({
    repository: { key: name, name },
    path: 'catalog-info.yaml',
    content: `kind: DataProduct\nmetadata:\n  name: ${name}\nspec: {}\n`,
  });
  const router = PromiseRouter();
  addMissingFieldsRoutes(router, {
    httpAuth: mockServices.httpAuth(),
    visibility: new VisibilityResolver({
      permissions: mockServices.permissions({ result }),
      catalog,
      auth: mockServices.auth(),
    }),
    missingFields: new MissingFieldsService(knex),
    patches: new PatchService({
      catalog,
      files: new CatalogFiles({ local: { read }, remote: { read } }),
    }),
  });
  router.use(express.json({ limit: '16kb' }));
  return express().use('/api/data-mesh', router).use(mockErrorHandler());
}

describe('the routes of missing fields', () => {
  let app: express.Express;
  beforeAll(async () => {
    app = await start();
  });
  const get = (path: string) => request(app).get(`/api/data-mesh${path}`);
  const post = (body: object) =>
    request(app).post('/api/data-mesh/missing-fields/patches').send(body);

  it('answers by its schema', async () => {
    const { status, body } = await get(
      '/missing-fields?missing=owner&missing=purpose&limit=5',
    );
    expect(status).toBe(200);
    expect(missingFieldsListSchema.strict().safeParse(body).error).toBe(
      undefined,
    );
    expect(body.total).toBe(2);
  });

  it('serves the client', async () => {
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { port } = server.address() as AddressInfo;
      const client = new DataMeshClient({
        discoveryApi: {
          getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
        },
      });
      const token = mockCredentials.user.token();
      const sheet = await client.getMissingFields(
        { missing: ['owner'], domain: undefined },
        { token },
      );
      expect(sheet.items.map(({ title }) => title)).toEqual(['report']);
      const { patches } = await client.makePatches(
        { changes: [{ entityRef: 'report', fields: { owner: 'team-b' } }] },
        { token },
      );
      expect(patches[0].patch).toContain('owner: group:default/team-b');
    } finally {
      server.close();
    }
  });

  it('takes the fields of 200 products in one request', async () => {
    const changes = Array.from({ length: 200 }, (_, i) => ({
      entityRef: i === 0 ? 'report' : `none-${i}`,
      fields: { purpose: 'x'.repeat(400) },
    }));
    const { status, body } = await post({ changes });
    expect(status).toBe(200);
    expect(patchesResponseSchema.strict().safeParse(body).error).toBe(
      undefined,
    );
    expect(body.patches).toHaveLength(1);
    expect(body.problems).toHaveLength(199);
  });

  it.each([
    [{}, 'changes'],
    [{ changes: [] }, 'changes'],
    [{ changes: [{ entityRef: 'a' }] }, 'changes'],
    [{ changes: [{ entityRef: 'a', fields: {}, path: '/etc' }] }, 'changes'],
    [
      {
        changes: Array.from({ length: 201 }, () => ({
          entityRef: 'a',
          fields: {},
        })),
      },
      'changes',
    ],
  ])('refuses a request that it cannot read', async (body, message) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(message);
  });

  it('names a parameter that is wrong', async () => {
    const { status, body } = await get('/missing-fields?missing=colour');
    expect(status).toBe(400);
    expect(body.error.message).toContain('missing: ');
  });

  it('is for those who may read', async () => {
    const denied = await start(AuthorizeResult.DENY);
    const responses = [
      await request(denied).get('/api/data-mesh/missing-fields'),
      await request(denied)
        .post('/api/data-mesh/missing-fields/patches')
        .send({ changes: [{ entityRef: 'a', fields: {} }] }),
    ];
    for (const { status, body } of responses) {
      expect(status).toBe(403);
      expect(body.error.message).toContain('data-mesh.read');
    }
  });

  it('is described', () => {
    const document = createDocument({
      openapi: '3.1.0',
      info: { title: 'x', version: '1' },
      paths: missingFieldsPaths,
    });
    expect(Object.keys(document.paths ?? {})).toEqual([
      '/missing-fields',
      '/missing-fields/patches',
    ]);
    expect(Object.keys(document.components?.schemas ?? {})).toEqual(
      expect.arrayContaining(['MissingFieldsList', 'PatchesRequest']),
    );
  });
});
