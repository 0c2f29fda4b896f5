import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { stitch } from '../__testUtils__/entities';
import { WORLD } from '../__testUtils__/world';
import dataMeshPlugin from '../index';

jest.setTimeout(60_000);

const access = (token: string, ...restrictions: object[]) => ({
  type: 'static',
  options: { token, subject: `ci-${token.slice(0, 4)}` },
  accessRestrictions: restrictions,
});
const EVIDENCE = 'evidence-token-1';
const READING = 'reading-token-1';
const OTHER = 'other-plugins-token-1';

/** With the real services for tokens and permissions. */
describe('the token of a service', () => {
  let backend: TestBackend;
  const send = (token: string, method: 'put' | 'post' | 'get', path: string) =>
    request(backend.server)
      [method](`/api/data-mesh${path}`)
      .set('Authorization', `Bearer ${token}`);
  const body = {
    items: [
      {
        entityRef: 'dataproduct:default/orders',
        key: 'promises.kept',
        value: true,
        observedAt: new Date().toISOString(),
        source: 'pipeline',
      },
    ],
  };

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        dataMeshPlugin,
        authServiceFactory,
        httpAuthServiceFactory,
        permissionsServiceFactory,
        catalogServiceMock.factory({ entities: stitch(WORLD) }),
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
            backend: {
              baseUrl: 'http://localhost:7007',
              auth: {
                externalAccess: [
                  access(EVIDENCE, {
                    plugin: 'data-mesh',
                    permission: 'data-mesh.evidence.write',
                  }),
                  access(READING, {
                    plugin: 'data-mesh',
                    permission: ['data-mesh.read', 'catalog.entity.read'],
                  }),
                  access(OTHER, { plugin: 'catalog' }),
                ],
              },
            },
          },
        }),
      ],
    });
    for (;;) {
      const { body: status } = await send(READING, 'get', '/status');
      if (status.lastCompleteAt) {
        break;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  });
  afterAll(() => backend.stop());

  it('tells evidence, which is there at once', async () => {
    const told = await send(EVIDENCE, 'put', '/evidence').send(body);
    expect([told.status, told.body]).toEqual([
      200,
      { items: [{ status: 'stored' }] },
    ]);
    const { body: known } = await send(
      READING,
      'get',
      '/evidence/by-entity/dataproduct/default/orders',
    );
    expect(known.items).toMatchObject([
      { key: 'promises.kept', way: 'push', source: 'pipeline', counts: true },
    ]);
  });

  it.each<[string, 'put' | 'post' | 'get', string, number]>([
    [EVIDENCE, 'get', '/products', 403],
    [EVIDENCE, 'get', '/evidence/sources', 403],
    [EVIDENCE, 'post', '/answers', 403],
    [READING, 'put', '/evidence', 403],
    [READING, 'get', '/evidence/sources', 200],
    [OTHER, 'put', '/evidence', 403],
    ['no-such-token-1', 'put', '/evidence', 401],
  ])('%s %s %s: %d', async (token, method, path, expected) => {
    const sent = send(token, method, path);
    const { status } = await (method === 'get' ? sent : sent.send(body));
    expect(status).toBe(expected);
  });
});
