import dataMeshPlugin from '@backstage-data-mesh/plugin-data-mesh-backend';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { resolve } from 'node:path';
import request from 'supertest';
import { addDays } from '../dates/dayZero';
import { demoRecordsModule } from './module';

jest.setTimeout(60_000);

const PRODUCT = 'dataproduct:default/no-show-risk';
const OWNER = 'user:default/yusuf.demir';
const entities: Entity[] = [
  {
    apiVersion: 'backstage-data-mesh.io/v1alpha1',
    kind: 'DataProduct',
    metadata: { namespace: 'default', name: 'no-show-risk' },
    spec: { owner: 'group:default/a', lifecycle: 'production' },
    relations: [{ type: 'productOwnedBy', targetRef: OWNER }],
  },
];

describe('the records of the demo', () => {
  const today = new Date().toISOString().slice(0, 10);
  const directory = createMockDirectory({
    content: { 'demo-day-0': Buffer.from(today) },
  });
  const logger = mockServices.logger.mock();
  let backend: TestBackend;

  beforeAll(async () => {
    logger.child.mockReturnValue(logger);
    backend = await startTestBackend({
      features: [
        dataMeshPlugin,
        demoRecordsModule,
        logger.factory,
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({
          data: {
            dataMeshDemo: {
              directory: directory.path,
              records: resolve(
                __dirname,
                '../../../../../catalog-info/evidence',
              ),
            },
          },
        }),
      ],
    });
    for (;;) {
      const { body } = await request(backend.server).get(
        '/api/data-mesh/status',
      );
      if (body.lastCompleteAt) {
        break;
      }
      await new Promise(done => setTimeout(done, 50));
    }
  });
  afterAll(() => backend.stop());

  const promises = async () => {
    const { body } = await request(backend.server).get(
      '/api/data-mesh/evidence/by-entity/dataproduct/default/no-show-risk',
    );
    return body.items.filter(
      ({ key }: { key: string }) => key === 'promises.kept',
    );
  };

  it('are taken in without a single one refused', async () => {
    expect(logger.warn.mock.calls.flat().join()).not.toContain('records');
    expect(logger.error.mock.calls).toEqual([]);
    expect(await promises()).toMatchObject([
      {
        way: 'push',
        observedAt: `${addDays(today, -45)}T00:00:00.000Z`,
        holds: false,
        counts: true,
      },
    ]);
  });

  it('give way to what the owner answers', async () => {
    const { status } = await request(backend.server)
      .post('/api/data-mesh/answers')
      .set('Authorization', mockCredentials.user.header(OWNER))
      .send({
        entityRef: PRODUCT,
        key: 'promises.kept',
        value: true,
        link: 'https://board.example/no-show-risk',
      });

    expect(status).toBe(200);
    expect(await promises()).toMatchObject([
      { way: 'push', counts: false },
      { way: 'portal', source: OWNER, counts: true, holds: true },
    ]);
  });
});
