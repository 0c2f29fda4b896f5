import { effectiveDomains } from '@backstage-data-mesh/plugin-data-mesh-common';
import { groupBy } from '../../lists';
import { StoredLink } from '../store/LinkStore';
import { StoredMeasure } from '../store/MeasureStore';
import { StoredNode } from '../store/NodeStore';
import { KnownProducts } from '../store/readProducts';
import { StoredTree } from '../store/TreeReader';
import { Viewer } from './Viewer';

/** The value tree, and what of it a viewer may see. */
export class TreeInView {
  /** All of it: what a hint is about is told from the whole. */
  readonly whole: StoredTree;
  /** All there are, also those that the viewer may not see. */
  readonly products: KnownProducts;
  /** What the viewer may see, and be told numbers of. */
  readonly seen: Pick<StoredTree, 'nodes' | 'measures' | 'links'>;
  readonly viewer: Viewer;
  /** More active bets of one domain than these are many; 5 if absent. */
  readonly maxActiveBets?: number;
  readonly #all: ReadonlySet<string>;
  readonly #seen: ReadonlyMap<string, StoredNode>;
  readonly #domains: ReadonlyMap<string, string | undefined>;
  readonly #measures: ReadonlyMap<string, readonly StoredMeasure[]>;
  readonly #links: ReadonlyMap<string, readonly StoredLink[]>;

  constructor(
    whole: StoredTree,
    products: KnownProducts,
    seen: readonly StoredNode[],
    viewer: Viewer,
    { maxActiveBets }: { maxActiveBets?: number } = {},
  ) {
    this.whole = whole;
    this.products = products;
    this.maxActiveBets = maxActiveBets;
    this.viewer = viewer;
    this.#all = new Set(whole.nodes.map(({ id }) => id));
    this.#seen = new Map(seen.map(node => [node.id, node]));
    const measures: readonly StoredMeasure[] = whole.measures;
    this.seen = {
      nodes: seen,
      measures: measures.filter(({ nodeId }) => this.isSeen(nodeId)),
      links: whole.links,
    };
    this.#domains = effectiveDomains(whole);
    this.#measures = groupBy(this.seen.measures, ({ nodeId }) => nodeId);
    this.#links = groupBy(whole.storedLinks, ({ nodeId }) => nodeId);
  }

  get(id: string): StoredNode | undefined {
    return this.#seen.get(id);
  }

  isSeen(id: string | undefined): boolean {
    return id !== undefined && this.#seen.has(id);
  }

  /** Whether the parent that it was made under is gone. */
  isAdrift({ parentId }: StoredNode): boolean {
    return parentId !== undefined && !this.#all.has(parentId);
  }

  domainOf(id: string): string | undefined {
    return this.#domains.get(id);
  }

  measuresOf(id: string): readonly StoredMeasure[] {
    return this.#measures.get(id) ?? [];
  }

  /** Links to entities of the catalog. */
  entitiesOf(id: string): readonly StoredLink[] {
    return this.#linksOf(id).filter(({ provider }) => provider === 'catalog');
  }

  /** Links to backlog items. */
  backlogOf(id: string): readonly StoredLink[] {
    return this.#linksOf(id).filter(({ provider }) => provider !== 'catalog');
  }

  #linksOf(id: string): readonly StoredLink[] {
    return this.#links.get(id) ?? [];
  }
}
