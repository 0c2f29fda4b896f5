import request from 'supertest';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import techdocsPlugin from '@backstage/plugin-techdocs-backend';
import { buildAhead } from './buildAhead';
import { demoDocsModule } from './module';

jest.setTimeout(60_000);

describe('TechDocs of the demo', () => {
  const directory = createMockDirectory({
    content: {
      orders: { docs: { 'index.md': '# Lab orders\n\nEvery order.' } },
      empty: {},
    },
  });

  const product = (name: string, annotations: Record<string, string>) => ({
    apiVersion: 'backstage-data-mesh.io/v1alpha1',
    kind: 'DataProduct',
    metadata: {
      uid: name,
      namespace: 'default',
      name,
      annotations: {
        'backstage.io/managed-by-location': `file:${directory.resolve(
          name,
          'catalog-info.yaml',
        )}`,
        ...annotations,
      },
    },
  });
  const entities: Entity[] = [
    product('orders', { 'backstage.io/techdocs-ref': 'dir:.' }),
    product('empty', { 'backstage.io/techdocs-ref': 'dir:.' }),
    product('undocumented', {}),
  ];

  it('builds ahead what has documentation, and reports what cannot be built', async () => {
    const { server } = await startTestBackend({
      features: [
        techdocsPlugin,
        demoDocsModule,
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost:7007' },
            techdocs: {
              builder: 'local',
              publisher: {
                type: 'local',
                local: { publishDirectory: directory.resolve('published') },
              },
            },
          },
        }),
      ],
    });
    const logger = mockServices.logger.mock();
    const built = new Set<string>();

    await buildAhead({
      built,
      logger,
      auth: mockServices.auth(),
      catalog: catalogServiceMock({ entities }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async id => `http://localhost:${server.port()}/api/${id}`,
      }),
    });

    expect([...built]).toEqual(['dataproduct:default/orders']);
    expect(logger.warn.mock.calls).toEqual([
      [
        expect.stringMatching(
          /documentation of dataproduct:default\/empty was not built: .*no Markdown file/,
        ),
      ],
    ]);
    const page = await request(server).get(
      '/api/techdocs/static/docs/default/dataproduct/orders/index.html',
    );
    expect(page.status).toBe(200);
    expect(page.text).toContain('<h1 id="lab-orders">Lab orders</h1>');
  });
});
