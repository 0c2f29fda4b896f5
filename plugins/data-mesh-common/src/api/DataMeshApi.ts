import { CompoundEntityRef } from '@backstage/catalog-model';
import { ContractProducts } from './contracts';
import {
  ProductDetail,
  ProductList,
  ProductQuery,
  SimilarProducts,
  SimilarProductsQuery,
} from './products';

/**
 * Options of every call; backends pass the token they call with.
 *
 * @public
 */
export interface DataMeshRequestOptions {
  token?: string;
  signal?: AbortSignal;
}

/**
 * What the data mesh backend offers. What the caller may not see in the
 * catalog is left out of every answer, also of its counts.
 *
 * @public
 */
export interface DataMeshApi {
  /** Data products by text and filters, a page at a time. */
  getProducts(
    query?: ProductQuery,
    options?: DataMeshRequestOptions,
  ): Promise<ProductList>;

  /**
   * One data product with who uses it.
   *
   * @throws NotFoundError when it does not exist or the caller may not see it
   */
  getProduct(
    ref: string | CompoundEntityRef,
    options?: DataMeshRequestOptions,
  ): Promise<ProductDetail>;

  /** Products that may already be what somebody is about to make. */
  getSimilarProducts(
    query: SimilarProductsQuery,
    options?: DataMeshRequestOptions,
  ): Promise<SimilarProducts>;

  /**
   * The data products that provide and that use a contract.
   *
   * @throws NotFoundError when it does not exist or the caller may not see it
   */
  getContractProducts(
    ref: string | CompoundEntityRef,
    options?: DataMeshRequestOptions,
  ): Promise<ContractProducts>;
}
