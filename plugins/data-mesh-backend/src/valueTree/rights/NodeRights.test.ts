import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  checkInCreatePermission,
  goalManagePermission,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { entityOf } from '../../__testUtils__/entities';
import { FakeCatalog } from '../../__testUtils__/FakeCatalog';
import {
  createProjection,
  createTestDatabases,
  migrated,
} from '../../__testUtils__/projection';
import { addNodeResourceType } from './addNodeResourceType';
import { KeptNode, NodeRights } from './NodeRights';
import { DataMeshNodeResource } from './resource';
import {
  createDataMeshConditionalDecision,
  dataMeshConditions,
  nodeRules,
} from './rules';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const group = (name: string, parent?: string) =>
  entityOf('Group', name, { type: 'team', ...(parent && { parent }) });

/** The lab owns diagnostics; its data team has a team below again. */
const ENTITIES = [
  group('company', 'circle'),
  group('circle', 'company'), // that somebody made by mistake
  group('lab', 'company'),
  group('lab-data', 'lab'),
  group('lab-night', 'lab-data'),
  group('depot', 'company'),
  group('clinics', 'company'),
  entityOf(
    'Domain',
    'diagnostics',
    { owner: 'lab' },
    {
      annotations: {
        'backstage-data-mesh.io/domain-owner': 'user:default/Priya',
        'backstage-data-mesh.io/data-lead': 'tomas',
      },
    },
  ),
  entityOf('Domain', 'supply', { owner: 'depot' }),
  entityOf('Domain', 'nobodys'),
];

const diagnostics = 'domain:default/diagnostics';
const supply = 'domain:default/supply';

const node = (
  id: string,
  kind: KeptNode['kind'],
  parentId?: string,
  fields: KeptNode['fields'] = {},
): KeptNode => ({ id, kind, parentId, fields });

const NODES = [
  node('V', 'vision', undefined, { owner: 'user:default/ceo' }),
  node('CG', 'goal', 'V', { owner: 'user:default/jonas' }),
  node('DG', 'goal', 'CG', {
    domain: diagnostics,
    owner: 'group:default/lab-data',
    sponsor: 'user:default/sponsor',
  }),
  node('B', 'bet', 'DG', { owner: 'user:default/better' }),
  node('I', 'initiative', 'B', {
    owner: 'group:default/lab-data',
    teams: ['group:default/clinics'],
  }),
  node('SG', 'goal', 'CG', { domain: supply, owner: 'user:default/carla' }),
  // of diagnostics, below a goal of another domain
  node('DG2', 'goal', 'SG', { domain: diagnostics }),
  // written somehow: a bet has no domain of its own
  node('SB', 'bet', 'SG', { domain: diagnostics }),
  node('adrift', 'bet', 'gone', { owner: 'user:default/better' }),
  node('ring1', 'goal', 'ring2', { domain: supply }),
  node('ring2', 'goal', 'ring1'),
];
const byId = new Map(NODES.map(one => [one.id, one]));
const ALL = NODES.map(({ id }) => id);

/** What the demo's policy says to whom has these claims. */
function byClaims(claims: string[]): PolicyDecision[] {
  const isNodeOwner = dataMeshConditions.isNodeOwner({ claims });
  const isDomainOwner = dataMeshConditions.isDomainOwner({ claims });
  const isMeasureOwner = dataMeshConditions.isMeasureOwner({ claims });
  return [
    createDataMeshConditionalDecision(goalManagePermission, {
      anyOf: [isNodeOwner, isDomainOwner],
    }),
    createDataMeshConditionalDecision(checkInCreatePermission, {
      anyOf: [isNodeOwner, isDomainOwner, isMeasureOwner],
    }),
  ];
}

