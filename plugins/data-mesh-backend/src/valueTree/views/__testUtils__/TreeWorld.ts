import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  checkInCreatePermission,
  goalManagePermission,
  MeasureFields,
  NodeFields,
  NodeKind,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { Visibility } from '../../../visibility/Visibility';
import { keptMeasure, keptNode } from '../../__testUtils__/kept';
import { NodeRights } from '../../rights/NodeRights';
import {
  createDataMeshConditionalDecision,
  dataMeshConditions,
  nodeRules,
} from '../../rights/rules';
import { CheckInStore, StoredCheckIn } from '../../store/CheckInStore';
import { LinkStore, StoredLink } from '../../store/LinkStore';
import { MeasureStore, StoredMeasure } from '../../store/MeasureStore';
import { NodeStore, StoredNode } from '../../store/NodeStore';
import { ValueTreeViews } from '../ValueTreeViews';

const AT = '2026-01-01T00:00:00.000Z';
export const TODAY = '2026-07-01';

export function nodeOf(
  id: string,
  kind: NodeKind,
  parentId?: string,
  fields: Partial<NodeFields> = {},
  more: Partial<Omit<StoredNode, 'fields'>> = {},
): StoredNode {
  return keptNode(id, { kind, parentId, fields, ...more });
}

/** To rise from 0 at the start of the year to 100 at its end. */
export function measureOf(
  id: string,
  nodeId: string,
  reading: number | undefined,
  fields: Partial<MeasureFields> = {},
  more: Partial<Omit<StoredMeasure, 'fields'>> = {},
): StoredMeasure {
  return keptMeasure(id, nodeId, {
    position: 1,
    readings:
      reading === undefined ? [] : [{ date: '2026-06-30', value: reading }],
    fields: {
      name: `Name of ${id}`,
      timing: 'leading',
      direction: 'increase',
      baseline: { value: 0, date: '2026-01-01' },
      target: { value: 100, date: '2026-12-31' },
      ...fields,
    },
    ...more,
  });
}

export function linkOf(
  nodeId: string,
  ref: string,
  more: Partial<StoredLink> = {},
): StoredLink {
  return {
    id: `${nodeId}-${ref}`,
    nodeId,
    provider: 'catalog',
    ref,
    by: 'user:default/ann',
    createdAt: AT,
    ...more,
  };
}

export function checkInOf(
  id: string,
  measureId: string,
  date: string,
  value: number,
  more: Partial<StoredCheckIn> = {},
): StoredCheckIn {
  return {
    id,
    measureId,
    date,
    value,
    by: 'user:default/ann',
    at: `${date}T12:00:00.000Z`,
    ...more,
  };
}

export async function insertTree(
  knex: Knex,
  tree: {
    nodes?: StoredNode[];
    measures?: StoredMeasure[];
    links?: StoredLink[];
    checkIns?: StoredCheckIn[];
  },
): Promise<void> {
  await new NodeStore(knex).insert(tree.nodes ?? []);
  await new MeasureStore(knex).insert(tree.measures ?? []);
  await new LinkStore(knex).insert(tree.links ?? []);
  await new CheckInStore(knex).insert(tree.checkIns ?? []);
}

/** The views, for a caller of whom a test says what is seen and allowed. */
export class TreeWorld {
  readonly views: ValueTreeViews;
  readonly caller = mockCredentials.user('user:default/ann');
  readonly permissions = mockServices.permissions.mock();
  visibility: Visibility = 'all';
  mayRead = true;

  constructor(knex: Knex) {
    this.views = new ValueTreeViews({
      knex,
      visibility: {
        resolve: async () => {
          if (!this.mayRead) {
            throw new NotAllowedError('may not read');
          }
          return this.visibility;
        },
      },
      rights: new NodeRights({
        knex,
        permissions: this.permissions,
        ruleset: {
          getRuleByName: name =>
            Object.values(nodeRules).find(rule => rule.name === name)!,
        },
      }),
      now: () => new Date(`${TODAY}T23:30:00Z`),
    });
    this.grantAll();
  }

  /** As to a platform owner. */
  grantAll(): void {
    this.#decide([
      { result: AuthorizeResult.ALLOW },
      { result: AuthorizeResult.ALLOW },
    ]);
  }

  grantNothing(): void {
    this.#decide([
      { result: AuthorizeResult.DENY },
      { result: AuthorizeResult.DENY },
    ]);
  }

  /** As the demo's policy does. */
  grantTo(...claims: string[]): void {
    const isNodeOwner = dataMeshConditions.isNodeOwner({ claims });
    const isDomainOwner = dataMeshConditions.isDomainOwner({ claims });
    const isMeasureOwner = dataMeshConditions.isMeasureOwner({ claims });
    this.#decide([
      createDataMeshConditionalDecision(goalManagePermission, {
        anyOf: [isNodeOwner, isDomainOwner],
      }),
      createDataMeshConditionalDecision(checkInCreatePermission, {
        anyOf: [isNodeOwner, isDomainOwner, isMeasureOwner],
      }),
    ]);
  }

  #decide(decisions: PolicyDecision[]): void {
    this.permissions.authorizeConditional.mockResolvedValue(decisions);
  }
}
