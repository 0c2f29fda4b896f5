import { Knex } from 'knex';
import { signsOfRows } from '../../database/signsOfRows';
import { Kept } from './Kept';
import { KnownProducts, readProducts, USES_BY_PRODUCTS } from './readProducts';
import { StoredTree, TreeReader } from './TreeReader';

/** What the tree is read from; measures have the readings that count. */
const TREE = [
  'value_nodes',
  'measures',
  'node_links',
  // Their catalog files name initiatives.
  `subjects where kind = 'dataproduct'`,
];
const PRODUCTS = ['products', USES_BY_PRODUCTS];

/**
 * Keeps the tree, and the products that it is looked at with, as they were
 * last read, until one statement tells that they are others: they are read far
 * more often than written. Whoever reads them leaves them as they are.
 */
export class KeptTree {
  readonly #knex: Knex;
  readonly #tree: Kept<StoredTree>;
  readonly #products: Kept<KnownProducts>;

  constructor(knex: Knex) {
    this.#knex = knex;
    this.#tree = new Kept(() => TreeReader.read(knex));
    this.#products = new Kept(() => readProducts(knex));
  }

  async read(): Promise<StoredTree> {
    const { tree } = await signsOfRows(this.#knex, { tree: TREE });
    return this.#tree.get(tree);
  }

  async readWithProducts(): Promise<{
    tree: StoredTree;
    products: KnownProducts;
  }> {
    const signs = await signsOfRows(this.#knex, {
      tree: TREE,
      products: PRODUCTS,
    });
    const [tree, products] = await Promise.all([
      this.#tree.get(signs.tree),
      this.#products.get(signs.products),
    ]);
    return { tree, products };
  }
}
