import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  changeListSchema,
  contractProductsSchema,
  DataMeshClient,
  domainListSchema,
  domainProfileSchema,
  entityEvidenceSchema,
  entityResultsSchema,
  evidenceSourcesSchema,
  explanationSchema,
  missingFieldsListSchema,
  myWorkSchema,
  productDetailSchema,
  productListSchema,
  projectionStatusSchema,
  resultsListSchema,
  ruleSetListSchema,
  similarProductsSchema,
  waiverListSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import request from 'supertest';
import { stitch } from './__testUtils__/entities';
import { WORLD } from './__testUtils__/world';
import dataMeshPlugin from './index';

jest.setTimeout(60_000);

const ORDERS = '/results/by-entity/dataproduct/default/orders';

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

  /** The first pass runs by itself, and evaluates in the end. */
  async function untilEvaluated() {
    for (;;) {
      const products = await get('/results');
      const domains = await get('/results?ruleSet=domain-maturity');
      if (products.body.total === 3 && domains.body.total === 1) {
        return;
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  beforeAll(async () => {
    backend = await start();
    await untilEvaluated();
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
    ['/products?level=1&target=no&sort=level', productListSchema],
    ['/results', resultsListSchema],
    ['/results?ruleSet=ownership-faults&status=fail', resultsListSchema],
    [ORDERS, entityResultsSchema],
    ['/results/by-entity/domain/default/care', entityResultsSchema],
    [`${ORDERS}/changes`, changeListSchema],
    [`${ORDERS}/explain/data-product-maturity/DP-O1`, explanationSchema],
    ['/domains', domainListSchema],
    ['/domains/by-entity/domain/default/care', domainProfileSchema],
    ['/my-work', myWorkSchema],
    ['/evidence/by-entity/dataproduct/default/orders', entityEvidenceSchema],
    ['/evidence/sources', evidenceSourcesSchema],
    ['/waivers', waiverListSchema],
    ['/rule-sets', ruleSetListSchema],
    ['/missing-fields', missingFieldsListSchema],
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

    const { items: sets } = await client.getResults('orders', { token });
    const maturity = sets.find(
      ({ ruleSet }) => ruleSet === 'data-product-maturity',
    );
    const fixed = maturity!.results.map(({ rule }) => rule);
    expect(await client.whatIf('orders', { fixed }, { token })).toMatchObject({
      level: 4,
      target: maturity!.target,
    });
    const change = await client.getResultChanges('orders', {}, { token });
    expect(change.items.at(-1)).toMatchObject({ cause: { kind: 'baseline' } });
    expect(
      await client.explainResult(
        'orders',
        { ruleSet: 'data-product-maturity', rule: 'DP-O1' },
        { token },
      ),
    ).toMatchObject({ result: { status: 'pass' } });
    expect(
      await client.listResults({ rule: ['DP-O1'] }, { token }),
    ).toMatchObject({ items: [{ entity: { title: 'report' } }], total: 1 });
    expect(await client.getDomains({}, { token })).toMatchObject({
      items: [{ domain: { title: 'Patient care' } }],
      notTakingPart: 0,
    });
    expect(await client.getDomainProfile('care', { token })).toMatchObject({
      products: [{}, {}],
    });
    expect(await client.getMyWork({ token })).toMatchObject({
      person: { ref: 'user:default/mock' },
    });
  });

  it.each([
    ['level=high', 'level: "high" is no level'],
    ['target=maybe', 'target: '],
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
    '/results/by-entity/dataproduct/default/none',
    '/results/by-entity/group/default/team-a',
    '/results/by-entity/dataproduct/default/none/changes',
    `${ORDERS}/explain/data-product-maturity/none`,
    '/domains/by-entity/domain/default/none',
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
      '/results',
      '/results/by-entity/{kind}/{namespace}/{name}',
      '/results/by-entity/{kind}/{namespace}/{name}/changes',
      '/results/by-entity/{kind}/{namespace}/{name}/explain/{ruleSet}/{rule}',
      '/results/by-entity/{kind}/{namespace}/{name}/what-if',
      '/domains',
      '/domains/by-entity/{kind}/{namespace}/{name}',
      '/my-work',
      '/evidence',
      '/evidence/by-entity/{kind}/{namespace}/{name}',
      '/evidence/sources',
      '/answers',
      '/value-tree',
      '/value-nodes',
      '/value-nodes/{id}',
      '/value-nodes/{id}/move',
      '/value-nodes/{id}/state',
      '/value-nodes/{id}/decisions',
      '/value-nodes/{id}/links',
      '/value-nodes/{id}/links/{linkId}',
      '/value-nodes/{id}/history',
      '/value-nodes/{id}/measures',
      '/measures/{id}',
      '/measures/{id}/check-ins',
      '/value-tree/documents',
      '/value-tree/plan',
      '/value-tree/export',
      '/reviews',
      '/reviews/{id}',
      '/reviews/{id}/products/{kind}/{namespace}/{name}',
      '/reviews/{id}/close',
      '/reviews/{id}/abandon',
      '/waivers',
      '/waivers/{id}/decision',
      '/rule-sets',
      '/rule-sets/reload',
      '/missing-fields',
      '/missing-fields/patches',
      '/people/erasures',
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

  it('erases a person by the client', async () => {
    const client = new DataMeshClient({
      discoveryApi: {
        getBaseUrl: async id =>
          `http://localhost:${backend.server.port()}/api/${id}`,
      },
    });
    const token = mockCredentials.user.token();
    const erase = (user: string) => client.erasePerson({ user }, { token });
    expect(await erase('user:default/ann')).toMatchObject({
      replaced: { answers: 0 },
      stillInCatalog: true,
    });
    await expect(erase('ann')).rejects.toThrow('400 Bad Request');
    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'person-erase' }),
    );
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
      '/results',
      ORDERS,
      `${ORDERS}/changes`,
      `${ORDERS}/explain/data-product-maturity/DP-O1`,
      '/domains',
      '/domains/by-entity/domain/default/care',
      '/my-work',
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
    const erasing = await request(backend.server)
      .post('/api/data-mesh/people/erasures')
      .send({ user: 'user:default/ann' });
    expect(erasing.status).toBe(403);
    expect(erasing.body.error.message).toContain('data-mesh.person.erase');
    await backend.stop();
  });
});
