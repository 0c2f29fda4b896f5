import { Knex } from 'knex';
import { nameEntities } from '../../visibility/links';
import { Visibility } from '../../visibility/Visibility';
import { NodePaths } from '../rights/NodePaths';
import { KeptNode } from '../rights/NodeRights';

/**
 * The nodes that a caller may see: all but those of domains that the catalog
 * hides from the caller, in at most one statement.
 */
export async function seenNodes<T extends KeptNode>(
  knex: Knex,
  nodes: readonly T[],
  visibility: Visibility,
): Promise<T[]> {
  if (visibility === 'all') {
    return [...nodes];
  }
  const paths = new NodePaths(nodes);
  const domainOf = new Map(nodes.map(node => [node, paths.domainOf(node)]));
  const name = await nameEntities(knex, domainOf.values(), visibility);
  return nodes.filter(node => {
    const domain = domainOf.get(node);
    return domain === undefined || name(domain) !== undefined;
  });
}
