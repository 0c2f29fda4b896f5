import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  catalogEntityCreatePermission,
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogIngestionReadPermission,
  catalogLocationCreatePermission,
  catalogLocationReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  checkInCreatePermission,
  dataMeshReadPermission,
  evidenceWritePermission,
  goalManagePermission,
  personErasePermission,
  projectionManagePermission,
  ruleSetManagePermission,
  waiverManagePermission,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import {
  actionExecutePermission,
  taskCancelPermission,
  taskCreatePermission,
  taskReadPermission,
  templateDryRunPermission,
  templateManagementPermission,
  templateParameterReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import {
  unprocessedEntitiesDeletePermission,
  unprocessedEntitiesReadPermission,
} from '@backstage/plugin-catalog-unprocessed-entities-common';
import {
  AuthorizeResult,
  createPermission,
  Permission,
} from '@backstage/plugin-permission-common';
import { DemoPermissionPolicy } from './DemoPermissionPolicy';

const { ALLOW, DENY, CONDITIONAL } = AuthorizeResult;

const somethingNew = createPermission({
  name: 'something.new',
  attributes: { action: 'update' },
});

describe('DemoPermissionPolicy', () => {
  const groupsOf: Record<string, string[]> = {
    'user:default/tomas.reyes': ['group:default/team-lab-data'],
    'user:default/jonas.lindqvist': ['group:default/alvenro'],
    'user:default/bea.ruiz': ['group:default/mesh-enablement'],
  };

  async function decide(permission: Permission, userRef?: string) {
    const info = {
      userEntityRef: userRef ?? '',
      ownershipEntityRefs: userRef ? [userRef, ...groupsOf[userRef]] : [],
    };
    const policy = new DemoPermissionPolicy({
      userInfo: mockServices.userInfo.mock({ getUserInfo: async () => info }),
      platformOwners: [
        'user:default/jonas.lindqvist',
        'group:default/Mesh-Enablement',
      ],
    });
    return policy.handle(
      { permission },
      userRef
        ? { credentials: mockCredentials.user(userRef), info }
        : undefined,
    );
  }

  it.each([
    [catalogEntityReadPermission, ALLOW],
    [dataMeshReadPermission, ALLOW],
    [evidenceWritePermission, ALLOW],
    [waiverManagePermission, DENY],
    [ruleSetManagePermission, DENY],
    [projectionManagePermission, DENY],
    [personErasePermission, DENY],
    [goalManagePermission, CONDITIONAL],
    [checkInCreatePermission, CONDITIONAL],
    [catalogEntityDeletePermission, CONDITIONAL],
    [catalogEntityRefreshPermission, CONDITIONAL],
    [catalogEntityCreatePermission, DENY],
    [catalogLocationReadPermission, DENY],
    [catalogLocationCreatePermission, DENY],
    [catalogIngestionReadPermission, DENY],
    [unprocessedEntitiesReadPermission, DENY],
    [unprocessedEntitiesDeletePermission, DENY],
    [templateParameterReadPermission, ALLOW],
    [taskCreatePermission, ALLOW],
    [actionExecutePermission, ALLOW],
    [taskReadPermission, ALLOW],
    [taskCancelPermission, CONDITIONAL],
    [templateDryRunPermission, DENY],
    [templateManagementPermission, DENY],
    [somethingNew, DENY],
  ])('$name', async (permission, expected) => {
    const signedOut = await decide(permission);
    const productOwner = await decide(permission, 'user:default/tomas.reyes');
    const meshLead = await decide(permission, 'user:default/jonas.lindqvist');
    const enablement = await decide(permission, 'user:default/bea.ruiz');

    expect(signedOut.result).toBe(DENY);
    expect(productOwner.result).toBe(expected);
    expect(meshLead.result).toBe(ALLOW);
    expect(enablement.result).toBe(ALLOW);
  });

  it('lets people stop what they started', async () => {
    await expect(
      decide(taskCancelPermission, 'user:default/tomas.reyes'),
    ).resolves.toMatchObject({
      pluginId: 'scaffolder',
      conditions: {
        rule: 'IS_TASK_OWNER',
        params: { createdBy: ['user:default/tomas.reyes'] },
      },
    });
  });

  it('lets people change what they or their groups own', async () => {
    await expect(
      decide(catalogEntityDeletePermission, 'user:default/tomas.reyes'),
    ).resolves.toMatchObject({
      pluginId: 'catalog',
      conditions: {
        rule: 'IS_ENTITY_OWNER',
        params: {
          claims: ['user:default/tomas.reyes', 'group:default/team-lab-data'],
        },
      },
    });
  });

  it('lets people write goals that are theirs, and report what they work on', async () => {
    const claims = ['user:default/tomas.reyes', 'group:default/team-lab-data'];
    const theirs = ['IS_NODE_OWNER', 'IS_DOMAIN_OWNER'];
    for (const [permission, rules] of [
      [goalManagePermission, theirs],
      [checkInCreatePermission, [...theirs, 'IS_MEASURE_OWNER']],
    ] as const) {
      await expect(
        decide(permission, 'user:default/tomas.reyes'),
      ).resolves.toMatchObject({
        pluginId: 'data-mesh',
        resourceType: 'data-mesh-node',
        conditions: {
          anyOf: rules.map(rule => ({ rule, params: { claims } })),
        },
      });
    }
  });
});
