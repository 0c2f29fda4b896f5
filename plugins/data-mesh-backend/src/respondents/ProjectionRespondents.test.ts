import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { entityOf, productOf } from '../__testUtils__/entities';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import {
  createProjection,
  createTestDatabases,
  migrated,
} from '../__testUtils__/projection';
import { ProjectionRespondents } from './ProjectionRespondents';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const group = (name: string, parent?: string) =>
  entityOf('Group', name, { type: 'team', ...(parent && { parent }) });
const user = (name: string, ...memberOf: string[]) =>
  entityOf('User', name, { memberOf });

const ENTITIES = [
  group('company', 'ring'),
  group('ring', 'company'), // a circle that somebody made by mistake
  group('lab', 'company'),
  group('lab-data', 'lab'),
  group('depot', 'company'),
  user('tomas', 'lab-data'),
  user('lena', 'lab'),
  user('carla', 'depot'),
  user('priya'),
  user('nobody'),
  entityOf(
    'Domain',
    'diagnostics',
    { owner: 'lab' },
    {
      annotations: {
        'backstage-data-mesh.io/domain-owner': 'user:default/Priya',
        'backstage-data-mesh.io/data-lead': 'user:tomas',
      },
    },
  ),
  productOf('orders', {
    owner: 'group:default/lab-data',
    domain: 'diagnostics',
    productOwner: 'lena',
    consumers: [
      { ref: 'group:default/depot' },
      { ref: 'group:default/dream', state: 'intended' },
    ],
  }),
  productOf('results', { owner: 'group:default/lab', domain: 'diagnostics' }),
  productOf('stock', { owner: 'group:default/depot', productOwner: 'carla' }),
  productOf('mine', { owner: 'user:default/nobody' }),
];

const orders = 'dataproduct:default/orders';
const results = 'dataproduct:default/results';
const stock = 'dataproduct:default/stock';
const mine = 'dataproduct:default/mine';
const diagnostics = 'domain:default/diagnostics';

describe.each(databases.eachSupportedId())(
  'ProjectionRespondents on %s',
  id => {
    let respondents: ProjectionRespondents;
    const statements: string[] = [];
    const permissions = mockServices.permissions.mock();

    beforeAll(async () => {
      const knex = await migrated(await databases.init(id));
      await createProjection(knex, new FakeCatalog(ENTITIES)).pass.run();
      knex.on('query', ({ sql }) => statements.push(sql));
      respondents = new ProjectionRespondents({ knex, permissions });
    });
    beforeEach(() => {
      statements.length = 0;
      permissions.authorize.mockResolvedValue([
        { result: AuthorizeResult.DENY },
      ]);
    });

    const plain = (roles: Map<string, Set<string>>) =>
      Object.fromEntries(
        [...roles].map(([ref, own]) => [ref, [...own].sort()]),
      );
    const allOf = async (name: string) =>
      plain(
        await respondents.allRolesOf(
          mockCredentials.user(`user:default/${name}`),
        ),
      );

    it.each<[string, Record<string, string[]>]>([
      [
        // of the owner group, and of one below the domain's; leads its data work
        'tomas',
        {
          [orders]: ['data-lead', 'owner'],
          [results]: ['data-lead', 'owner'],
          [diagnostics]: ['data-lead', 'owner'],
          'user:default/tomas': ['owner'],
        },
      ],
      [
        // of the group above, which owns nothing of the one below
        'lena',
        {
          [orders]: ['product-owner'],
          [results]: ['owner'],
          [diagnostics]: ['owner'],
          'user:default/lena': ['owner', 'product-owner'],
        },
      ],
      [
        'carla',
        {
          [orders]: ['consumer'],
          [stock]: ['owner', 'product-owner'],
          'user:default/carla': ['owner', 'product-owner'],
        },
      ],
      [
        'priya',
        {
          [orders]: ['domain-owner'],
          [results]: ['domain-owner'],
          [diagnostics]: ['domain-owner'],
          'user:default/priya': ['owner'],
        },
      ],
      ['nobody', { [mine]: ['owner'], 'user:default/nobody': ['owner'] }],
      ['stranger', { 'user:default/stranger': ['owner'] }],
    ])('tells the roles of %s', async (name, expected) => {
      expect(await allOf(name)).toEqual(expected);
      expect(statements.length).toBeLessThanOrEqual(6);
    });

    it('tells those for some entities only', async () => {
      const roles = await respondents.rolesFor(
        mockCredentials.user('user:default/Tomas'),
        [orders, stock, 'dataproduct:default/none'],
      );
      expect(plain(roles)).toEqual({ [orders]: ['data-lead', 'owner'] });
    });

    it('makes a platform owner of whoever may decide on exceptions', async () => {
      permissions.authorize.mockResolvedValue([
        { result: AuthorizeResult.ALLOW },
      ]);
      const roles = await respondents.rolesFor(
        mockCredentials.user('user:default/carla'),
        [stock, results],
      );
      expect(plain(roles)).toEqual({
        [stock]: ['owner', 'platform-owner', 'product-owner'],
        [results]: ['platform-owner'],
      });
      expect(await allOf('carla')).not.toHaveProperty(results);
    });
  },
);
