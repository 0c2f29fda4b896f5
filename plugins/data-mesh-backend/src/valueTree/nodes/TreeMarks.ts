import { Knex } from 'knex';
import { Reevaluation } from '../../results/Reevaluation';
import { NodePaths } from '../rights/NodePaths';
import { StoredTree, TreeReader } from '../store/TreeReader';

/** Has what hangs on nodes evaluated again. */
export class TreeMarks {
  readonly #knex: Knex;
  readonly #reevaluation: Pick<Reevaluation, 'mark'>;

  constructor(options: {
    knex: Knex;
    reevaluation: Pick<Reevaluation, 'mark'>;
  }) {
    this.#knex = options.knex;
    this.#reevaluation = options.reevaluation;
  }

  /** What hangs on nodes now; before a write that takes some of it away. */
  async hangingOn(...nodeIds: readonly string[]): Promise<string[]> {
    return hangingOn(await TreeReader.readLinks(this.#knex), nodeIds);
  }

  /** @param more - what hung on them before, or hangs on them besides */
  async mark(
    nodeIds: readonly string[],
    more: readonly string[] = [],
  ): Promise<void> {
    const refs = new Set([...(await this.hangingOn(...nodeIds)), ...more]);
    if (refs.size > 0) {
      await this.#reevaluation.mark([...refs]);
    }
  }
}

/**
 * Domains of nodes and of those below them, the domains that these serve, and
 * all linked products.
 */
export function hangingOn(
  { nodes, links }: Pick<StoredTree, 'nodes' | 'links'>,
  nodeIds: readonly string[],
): string[] {
  const paths = new NodePaths(nodes);
  const below = new Set(nodeIds);
  // Parents come after their children as well.
  for (let size = 0; size < below.size; ) {
    size = below.size;
    for (const { id, parentId } of nodes) {
      if (parentId !== undefined && below.has(parentId)) {
        below.add(id);
      }
    }
  }
  const refs = new Set<string>();
  for (const id of below) {
    const node = paths.get(id);
    if (node) {
      for (const one of [node, ...paths.above(node)]) {
        const domain = paths.domainOf(one);
        if (domain) {
          refs.add(domain);
        }
      }
      links[id]?.products.forEach(product => refs.add(product));
    }
  }
  return [...refs];
}
