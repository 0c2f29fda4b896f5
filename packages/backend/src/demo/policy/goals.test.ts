import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { httpAuthServiceFactory } from '@backstage/backend-defaults/httpAuth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { Permission } from '@backstage/plugin-permission-common';
import dataMeshPlugin from '@backstage-data-mesh/plugin-data-mesh-backend';
import {
  checkInCreatePermission,
  goalManagePermission,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import request from 'supertest';
import { parseAllDocuments } from 'yaml';
import { demoPolicyModule } from './module';

const INFO = resolve(__dirname, '../../../../../catalog-info');
const PLATFORM_OWNER = 'jonas.lindqvist';

jest.setTimeout(120_000);

/** People, groups and domains of the demo, related as the catalog does it. */
const ENTITIES: Entity[] = [
  ...readdirSync(join(INFO, 'org')).map(name => join('org', name)),
  'domains.yaml',
].flatMap(file =>
  parseAllDocuments(readFileSync(join(INFO, file), 'utf8')).map(document =>
    related(document.toJS()),
  ),
);

function related(entity: Entity): Entity {
  const {
    parent,
    owner,
    memberOf = [],
  } = entity.spec as {
    parent?: string;
    owner?: string;
    memberOf?: string[];
  };
  const to = (type: string, ...names: string[]) =>
    names.map(name => ({
      type,
      targetRef: name.includes(':') ? name : `group:default/${name}`,
    }));
  return {
    ...entity,
    metadata: { namespace: 'default', ...entity.metadata },
    relations: [
      ...to('childOf', ...(parent ? [parent] : [])),
      ...to('ownedBy', ...(owner ? [owner] : [])),
      ...to('memberOf', ...memberOf),
    ],
  };
}

/** As the sign-in has it: a person and the groups right above. */
const userInfo = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo({ principal }) {
      const { userEntityRef = '' } = principal as { userEntityRef?: string };
      const user = ENTITIES.find(
        entity => stringifyEntityRef(entity) === userEntityRef,
      );
      return {
        userEntityRef,
        ownershipEntityRefs: [
          userEntityRef,
          ...(user?.relations ?? []).map(({ targetRef }) => targetRef),
        ],
      };
    },
  }),
});

/** Notes, as the real one does, that a plugin asks on behalf of a person. */
const auth = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory: ({ plugin }) => {
    const mock = mockServices.auth({ pluginId: plugin.getId() });
    const authenticate = mock.authenticate.bind(mock);
    mock.authenticate = async (token, options) => {
      const credentials = await authenticate(token, options);
      const { userEntityRef } = credentials.principal as {
        userEntityRef?: string;
      };
      return userEntityRef &&
        token !== mockCredentials.user.token(userEntityRef)
        ? mockCredentials.user(userEntityRef, { actor: { subject: 'plugin' } })
        : credentials;
    };
    return mock;
  },
});

const domain = (name: string) => `domain:default/${name}`;
const team = (name: string) => `group:default/${name}`;

/** A part of the demo's tree. */
const NODES: { id: string; kind: string; parentId?: string; fields: object }[] =
  [
    { id: 'V-1', kind: 'vision', fields: { owner: team('alvenro') } },
    {
      id: 'CG-1',
      kind: 'goal',
      parentId: 'V-1',
      fields: { owner: team('alvenro'), sponsor: 'user:default/amara.okafor' },
    },
    {
      id: 'DG-1',
      kind: 'goal',
      parentId: 'CG-1',
      fields: { domain: domain('diagnostics'), owner: team('team-lab-data') },
    },
    { id: 'B-02', kind: 'bet', parentId: 'DG-1', fields: {} },
    {
      id: 'I-02',
      kind: 'initiative',
      parentId: 'B-02',
      fields: {
        owner: team('team-lab-data'),
        teams: [team('team-patient-access')],
      },
    },
    {
      id: 'DG-2',
      kind: 'goal',
      parentId: 'CG-1',
      fields: { domain: domain('patient-services') },
    },
  ];

const measure = (id: string, primary: boolean) => ({
  name: id,
  class: 'customer-value',
  timing: 'lagging',
  direction: 'increase',
  unit: 'h',
  baseline: { value: 0, date: '2020-01-01' },
  target: { value: 100, date: '2040-01-01' },
  cadenceDays: 30,
  primary,
});

