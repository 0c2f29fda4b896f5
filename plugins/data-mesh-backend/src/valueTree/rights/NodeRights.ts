import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  PermissionRuleset,
} from '@backstage/plugin-permission-node';
import {
  checkInCreatePermission,
  goalManagePermission,
  MeasureFields,
  NodeFields,
  NodeKind,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { DomainOwners } from './DomainOwners';
import { NodeResources } from './NodeResources';
import { DataMeshNodeResource } from './resource';

/** What rights are told from: a node, or one that is about to be added. */
export type NodeOfRights = {
  /** Absent for one that is about to be added. */
  id?: string;
  kind: NodeKind;
  parentId?: string;
  fields: Pick<NodeFields, 'domain' | 'owner' | 'sponsor' | 'teams'>;
};

/** A node that is there. */
export type KeptNode = NodeOfRights & { id: string };

type MeasureOfRights = { fields: Pick<MeasureFields, 'owner'> };

/** What a caller may do in the value tree; told without asking any further. */
export interface CallerNodeRights {
  /** Whether the caller may change, decide on, link or delete a node. */
  mayManage(node: KeptNode): boolean;

  /**
   * Whether the caller may put a node in that place: to add one, and, besides
   * {@link mayManage} of how it is now, to move one or give it another domain.
   * Whom the node itself names as owner and sponsor does not count: nobody
   * gets a right by writing down their own name. Below a node of another
   * domain it takes the right on both.
   */
  mayPlace(node: NodeOfRights): boolean;

  mayCheckIn(node: KeptNode, measure: MeasureOfRights): boolean;

  /** Whether there is a domain in which the caller may add goals. */
  managesADomain(): boolean;
}

/** Tells what callers may do in the value tree. */
export class NodeRights {
  readonly #knex: Knex;
  readonly #permissions: PermissionsService;
  readonly #isAllowed: (
    decision: PolicyDecision,
    resource: DataMeshNodeResource,
  ) => boolean;

  /** @param options - `ruleset`: of the resource type `data-mesh-node` */
  constructor(options: {
    knex: Knex;
    permissions: PermissionsService;
    ruleset: PermissionRuleset<DataMeshNodeResource>;
  }) {
    this.#knex = options.knex;
    this.#permissions = options.permissions;
    this.#isAllowed = createConditionAuthorizer(options.ruleset);
  }

  /**
   * In one request to the permission framework and at most two statements,
   * however many nodes there are.
   *
   * @param nodes - all nodes of the tree, or at least those that will be asked
   *   about with all above and below them
   */
  async forCaller(
    credentials: BackstageCredentials,
    nodes: readonly KeptNode[],
  ): Promise<CallerNodeRights> {
    const [manage, checkIn] = await this.#permissions.authorizeConditional(
      [
        { permission: goalManagePermission },
        { permission: checkInCreatePermission },
      ],
      { credentials },
    );
    const owners = [manage, checkIn].some(isConditional)
      ? await DomainOwners.read(this.#knex)
      : DomainOwners.none;
    return this.#rightsOf(
      { manage, checkIn },
      owners,
      new NodeResources(nodes, owners),
    );
  }

  #rightsOf(
    { manage, checkIn }: { manage: PolicyDecision; checkIn: PolicyDecision },
    owners: DomainOwners,
    resources: NodeResources,
  ): CallerNodeRights {
    // Conditions alone need a resource, which takes time to put together.
    const decide = (
      decision: PolicyDecision,
      resource: () => DataMeshNodeResource,
    ) =>
      isConditional(decision)
        ? this.#isAllowed(decision, resource())
        : decision.result === AuthorizeResult.ALLOW;
    // Asked about again and again: of a node, and of each of its measures.
    const managed = new Map<KeptNode, boolean>();
    const mayManage = (node: KeptNode) => {
      const known =
        managed.get(node) ?? decide(manage, () => resources.of(node));
      managed.set(node, known);
      return known;
    };
    const mayPlace = (node: NodeOfRights) => {
      const foreign = resources.foreignParentOf(node);
      return (
        decide(manage, () => resources.ofPlaced(node)) &&
        (!foreign || mayManage(foreign))
      );
    };
    const findDomain = () =>
      manage.result === AuthorizeResult.ALLOW ||
      owners.domains.some(domain =>
        mayPlace({ kind: 'goal', fields: { domain } }),
      );
    let managesADomain: boolean | undefined;
    return {
      mayManage,
      mayPlace,
      mayCheckIn: (node, measure) =>
        decide(checkIn, () => resources.ofReported(node, measure.fields.owner)),
      managesADomain: () => (managesADomain ??= findDomain()),
    };
  }
}

function isConditional({ result }: PolicyDecision): boolean {
  return result === AuthorizeResult.CONDITIONAL;
}
