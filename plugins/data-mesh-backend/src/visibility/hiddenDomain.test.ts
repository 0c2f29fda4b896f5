import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  BackstageCredentials,
  BackstageUserPrincipal,
  coreServices,
  createBackendModule,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
import {
  AuthorizeResult,
  isPermission,
} from '@backstage/plugin-permission-common';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import catalogModule from '@backstage-data-mesh/plugin-catalog-backend-module-data-mesh';
import request from 'supertest';
import {
  entityOf,
  outputs,
  productOf,
  contractOf,
} from '../__testUtils__/entities';
import dataMeshPlugin from '../index';

jest.setTimeout(120_000);

/** All that belongs to the hidden domain is called after it. */
const SECRET_LABEL = 'example.com/secret';
const secret = (entity: Entity): Entity => ({
  ...entity,
  metadata: { ...entity.metadata, labels: { [SECRET_LABEL]: 'yes' } },
});

const ENTITIES = [
  entityOf('Group', 'team-a', { type: 'team', children: [] }),
  entityOf('Domain', 'open', { owner: 'team-a' }),
  contractOf('open-v1', ['order_id']),
  productOf('open-product', {
    domain: 'open',
    ...outputs('open-v1'),
    consumers: [
      { ref: 'group:default/merger-team' },
      { ref: 'dataproduct:default/merger-product' },
    ],
  }),
  // A visible product in a hidden domain, of a hidden team, that feeds and is
  // fed by hidden products and keeps a hidden contract.
  productOf('stray-product', {
    domain: 'merger',
    owner: 'group:default/merger-team',
    productOwner: 'merger-boss',
    ...outputs('merger-v1'),
    inputPorts: [{ name: 'in', source: 'merger-product' }],
  }),
  secret(entityOf('Group', 'merger-team', { type: 'team', children: [] })),
  secret(entityOf('User', 'merger-boss', { memberOf: ['merger-team'] })),
  secret(
    entityOf('Domain', 'merger', { owner: 'merger-team' }, { title: 'Merger' }),
  ),
  secret(contractOf('merger-v1', ['takeover_price'], 'merger-team')),
  secret(
    productOf('merger-product', {
      domain: 'merger',
      owner: 'group:default/merger-team',
      type: 'merger-type',
      purpose: 'The takeover',
      personas: ['merger-persona'],
      inputPorts: [{ name: 'in', contract: { ref: 'api:default/open-v1' } }],
    }),
  ),
];

/**
 * Decides like a permission backend with a policy that hides what has the
 * label from all but one person. The catalog applies the decision itself.
 */
const policy = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: () => ({
    authorize: async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    authorizeConditional: async (requests, { credentials }) =>
      requests.map(({ permission }) =>
        isPermission(permission, catalogEntityReadPermission) &&
        isOutsider(credentials)
          ? createCatalogConditionalDecision(permission, {
              not: catalogConditions.hasLabel({ label: SECRET_LABEL }),
            })
          : { result: AuthorizeResult.ALLOW },
      ),
  }),
});

function isOutsider(credentials: BackstageCredentials): boolean {
  const { userEntityRef } =
    credentials.principal as Partial<BackstageUserPrincipal>;
  return userEntityRef === 'user:default/outsider';
}

const entitiesModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'test-entities',
  register(reg) {
    reg.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addEntityProvider({
          getProviderName: () => 'test',
          connect: connection =>
            connection.applyMutation({
              type: 'full',
              entities: ENTITIES.map(entity => ({
                entity: located(entity),
              })),
            }),
        });
      },
    });
  },
});

function located(entity: Entity): Entity {
  const location = 'url:https://example.com/catalog-info.yaml';
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
  };
}

describe('a domain that a permission policy hides', () => {
  let backend: TestBackend;

  const get = async (path: string, user: string) => {
    const { body } = await request(backend.server)
      .get(`/api/data-mesh${path}`)
      .set(
        'Authorization',
        mockCredentials.user.header(`user:default/${user}`),
      );
    return body;
  };

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModule,
        entitiesModule,
        policy,
        schedulerServiceFactory,
        eventsServiceFactory,
        dataMeshPlugin,
        mockServices.rootConfig.factory({
          data: { dataMesh: { projection: { settleSeconds: 0 } } },
        }),
      ],
    });
    // Contents come by the catalog's processing, change events and the worker.
    for (;;) {
      const { details } = await get('/status', 'insider');
      const counts = Object.values<number>(details.subjects);
      const { contracts } = await get(
        '/products/by-entity/dataproduct/default/stray-product',
        'insider',
      );
      if (counts.reduce((a, b) => a + b, 0) === ENTITIES.length && contracts) {
        break;
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  });
  afterAll(() => backend.stop());

  const paths = [
    '/products',
    '/products?sort=used',
    '/products?sort=domain&limit=1',
    '/products?text=product',
    '/products?used=no',
    '/products/by-entity/dataproduct/default/open-product',
    '/products/by-entity/dataproduct/default/stray-product',
    '/contracts/by-entity/api/default/open-v1/products',
  ];

  it.each(paths)('is seen by an insider in %s', async path => {
    expect(JSON.stringify(await get(path, 'insider'))).toMatch(/merger/i);
  });

  it.each(paths)('is not named to an outsider by %s', async path => {
    const body = await get(path, 'outsider');
    expect(body.error).toBeUndefined();
    expect(JSON.stringify(body)).not.toMatch(/merger|takeover/i);
  });

  it.each<[string, number, number]>([
    ['/products', 3, 2],
    ['/products?text=merger', 1, 0],
    ['/products?text=takeover', 2, 0],
    ['/products?text=takeover_price', 1, 0],
    ['/products?used=yes', 1, 0],
    ['/products?used=no', 2, 2],
    ['/products?domain=merger', 2, 0],
    ['/products?owner=merger-team', 2, 0],
    ['/products?type=merger-type', 1, 0],
    ['/products?persona=merger-persona', 1, 0],
    ['/products?consumer=merger-team', 2, 0],
    ['/products?answerable=merger-boss', 1, 0],
  ])('counts in %s: %i for an insider, %i for an outsider', async (...row) => {
    const [path, insider, outsider] = row;
    expect(await get(path, 'insider')).toMatchObject({
      total: insider,
      all: 3,
    });
    expect(await get(path, 'outsider')).toMatchObject({
      total: outsider,
      all: 2,
    });
  });

  it('does not count for an outsider who uses what', async () => {
    const path = '/products/by-entity/dataproduct/default/open-product';
    expect(await get(path, 'insider')).toMatchObject({
      usedByTeams: 1,
      users: [{}, {}, {}],
    });
    expect(await get(path, 'outsider')).toMatchObject({
      usedByTeams: 0,
      usedByOwnTeam: false,
      users: [],
    });
  });

  it.each([
    '/products/by-entity/dataproduct/default/merger-product',
    '/contracts/by-entity/api/default/merger-v1/products',
  ])('hides that there is %s', async path => {
    expect((await get(path, 'insider')).error).toBeUndefined();
    expect((await get(path, 'outsider')).error.name).toBe('NotFoundError');
  });

  it('tells an outsider no numbers of the whole', async () => {
    expect(Object.keys(await get('/status', 'outsider'))).toEqual(
      expect.not.arrayContaining(['details']),
    );
  });
});
