import { NodePaths } from '../../valueTree/rights/NodePaths';
import { StoredMeasure } from '../../valueTree/store/MeasureStore';
import { StoredNode } from '../../valueTree/store/NodeStore';

/** A person, as the value tree knows people. */
export type PersonOfTree = {
  /** Refs of the person, and of the groups they are a member of. */
  refs: ReadonlySet<string>;
  /** Refs of the domains that they own or lead. */
  domains: ReadonlySet<string>;
};

/** Tells for which nodes and measures a person answers. */
export class Answering {
  readonly #paths: NodePaths<StoredNode>;
  readonly #person: PersonOfTree;

  /** @param nodes - those that are asked about, with all above them */
  constructor(nodes: readonly StoredNode[], person: PersonOfTree) {
    this.#paths = new NodePaths(nodes);
    this.#person = person;
  }

  domainOf(node: StoredNode): string | undefined {
    return this.#paths.domainOf(node);
  }

  /** Whether they own, sponsor or lead it. */
  answersFor(node: StoredNode): boolean {
    return (
      this.#leads(node) ||
      this.#isOwner(node) ||
      this.#isThem(this.#nearest(node, 'sponsor'))
    );
  }

  /** Whether a measure of a node is theirs to read. */
  reads(node: StoredNode, { fields: { owner } }: StoredMeasure): boolean {
    return (
      this.#leads(node) || (owner ? this.#isThem(owner) : this.#isOwner(node))
    );
  }

  /** As what they are told that help is wanted; undefined if they are not. */
  helpsAs(node: StoredNode): 'sponsor' | 'owner' | undefined {
    const [sponsor] = this.#withAbove(node).flatMap(
      ({ fields }) => fields.sponsor ?? [],
    );
    if (this.#isThem(sponsor)) {
      return 'sponsor';
    }
    return this.#isOwner(node) ? 'owner' : undefined;
  }

  #leads(node: StoredNode): boolean {
    const domain = this.domainOf(node);
    return domain !== undefined && this.#person.domains.has(domain);
  }

  #isOwner(node: StoredNode): boolean {
    return this.#isThem(this.#nearest(node, 'owner'));
  }

  #isThem(ref: string | undefined): boolean {
    return ref !== undefined && this.#person.refs.has(ref);
  }

  /** Its own, else that of the nearest node above of the same domain. */
  #nearest(node: StoredNode, field: 'owner' | 'sponsor'): string | undefined {
    const domain = this.domainOf(node);
    return this.#withAbove(node).find(
      one => one.fields[field] && this.domainOf(one) === domain,
    )?.fields[field];
  }

  #withAbove(node: StoredNode): StoredNode[] {
    return [node, ...this.#paths.above(node)];
  }
}
