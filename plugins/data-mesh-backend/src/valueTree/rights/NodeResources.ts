import { groupBy } from '../../lists';
import { DomainOwners } from './DomainOwners';
import { NodePaths } from './NodePaths';
import type { KeptNode, NodeOfRights } from './NodeRights';
import { DataMeshNodeResource } from './resource';

/** Puts together what permission rules know of nodes. */
export class NodeResources {
  readonly #paths: NodePaths<KeptNode>;
  readonly #childrenOf: ReadonlyMap<string, readonly KeptNode[]>;
  readonly #domainOwners: Pick<DomainOwners, 'of'>;

  constructor(
    nodes: readonly KeptNode[],
    domainOwners: Pick<DomainOwners, 'of'>,
  ) {
    this.#paths = new NodePaths(nodes);
    this.#childrenOf = groupBy(nodes, ({ parentId }) => parentId ?? '');
    this.#domainOwners = domainOwners;
  }

  get(id: string): KeptNode | undefined {
    return this.#paths.get(id);
  }

  /** A node that is there. */
  of(node: NodeOfRights): DataMeshNodeResource {
    return this.#resource(node, [node, ...this.#paths.above(node)]);
  }

  /** A node that is about to be put in its place. */
  ofPlaced(node: NodeOfRights): DataMeshNodeResource {
    return this.#resource(node, this.#paths.above(node));
  }

  /** A node of which a measure with such an owner is reported. */
  ofReported(
    node: KeptNode,
    ...owners: readonly (string | undefined)[]
  ): DataMeshNodeResource {
    return {
      ...this.of(node),
      measureOwners: listOf([...owners, ...this.#workingOn(node)]),
    };
  }

  /**
   * The node above, if it is of another domain than the node itself: whoever
   * puts one there changes what is said about that domain.
   */
  foreignParentOf(node: NodeOfRights): KeptNode | undefined {
    const [parent] = this.#paths.above(node);
    const domain = parent && this.#paths.domainOf(parent);
    return domain !== undefined && domain !== this.#paths.domainOf(node)
      ? parent
      : undefined;
  }

  #resource(
    node: NodeOfRights,
    owned: readonly NodeOfRights[],
  ): DataMeshNodeResource {
    const domain = this.#paths.domainOf(node);
    const own = owned.filter(one => this.#paths.domainOf(one) === domain);
    return {
      ...(domain && { domain }),
      owners: listOf(
        own.flatMap(({ fields }) => [fields.owner, fields.sponsor]),
      ),
      domainOwners: domain ? this.#domainOwners.of(domain) : [],
      measureOwners: [],
    };
  }

  /** Owners and teams of the initiatives at or below a node of its domain. */
  #workingOn(node: KeptNode): (string | undefined)[] {
    const domain = this.#paths.domainOf(node);
    const below = new Set<KeptNode>([node]);
    for (const one of below) {
      this.#childrenOf.get(one.id)?.forEach(child => below.add(child));
    }
    return [...below]
      .filter(
        one =>
          one.kind === 'initiative' && this.#paths.domainOf(one) === domain,
      )
      .flatMap(({ fields }) => [fields.owner, ...(fields.teams ?? [])]);
  }
}

function listOf(refs: readonly (string | undefined)[]): string[] {
  return [...new Set(refs.filter(ref => ref !== undefined))];
}
