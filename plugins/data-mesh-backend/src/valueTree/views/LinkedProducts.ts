import { LinkedProduct } from '@backstage-data-mesh/plugin-data-mesh-common';
import { NameEntity } from '../../visibility/links';
import { KnownProducts } from '../store/readProducts';
import { StoredTree } from '../store/TreeReader';

type Link = Pick<LinkedProduct, 'ref' | 'from' | 'linkId'>;

/** The products that a node is linked to, here or in their catalog files. */
export function linksOf(
  {
    storedLinks,
    catalogLinks,
  }: Pick<StoredTree, 'storedLinks' | 'catalogLinks'>,
  shown: ReadonlySet<string>,
): Map<string, Link[]> {
  const links = new Map<string, Map<string, Link>>();
  const at = (nodeId: string) => {
    const known = links.get(nodeId) ?? new Map<string, Link>();
    links.set(nodeId, known);
    return known;
  };
  for (const { id: linkId, nodeId, provider, ref } of storedLinks) {
    if (shown.has(nodeId) && provider === 'catalog' && isProduct(ref)) {
      at(nodeId).set(ref, { ref, from: ['tree'], linkId });
    }
  }
  for (const [nodeId, refs] of Object.entries(catalogLinks)) {
    for (const ref of shown.has(nodeId) ? refs : []) {
      const { linkId } = at(nodeId).get(ref) ?? {};
      at(nodeId).set(ref, {
        ref,
        from: linkId ? ['tree', 'catalog'] : ['catalog'],
        ...(linkId && { linkId }),
      });
    }
  }
  return new Map([...links].map(([id, found]) => [id, [...found.values()]]));
}

export function isProduct(ref: string): boolean {
  return ref.startsWith('dataproduct:');
}

/** Tells how linked products stand. */
export class LinkedProducts {
  readonly #links: ReadonlyMap<string, readonly Link[]>;
  readonly #products: KnownProducts['byRef'];

  /** @param shown - ids of the nodes that it is asked about */
  constructor(
    tree: StoredTree,
    shown: ReadonlySet<string>,
    products: Pick<KnownProducts, 'byRef'>,
  ) {
    this.#links = linksOf(tree, shown);
    this.#products = products.byRef;
  }

  /** All entities that {@link of} names. */
  get refs(): string[] {
    return [...this.#links.values()]
      .flat()
      .flatMap(({ ref }) =>
        [ref, this.#products.get(ref)?.domain ?? []].flat(),
      );
  }

  /** Those of a node, by title, without those that may not be seen. */
  of(nodeId: string, name: NameEntity): LinkedProduct[] {
    const links = this.#links.get(nodeId) ?? [];
    return links
      .flatMap((link): LinkedProduct[] => {
        const entity = name(link.ref);
        const { domain, level, target } = this.#products.get(link.ref) ?? {};
        return entity
          ? [
              {
                ...entity,
                from: link.from,
                linkId: link.linkId,
                domain: name(domain),
                level,
                target,
                meetsTarget:
                  level === undefined || target === undefined
                    ? undefined
                    : level >= target,
              },
            ]
          : [];
      })
      .sort((a, b) => a.title.localeCompare(b.title, 'en'));
  }
}
