import {
  NodeLinks,
  TreeModel,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { isPostgres } from '../../database/sql';
import { LinkStore, StoredLink } from './LinkStore';
import { MeasureStore, StoredMeasure } from './MeasureStore';
import { NodeStore, StoredNode } from './NodeStore';

/** All of the tree as it is kept, siblings in their order. */
export type StoredTree = TreeModel & {
  nodes: readonly StoredNode[];
  measures: readonly StoredMeasure[];
  /** Of the nodes that are there. */
  storedLinks: readonly StoredLink[];
  /** Products that name the node in `spec.initiatives`, by its id. */
  catalogLinks: Readonly<Record<string, readonly string[]>>;
};

type Backlog = NodeLinks['backlog'][number];

/** Reads the tree, in a number of statements that is always the same. */
export class TreeReader {
  /** All of it, in four statements. */
  static async read(knex: Knex): Promise<StoredTree> {
    const tree = await TreeReader.readLinks(knex);
    const known = new Set(tree.nodes.map(({ id }) => id));
    const measures = await new MeasureStore(knex).all();
    return {
      ...tree,
      measures: measures.filter(({ nodeId }) => known.has(nodeId)),
    };
  }

  /** Nodes with what they are linked to, in three statements. */
  static async readLinks(knex: Knex): Promise<Omit<StoredTree, 'measures'>> {
    const nodes = await new NodeStore(knex).all();
    const links = await new LinkStore(knex).all();
    const named = await namedInCatalog(knex);

    const known = new Set(nodes.map(({ id }) => id));
    const storedLinks = links.filter(({ nodeId }) => known.has(nodeId));
    const catalogLinks = emptyRecord<string[]>();
    for (const { ref, initiative } of named) {
      if (known.has(initiative)) {
        (catalogLinks[initiative] ??= []).push(ref);
      }
    }
    return {
      nodes,
      links: linksOf(storedLinks, catalogLinks),
      storedLinks,
      catalogLinks,
    };
  }
}

/** Which products name which initiatives in their catalog file. */
async function namedInCatalog(
  knex: Knex,
): Promise<{ ref: string; initiative: string }[]> {
  const initiatives = isPostgres(knex)
    ? `facts::json #>> '{product,initiatives}'`
    : `facts ->> '$.product.initiatives'`;
  const rows = await knex('subjects')
    .select('ref', knex.raw(`${initiatives} as initiatives`))
    .where({ kind: 'dataproduct' })
    .whereNull('gone_at')
    // Most name none: their facts need not be taken apart.
    .whereLike('facts', '%"initiatives":["%')
    .orderBy('ref');
  return rows.flatMap(({ ref, initiatives: ids }) =>
    [...new Set<string>(JSON.parse(ids ?? '[]'))].map(initiative => ({
      ref,
      initiative,
    })),
  );
}

function linksOf(
  stored: readonly StoredLink[],
  named: Readonly<Record<string, readonly string[]>>,
): Record<string, NodeLinks> {
  const links = emptyRecord<{ products: string[]; backlog: Backlog[] }>();
  const at = (id: string) => (links[id] ??= { products: [], backlog: [] });
  for (const { nodeId, provider, ref, state, seenAt } of stored) {
    if (provider !== 'catalog') {
      at(nodeId).backlog.push({
        provider,
        ref,
        state,
        seenAt: seenAt?.slice(0, 10),
      });
    } else if (ref.startsWith('dataproduct:')) {
      at(nodeId).products.push(ref);
    }
  }
  for (const [id, refs] of Object.entries(named)) {
    const { products } = at(id);
    products.push(...refs.filter(ref => !products.includes(ref)));
  }
  return links;
}

/** Any id may be looked up in it, also one like `constructor`. */
function emptyRecord<T>(): Record<string, T> {
  return Object.create(null);
}
