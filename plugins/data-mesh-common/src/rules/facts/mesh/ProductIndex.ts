import { ProductUse } from '../ProductContext';
import { ProductDescription } from '../ProductDescription';
import { findSimilar } from './findSimilar';
import { initiativesOfUsers } from './initiativesOfUsers';

/** A repository may hold thousands of products: naming some will do. */
const MOST_OTHERS = 10;

/**
 * What facts of a product need to know of all the others. It is built once a
 * pass.
 *
 * @public
 */
export class ProductIndex {
  readonly #products: ReadonlyMap<string, ProductDescription>;
  readonly #byAddress = new Map<string, Set<string>>();
  readonly #bySource = new Map<string, Set<string>>();
  readonly #byOwner = new Map<string, Set<string>>();
  /** Of those that use a product. */
  readonly #initiatives: ReadonlyMap<string, string[]>;
  /** Of these, those that catalog files name. */
  readonly #namedInitiatives: ReadonlyMap<string, string[]>;
  readonly #similar: ReadonlyMap<string, string[]>;

  constructor(
    products: readonly {
      product: ProductDescription;
      businessKeys: readonly string[];
      uses: readonly ProductUse[];
      /** Initiatives that name it in the value tree. */
      initiatives?: readonly string[];
    }[],
  ) {
    this.#products = new Map(
      products.map(({ product }) => [product.ref, product]),
    );
    this.#namedInitiatives = initiativesOfUsers(
      products.map(({ product: { ref, initiatives }, uses }) => ({
        ref,
        initiatives,
        uses,
      })),
    );
    this.#initiatives = products.some(({ initiatives }) => initiatives?.length)
      ? initiativesOfUsers(
          products.map(({ product, uses, initiatives = [] }) => ({
            ref: product.ref,
            initiatives: [...product.initiatives, ...initiatives],
            uses,
          })),
        )
      : this.#namedInitiatives;
    for (const { product } of products) {
      const { ref, outputPorts, sourceLocation, productOwner } = product;
      outputPorts.forEach(port => put(this.#byAddress, port.address, ref));
      put(this.#bySource, sourceLocation, ref);
      put(this.#byOwner, productOwner, ref);
    }
    this.#similar = findSimilar(
      products.map(({ product, businessKeys }) => ({
        ...product,
        businessKeys,
      })),
    );
  }

  /** What the context of a product takes from here. */
  of(ref: string) {
    const product = this.#products.get(ref);
    const others = (refs: ReadonlySet<string> | undefined) => {
      const found: string[] = [];
      for (const other of refs ?? []) {
        if (other !== ref && found.push(other) === MOST_OTHERS) {
          break;
        }
      }
      return found;
    };
    const addresses = new Set(
      product?.outputPorts.flatMap(({ address }) => address ?? []),
    );
    return {
      sharedAddresses: [...addresses].filter(
        address => others(this.#byAddress.get(address)).length > 0,
      ),
      sourceSharedWith: others(
        this.#bySource.get(product?.sourceLocation ?? ''),
      ),
      similar: (this.#similar.get(ref) ?? []).map(other =>
        this.#titleOf(other),
      ),
      productsOfOwner:
        this.#byOwner.get(product?.productOwner ?? '')?.size ?? 0,
      initiativesOfUsers: this.#initiatives.get(ref) ?? [],
    };
  }

  /**
   * Initiatives of the products that use it, as far as catalog files name
   * them.
   */
  namedInitiativesOfUsers(ref: string): readonly string[] {
    return this.#namedInitiatives.get(ref) ?? [];
  }

  #titleOf(ref: string): string {
    const product = this.#products.get(ref);
    return product?.title ?? product?.name ?? ref;
  }
}

function put(
  index: Map<string, Set<string>>,
  key: string | undefined,
  ref: string,
) {
  if (key !== undefined) {
    index.set(key, (index.get(key) ?? new Set()).add(ref));
  }
}