describe('the goals of the demo', () => {
  let backend: TestBackend;
  const measures: Record<string, string> = {};

  const send = (
    who: string,
    method: 'get' | 'post' | 'patch' | 'delete',
    path: string,
    body?: object,
  ) =>
    request(backend.server)
      [method](`/api/data-mesh${path}`)
      .set('Authorization', mockCredentials.user.header(`user:default/${who}`))
      .send(body);

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        dataMeshPlugin,
        permissionPlugin,
        demoPolicyModule,
        permissionsServiceFactory,
        auth,
        httpAuthServiceFactory,
        userInfo,
        catalogServiceMock.factory({ entities: ENTITIES }),
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
            dataMeshDemo: {
              platformOwners: [`user:default/${PLATFORM_OWNER}`],
            },
          },
        }),
      ],
    });
    for (;;) {
      const { body } = await send(PLATFORM_OWNER, 'get', '/status');
      if (body.lastCompleteAt) {
        break;
      }
      await new Promise(done => setTimeout(done, 50));
    }
    for (const { fields, ...node } of NODES) {
      const added = await send(PLATFORM_OWNER, 'post', '/value-nodes', {
        ...node,
        fields: { title: node.id, ...fields },
        measures: node.kind === 'goal' ? [measure(node.id, true)] : [],
      }).expect(201);
      measures[node.id] = added.body.measures[0]?.id;
    }
  });
  afterAll(() => backend.stop());

  const versionOf = async (id: string): Promise<number> => {
    const { body } = await send(PLATFORM_OWNER, 'get', `/value-nodes/${id}`);
    return body.node.version;
  };

  /** What a person may do, as the answers to all of it tell. */
  async function tried(who: string): Promise<Record<string, string>> {
    const done: Record<string, string[]> = { edit: [], add: [], checkIn: [] };
    for (const { id, kind } of NODES) {
      const edited = await send(who, 'patch', `/value-nodes/${id}`, {
        version: await versionOf(id),
        fields: { description: `As ${who} has it` },
      });
      done.edit.push(...(edited.status === 200 ? [id] : []));
      const below = { vision: 'goal', goal: 'bet', bet: 'initiative' }[kind];
      const added = await send(who, 'post', '/value-nodes', {
        kind: below ?? 'bet',
        parentId: id,
        fields: { title: 'One more', owner: `user:default/${who}` },
      });
      done.add.push(...(added.status === 201 ? [id] : []));
      const checkedIn =
        measures[id] &&
        (await send(who, 'post', `/measures/${measures[id]}/check-ins`, {
          date: '2026-01-01',
          value: 50,
        }));
      done.checkIn.push(...(checkedIn && checkedIn.status < 300 ? [id] : []));
      for (const { status } of [edited, added]) {
        expect([200, 201, 400, 403]).toContain(status);
      }
    }
    return Object.fromEntries(
      Object.entries(done).map(([what, ids]) => [what, ids.join(' ')]),
    );
  }

  /** What the same person is shown to be allowed. */
  async function shown(who: string): Promise<Record<string, string>> {
    const { body } = await send(who, 'get', '/value-tree');
    const known = new Set(NODES.map(({ id }) => id));
    type Shown = {
      id: string;
      may: string[];
      primary?: { may: string[] };
    };
    const which = (may: (node: Shown) => boolean | undefined) =>
      NODES.map(({ id }) => id)
        .filter(id =>
          may(
            body.nodes.find((node: Shown) => node.id === id && known.has(id)),
          ),
        )
        .join(' ');
    return {
      edit: which(node => node.may.includes('edit')),
      checkIn: which(node => node.primary?.may.includes('check-in')),
    };
  }

  const none = { edit: '', add: '', checkIn: '' };

  it.each<[string, string, Record<string, string>]>([
    [
      'the owner of a domain',
      'priya.natarajan',
      { edit: 'DG-1 B-02 I-02', add: 'DG-1 B-02', checkIn: 'DG-1' },
    ],
    [
      'a data lead in a team below the owning one',
      'tomas.reyes',
      { edit: 'DG-1 B-02 I-02', add: 'DG-1 B-02', checkIn: 'DG-1' },
    ],
    [
      'an engineer in a team below the owning one',
      'elin.strand',
      { edit: 'DG-1 B-02 I-02', add: 'DG-1 B-02', checkIn: 'DG-1' },
    ],
    [
      'the owner of another domain',
      'helen.brandt',
      { edit: 'DG-2', add: 'DG-2', checkIn: 'DG-2' },
    ],
    [
      // whose team works on an initiative of the first
      'an engineer of another domain',
      'sofia.marino',
      { edit: 'DG-2', add: 'DG-2', checkIn: 'DG-1 DG-2' },
    ],
    ['an engineer of a third domain', 'noor.aziz', none],
    ['a reader', 'ruth.adeyemi', none],
    [
      'the sponsor of a company goal',
      'amara.okafor',
      { edit: 'V-1 CG-1', add: 'V-1 CG-1', checkIn: 'CG-1' },
    ],
    [
      'a platform owner',
      PLATFORM_OWNER,
      {
        edit: 'V-1 CG-1 DG-1 B-02 I-02 DG-2',
        add: 'V-1 CG-1 DG-1 B-02 DG-2',
        checkIn: 'CG-1 DG-1 DG-2',
      },
    ],
  ])(
    '%s, %s, changes and reports what is theirs',
    async (_role, who, expected) => {
      expect(await tried(who)).toEqual(expected);
      const { add: _add, ...visible } = expected;
      expect(await shown(who)).toEqual(visible);
    },
  );

  it('moves a bet only for whom both goals are theirs', async () => {
    const move = async (who: string, parentId: string) => {
      const { status } = await send(who, 'post', '/value-nodes/B-02/move', {
        version: await versionOf('B-02'),
        parentId,
      });
      return status;
    };
    expect(await move('priya.natarajan', 'DG-2')).toBe(403);
    expect(await move('helen.brandt', 'DG-2')).toBe(403);
    expect(await move(PLATFORM_OWNER, 'DG-2')).toBe(200);
    expect(await move('priya.natarajan', 'DG-1')).toBe(403);
    expect(await move('helen.brandt', 'DG-1')).toBe(403);
    expect(await move(PLATFORM_OWNER, 'DG-1')).toBe(200);
  });

  it('gives a goal to another domain only for whom both are theirs', async () => {
    const give = async (who: string, name: string) => {
      const { status } = await send(who, 'patch', '/value-nodes/DG-2', {
        version: await versionOf('DG-2'),
        fields: { domain: domain(name) },
      });
      return status;
    };
    expect(await give('helen.brandt', 'diagnostics')).toBe(403);
    expect(await give('priya.natarajan', 'diagnostics')).toBe(403);
    expect(await give(PLATFORM_OWNER, 'diagnostics')).toBe(200);
    expect(await give(PLATFORM_OWNER, 'patient-services')).toBe(200);
  });

  it('lets nobody take part by naming themselves', async () => {
    const added = await send('noor.aziz', 'post', '/value-nodes', {
      kind: 'goal',
      parentId: 'CG-1',
      fields: {
        title: 'Mine',
        domain: domain('diagnostics'),
        owner: 'user:default/noor.aziz',
      },
    });
    expect(added.status).toBe(403);
    expect(added.body.error.name).toBe('NotAllowedError');
  });

  it('is known to the permission framework by the ids of nodes', async () => {
    const ask = async (who: string, permission: Permission) => {
      const { body } = await request(backend.server)
        .post('/api/permission/authorize')
        .set(
          'Authorization',
          mockCredentials.user.header(`user:default/${who}`),
        )
        .send({ items: [{ id: '1', permission, resourceRef: 'DG-1' }] });
      return body.items[0].result;
    };
    expect(await ask('tomas.reyes', goalManagePermission)).toBe('ALLOW');
    expect(await ask('sofia.marino', goalManagePermission)).toBe('DENY');
    expect(await ask('sofia.marino', checkInCreatePermission)).toBe('ALLOW');
    expect(await ask('noor.aziz', checkInCreatePermission)).toBe('DENY');
  });
});
