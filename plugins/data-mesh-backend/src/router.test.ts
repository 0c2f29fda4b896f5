import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  contractProductsSchema,
  DataMeshClient,
  productDetailSchema,
  productListSchema,
  projectionStatusSchema,
  similarProductsSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import request from 'supertest';
import { stitch } from './__testUtils__/entities';
import { WORLD } from './__testUtils__/world';
import dataMeshPlugin from './index';

jest.setTimeout(60_000);

describe('the HTTP API', () => {
  let backend: TestBackend;
  const auditor = mockServices.auditor.mock({
    createEvent: jest.fn(async () => ({
      success: jest.fn(async () => {}),
      fail: jest.fn(async () => {}),
    })),
  });
  const get = (path: string) =>
    request(backend.server).get(`/api/data-mesh${path}`);

  async function start(permissions = mockServices.permissions.factory()) {
    const started = await startTestBackend({
      features: [
        dataMeshPlugin,
        permissions,
        auditor.factory,
        catalogServiceMock.factory({ entities: stitch(WORLD) }),
      ],
    });
    return started;
  }

  /** The first pass runs by itself. */
  async function untilProjected() {
    for (;;) {
      const { body } = await get('/status');
      if (body.lastCompleteAt) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  beforeAll(async () => {
    backend = await start();
    await untilProjected();
  });
  afterAll(() => backend.stop());

  it.each([
    ['/products', productListSchema],
    ['/products?text=temp&domain=care&limit=1', productListSchema],
    ['/products/similar?name=lab-orders&purpose=x', similarProductsSchema],
    ['/products/by-entity/dataproduct/default/orders', productDetailSchema],
    ['/products/by-entity/DataProduct/Default/Orders', productDetailSchema],
    [
      '/contracts/by-entity/api/default/orders-v1/products',
      contractProductsSchema,
    ],
    ['/status', projectionStatusSchema],
  ])('answers %s by its schema', async (path, schema) => {
    const { status, body } = await get(path);
    expect(status).toBe(200);
    expect(schema.strict().safeParse(body).error).toBeUndefined();
  });

  it('serves the client', async () => {
    const client = new DataMeshClient({
      discoveryApi: {
        getBaseUrl: async id =>
          `http://localhost:${backend.server.port()}/api/${id}`,
      },
    });
    const token = mockCredentials.user.token();
    const query = { domain: ['care', 'elsewhere'], used: ['yes' as const] };
    const { items } = await client.getProducts(query, { token });
    expect(items.map(({ title }) => title)).toEqual(['Lab orders']);
    expect(await client.getProduct('orders', { token })).toMatchObject({
      title: 'Lab orders',
    });
    expect(
      await client.getSimilarProducts({ name: 'lab-order' }, { token }),
    ).toMatchObject({ items: [{ title: 'Lab orders' }] });
    expect(
      await client.getContractProducts('orders-v1', { token }),
    ).toMatchObject({ providedBy: [{ title: 'Lab orders' }] });
  });

  it.each([
    ['limit=0', 'limit: It has to be a whole number from 1 to 100'],
    ['limit=101', 'limit: It has to be a whole number from 1 to 100'],
    ['limit=two', 'limit: It has to be a whole number from 1 to 100'],
    ['used=maybe', 'used: '],
    ['sort=random', 'sort: '],
    ['cursor=x', 'cursor: this is no cursor of this list'],
    ['domain=::', 'domain: "::" is no entity ref'],
    [`text=${'x'.repeat(201)}`, 'text: '],
    ['domian=care', 'Unrecognized key: "domian"'],
    ['sort=title&sort=used', 'sort: '],
    [Array(51).fill('type=x').join('&'), 'type: '],
  ])('refuses %s and names the parameter', async (query, message) => {
    const { status, body } = await get(`/products?${query}`);
    expect(status).toBe(400);
    expect(body.error).toMatchObject({
      name: 'InputError',
      message: expect.stringContaining(message),
    });
  });

  it.each([
    '/products/by-entity/dataproduct/default/none',
    '/products/by-entity/group/default/team-a',
    '/contracts/by-entity/api/default/none/products',
    '/contracts/by-entity/group/default/team-a/products',
  ])('does not find %s', async path => {
    expect((await get(path)).status).toBe(404);
  });

  it('takes many values of one parameter', async () => {
    const many = Array.from({ length: 49 }, (_, i) => `type=t${i}`).join('&');
    const { body } = await get(`/products?${many}&type=aggregate`);
    expect(body.total).toBe(1);
  });

  it('describes itself', async () => {
    const { status, body } = await get('/openapi.json');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      openapi: '3.1.0',
      servers: [{ url: expect.stringMatching(/\/api\/data-mesh$/) }],
    });
    expect(Object.keys(body.paths)).toEqual([
      '/products',
      '/products/similar',
      '/products/by-entity/{kind}/{namespace}/{name}',
      '/contracts/by-entity/{kind}/{namespace}/{name}/products',
      '/status',
      '/projection/refresh',
    ]);
    const refs = JSON.stringify(body).matchAll(
      /#\/components\/schemas\/(\w+)/g,
    );
    for (const [, name] of refs) {
      expect(Object.keys(body.components.schemas)).toContain(name);
    }
  });

  it('is for those who are signed in', async () => {
    for (const path of ['/products', '/status', '/openapi.json']) {
      const { status } = await get(path).set(
        'Authorization',
        mockCredentials.none.header(),
      );
      expect(status).toBe(401);
    }
  });

  describe('POST /projection/refresh', () => {
    const post = (body: object | string) =>
      request(backend.server)
        .post('/api/data-mesh/projection/refresh')
        .set('content-type', 'application/json')
        .send(body);

    it('starts a pass, and notes who asked for it', async () => {
      const { status } = await post({ acceptVanished: true });
      expect(status).toBe(202);
      expect(auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'projection-refresh',
          severityLevel: 'medium',
        }),
      );
      expect((await post({})).status).toBe(202);
    });

    it('notes also what it refuses', async () => {
      expect((await post({ all: true })).status).toBe(400);
      const event = await auditor.createEvent.mock.results.at(-1)?.value;
      expect(event.fail).toHaveBeenCalledTimes(1);
      expect(event.success).not.toHaveBeenCalled();
    });

    it.each([
      [{ acceptVanished: 'yes' }, 400],
      ['{', 400],
      [{ acceptVanished: 'x'.repeat(20_000) }, 413],
    ])('refuses a bad body', async (body, status) => {
      expect((await post(body)).status).toBe(status);
    });
  });
});

describe('the HTTP API without permission', () => {
  it('says what is missing', async () => {
    const backend = await startTestBackend({
      features: [
        dataMeshPlugin,
        mockServices.permissions.factory({ result: AuthorizeResult.DENY }),
        catalogServiceMock.factory({ entities: stitch(WORLD) }),
      ],
    });
    const paths = [
      '/products',
      '/products/by-entity/dataproduct/default/orders',
      '/contracts/by-entity/api/default/orders-v1/products',
      '/status',
    ];
    for (const path of paths) {
      const { status, body } = await request(backend.server).get(
        `/api/data-mesh${path}`,
      );
      expect(status).toBe(403);
      expect(body.error.message).toContain('data-mesh.read');
    }
    const { status, body } = await request(backend.server)
      .post('/api/data-mesh/projection/refresh')
      .send({});
    expect(status).toBe(403);
    expect(body.error.message).toContain('data-mesh.projection.manage');
    await backend.stop();
  });
});