describe.each(databases.eachSupportedId())('NodeRights on %s', id => {
  let knex: Knex;
  const statements: string[] = [];
  const permissions = mockServices.permissions.mock();

  beforeAll(async () => {
    knex = await migrated(await databases.init(id));
    await createProjection(knex, new FakeCatalog(ENTITIES)).pass.run();
    knex.on('query', ({ sql }) => statements.push(sql));
  });
  beforeEach(() => {
    statements.length = 0;
    jest.clearAllMocks();
  });

  async function rightsBy(decisions: PolicyDecision[]) {
    permissions.authorizeConditional.mockResolvedValue(decisions);
    return new NodeRights({
      knex,
      permissions,
      ruleset: {
        getRuleByName: name =>
          Object.values(nodeRules).find(rule => rule.name === name)!,
      },
    }).forCaller(mockCredentials.user(), NODES);
  }
  const rightsOf = (...names: string[]) =>
    rightsBy(
      byClaims(
        names.map(name => (name.includes(':') ? name : `user:default/${name}`)),
      ),
    );
  const measure = { fields: { owner: 'user:default/reader' } };

  it.each<[string, string[], string[], string[], boolean]>([
    // of which one may manage, besides them check in, and whether to add goals
    [
      'an owner group',
      ['x', 'group:default/lab'],
      ['DG', 'B', 'I', 'DG2'],
      [],
      true,
    ],
    [
      'two groups below',
      ['x', 'group:default/lab-night'],
      ['DG', 'B', 'I', 'DG2'],
      [],
      true,
    ],
    ['the data lead', ['tomas'], ['DG', 'B', 'I', 'DG2'], [], true],
    ['the domain owner', ['priya'], ['DG', 'B', 'I', 'DG2'], [], true],
    ['the group above', ['x', 'group:default/company'], [], [], false],
    [
      'another domain',
      ['x', 'group:default/depot'],
      ['SG', 'SB', 'ring1', 'ring2'],
      [],
      true,
    ],
    ['the sponsor of a goal', ['sponsor'], ['DG', 'B', 'I'], [], false],
    ['the owner of a bet', ['better'], ['B', 'I', 'adrift'], [], false],
    ['the owner of the vision', ['ceo'], ['V', 'CG'], [], false],
    ['the owner of a company goal', ['jonas'], ['CG'], [], false],
    ['the owner of a goal', ['carla'], ['SG', 'SB'], [], false],
    [
      'a team of an initiative',
      ['x', 'group:default/clinics'],
      [],
      ['DG', 'B', 'I'],
      false,
    ],
    ['the owner of the measure', ['reader'], [], ALL, false],
    ['anybody', ['anybody'], [], [], false],
  ])('%s', async (_who, names, manage, checkIn, addsGoals) => {
    const rights = await rightsOf(...names);
    const which = (may: (one: KeptNode) => boolean) =>
      NODES.filter(may).map(one => one.id);
    expect(which(rights.mayManage)).toEqual(
      ALL.filter(one => manage.includes(one)),
    );
    expect(which(one => rights.mayCheckIn(one, measure))).toEqual(
      ALL.filter(one => [...manage, ...checkIn].includes(one)),
    );
    expect(rights.managesADomain()).toBe(addsGoals);
    expect(permissions.authorizeConditional).toHaveBeenCalledTimes(1);
    expect(statements).toHaveLength(2);
  });

  describe('to place a node', () => {
    const draft = (
      kind: KeptNode['kind'],
      parentId?: string,
      fields: KeptNode['fields'] = {},
    ) => ({ kind, parentId, fields });

    it.each<[string, string[], ReturnType<typeof draft>, boolean]>([
      ['below one’s own', ['better'], draft('initiative', 'B'), true],
      ['a bet in one’s domain', ['tomas'], draft('bet', 'DG'), true],
      ['a bet elsewhere', ['tomas'], draft('bet', 'SG'), false],
      [
        'a goal at the top',
        ['tomas'],
        draft('goal', undefined, { domain: diagnostics }),
        true,
      ],
      [
        'a goal for the company',
        ['tomas'],
        draft('goal', 'CG', { domain: diagnostics }),
        true,
      ],
      ['a goal of no domain', ['tomas'], draft('goal', 'CG'), false],
      [
        'a goal of another domain',
        ['tomas'],
        draft('goal', 'CG', { domain: supply }),
        false,
      ],
      [
        'a goal of no known domain',
        ['tomas'],
        draft('goal', 'CG', { domain: 'domain:default/none' }),
        false,
      ],
      [
        'a goal of nobody’s domain',
        ['x', 'group:default/unknown'],
        draft('goal', 'CG', { domain: 'domain:default/nobodys' }),
        false,
      ],
      [
        'below a goal of another domain',
        ['tomas'],
        draft('goal', 'SG', { domain: diagnostics }),
        false,
      ],
      [
        'with the right on both',
        ['tomas', 'carla'],
        draft('goal', 'SG', { domain: diagnostics }),
        true,
      ],
      [
        'naming oneself its owner',
        ['anybody'],
        draft('goal', 'CG', {
          domain: supply,
          owner: 'user:default/anybody',
          sponsor: 'user:default/anybody',
        }),
        false,
      ],
      [
        'naming oneself, for the company',
        ['anybody'],
        draft('goal', undefined, { owner: 'user:default/anybody' }),
        false,
      ],
      [
        'naming a domain in a bet',
        ['tomas'],
        draft('bet', 'SG', { domain: diagnostics }),
        false,
      ],
      ['below what is gone', ['tomas'], draft('bet', 'gone'), false],
      [
        'below a company goal of one’s own',
        ['jonas'],
        draft('goal', 'CG'),
        true,
      ],
    ])('%s', async (_how, names, placed, expected) => {
      expect((await rightsOf(...names)).mayPlace(placed)).toBe(expected);
    });

    it('takes the right on both ends of a move', async () => {
      const bet = byId.get('B')!;
      const moved = { ...bet, parentId: 'SG' };
      const lead = await rightsOf('tomas');
      expect([lead.mayManage(bet), lead.mayPlace(moved)]).toEqual([
        true,
        false,
      ]);
      const depot = await rightsOf('x', 'group:default/depot');
      expect([depot.mayManage(bet), depot.mayPlace(moved)]).toEqual([
        false,
        true,
      ]);
      const both = await rightsOf('tomas', 'carla');
      expect([both.mayManage(bet), both.mayPlace(moved)]).toEqual([true, true]);
    });
  });

  it('follows a policy that names domains', async () => {
    const rights = await rightsBy([
      createDataMeshConditionalDecision(
        goalManagePermission,
        dataMeshConditions.hasDomain({ domains: [supply] }),
      ),
      { result: AuthorizeResult.DENY },
    ]);
    expect(NODES.filter(rights.mayManage).map(one => one.id)).toEqual([
      'SG',
      'SB',
      'ring1',
      'ring2',
    ]);
    expect(NODES.some(one => rights.mayCheckIn(one, measure))).toBe(false);
  });

  it.each([
    [AuthorizeResult.ALLOW, AuthorizeResult.ALLOW],
    [AuthorizeResult.DENY, AuthorizeResult.DENY],
    // a token that is restricted to check-ins
    [AuthorizeResult.DENY, AuthorizeResult.ALLOW],
  ] as const)('%s, %s: takes it without reading', async (manage, checkIn) => {
    const rights = await rightsBy([{ result: manage }, { result: checkIn }]);
    const may = manage === AuthorizeResult.ALLOW;
    const company = { kind: 'goal', fields: {} } as const;
    expect(NODES.every(one => rights.mayManage(one) === may)).toBe(true);
    expect(rights.mayPlace(company)).toBe(may);
    expect(rights.managesADomain()).toBe(may);
    expect(
      NODES.every(
        one =>
          rights.mayCheckIn(one, measure) ===
          (checkIn === AuthorizeResult.ALLOW),
      ),
    ).toBe(true);
    expect(statements).toEqual([]);
  });

  it('shows nodes to the permission framework by their ids', async () => {
    const registry = mockServices.permissionsRegistry.mock();
    addNodeResourceType(registry, {
      knex,
      readNodes: async () => ({
        nodes: NODES,
        measures: [{ nodeId: 'I', ...measure }],
      }),
    });
    const [{ getResources }] = registry.addResourceType.mock.calls[0];
    const resources = (await getResources!(['I', 'V', 'none'])) as (
      | DataMeshNodeResource
      | undefined
    )[];
    expect(resources).toEqual([
      {
        domain: diagnostics,
        owners: [
          'group:default/lab-data',
          'user:default/better',
          'user:default/sponsor',
        ],
        domainOwners: [
          'group:default/lab',
          'group:default/lab-data',
          'group:default/lab-night',
          'user:default/priya',
          'user:default/tomas',
        ],
        measureOwners: [
          'user:default/reader',
          'group:default/lab-data',
          'group:default/clinics',
        ],
      },
      {
        owners: ['user:default/ceo'],
        domainOwners: [],
        measureOwners: [],
      },
      undefined,
    ]);
  });
});
