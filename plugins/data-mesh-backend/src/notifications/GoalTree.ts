import { isClosed } from '@backstage-data-mesh/plugin-data-mesh-common';
import { StoredMeasure } from '../valueTree/store/MeasureStore';
import { StoredNode } from '../valueTree/store/NodeStore';

/** Who answers for what, and what is measured. */
export class GoalTree {
  readonly #byId: ReadonlyMap<string, StoredNode>;
  readonly #measured = new Set<string>();

  constructor(
    nodes: readonly StoredNode[],
    measures: readonly StoredMeasure[],
  ) {
    this.#byId = new Map(nodes.map(node => [node.id, node]));
    for (const { nodeId } of measures) {
      const node = this.#byId.get(nodeId);
      if (node?.kind === 'goal' && !isClosed(node.state)) {
        this.#upFrom(node).forEach(({ id }) => this.#measured.add(id));
      }
    }
  }

  get(id: string): StoredNode | undefined {
    return this.#byId.get(id);
  }

  /** Neither they nor goals below them have a measure. */
  goalsWithoutMeasure(): StoredNode[] {
    return [...this.#byId.values()].filter(
      ({ id, kind, state }) =>
        kind === 'goal' && state === 'active' && !this.#measured.has(id),
    );
  }

  /** Its owner, else that of the nearest node above. */
  ownersOf(node: StoredNode): string[] {
    return this.#nearest(node, 'owner');
  }

  sponsorsOf(node: StoredNode): string[] {
    return this.#nearest(node, 'sponsor');
  }

  #nearest(node: StoredNode, field: 'owner' | 'sponsor'): string[] {
    const refs = this.#upFrom(node).flatMap(
      ({ fields }) => fields[field] ?? [],
    );
    return refs.slice(0, 1);
  }

  /** The node first, then what is above it; a circle ends. */
  #upFrom(node: StoredNode): StoredNode[] {
    const path: StoredNode[] = [];
    let at: StoredNode | undefined = node;
    while (at && !path.includes(at)) {
      path.push(at);
      at = this.#byId.get(at.parentId ?? '');
    }
    return path;
  }
}
