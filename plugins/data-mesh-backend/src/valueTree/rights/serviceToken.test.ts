import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  mockServices,
  startTestBackend,
  TestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import { stitch } from '../../__testUtils__/entities';
import { migrated } from '../../__testUtils__/projection';
import { WORLD } from '../../__testUtils__/world';
import dataMeshPlugin from '../../index';
import {
  insertTree,
  measureOf,
  nodeOf,
} from '../views/__testUtils__/TreeWorld';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

const access = (token: string, ...restrictions: object[]) => ({
  type: 'static',
  options: { token, subject: `ci-${token.slice(0, 5)}` },
  ...(restrictions.length && { accessRestrictions: restrictions }),
});
const CHECK_IN = 'check-in-token-1';
const READING = 'reading-token-1';
const ANYTHING = 'anything-token-1';

/** With the real services for tokens and permissions. */
describe('the token of a service', () => {
  let backend: TestBackend;
  const send = (
    token: string,
    method: 'put' | 'post' | 'get' | 'patch' | 'delete',
    path: string,
    body?: object,
  ) =>
    request(backend.server)
      [method](`/api/data-mesh${path}`)
      .set('Authorization', `Bearer ${token}`)
      .send(body);
  const today = new Date().toISOString().slice(0, 10);

  beforeAll(async () => {
    const knex = await migrated(await databases.init('SQLITE_3'));
    await insertTree(knex, {
      nodes: [
        nodeOf('G', 'goal', undefined, { domain: 'domain:default/care' }),
      ],
      measures: [measureOf('M', 'G', undefined)],
    });
    backend = await startTestBackend({
      features: [
        dataMeshPlugin,
        authServiceFactory,
        httpAuthServiceFactory,
        permissionsServiceFactory,
        catalogServiceMock.factory({ entities: stitch(WORLD) }),
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
            backend: {
              baseUrl: 'http://localhost:7007',
              auth: {
                externalAccess: [
                  access(CHECK_IN, {
                    plugin: 'data-mesh',
                    permission: 'data-mesh.check-in.create',
                  }),
                  access(READING, {
                    plugin: 'data-mesh',
                    permission: ['data-mesh.read', 'catalog.entity.read'],
                  }),
                  access(ANYTHING),
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

  it('reports a measure, once, of a domain that it may not read', async () => {
    const reading = { date: today, value: 42, note: 'From the pipeline' };
    const path = '/measures/M/check-ins';
    const first = await send(CHECK_IN, 'post', path, reading);
    expect(first.body).toMatchObject({
      checkIn: { date: today, value: 42, measureId: 'M' },
      measure: {
        standing: { current: { date: today, value: 42 } },
        may: ['check-in'],
      },
    });
    const again = await send(CHECK_IN, 'post', path, reading);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body.checkIn.id).toBe(first.body.checkIn.id);
    const other = await send(CHECK_IN, 'post', path, { ...reading, value: 43 });
    expect([other.status, other.body.error.current?.value]).toEqual([409, 42]);

    const { body: kept } = await send(READING, 'get', path);
    expect(kept).toMatchObject({ total: 1, items: [{ value: 42 }] });
  });

  it.each<[string, Parameters<typeof send>[1], string, number]>([
    [CHECK_IN, 'get', '/value-tree', 403],
    [CHECK_IN, 'get', '/value-nodes/G', 403],
    [CHECK_IN, 'get', '/value-nodes/G/history', 403],
    [CHECK_IN, 'get', '/measures/M/check-ins', 403],
    [CHECK_IN, 'put', '/evidence', 403],
    [CHECK_IN, 'post', '/measures/none/check-ins', 404],
    [READING, 'get', '/value-tree', 200],
    [READING, 'get', '/value-nodes/G', 200],
    [READING, 'post', '/measures/M/check-ins', 403],
    ['no-such-token-1', 'post', '/measures/M/check-ins', 401],
    // Only people write and decide, whatever a token may do.
    ...[CHECK_IN, READING, ANYTHING].flatMap(
      (token): [string, Parameters<typeof send>[1], string, number][] => [
        [token, 'post', '/value-nodes', 403],
        [token, 'patch', '/value-nodes/G', 403],
        [token, 'delete', '/value-nodes/G?version=1', 403],
        [token, 'post', '/value-nodes/G/move', 403],
        [token, 'post', '/value-nodes/G/state', 403],
        [token, 'post', '/value-nodes/G/decisions', 403],
        [token, 'post', '/value-nodes/G/links', 403],
        [token, 'post', '/value-nodes/G/measures', 403],
        [token, 'patch', '/measures/M', 403],
        [token, 'delete', '/measures/M?version=1', 403],
      ],
    ),
  ])('%s %s %s: %d', async (token, method, path, expected) => {
    const evidence = {
      entityRef: 'dataproduct:default/orders',
      key: 'promises.kept',
      value: true,
      observedAt: new Date().toISOString(),
      source: 'pipeline',
    };
    const { status } = await send(
      token,
      method,
      path,
      path === '/evidence' ? { items: [evidence] } : { date: today, value: 1 },
    );
    expect(status).toBe(expected);
  });

  it('is shown nothing that it may change', async () => {
    const { body } = await send(ANYTHING, 'get', '/value-nodes/G');
    expect(body).toMatchObject({
      node: { may: [] },
      measures: [{ may: ['check-in'] }],
    });
  });
});
