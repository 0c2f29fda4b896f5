import {
  CompoundEntityRef,
  parseEntityRef,
  DEFAULT_NAMESPACE,
} from '@backstage/catalog-model';
import { z } from 'zod';
import { DataMeshApi, DataMeshRequestOptions } from './DataMeshApi';
import { ContractProducts, contractProductsSchema } from './contracts';
import {
  ProductDetail,
  ProductList,
  ProductQuery,
  productDetailSchema,
  productListSchema,
  SimilarProducts,
  SimilarProductsQuery,
  similarProductsSchema,
} from './products';
import { Connection, request } from './request';

/**
 * Calls the data mesh backend over HTTP and checks what it answers.
 *
 * @public
 */
export class DataMeshClient implements DataMeshApi {
  readonly #connection: Connection;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#connection = options;
  }

  async getProducts(
    query: ProductQuery = {},
    options?: DataMeshRequestOptions,
  ): Promise<ProductList> {
    const search = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) {
      for (const item of [value ?? []].flat()) {
        search.append(key, String(item));
      }
    }
    const suffix = search.size ? `?${search}` : '';
    return this.#get(`/products${suffix}`, productListSchema, options);
  }

  async getProduct(
    ref: string | CompoundEntityRef,
    options?: DataMeshRequestOptions,
  ): Promise<ProductDetail> {
    const path = `/products/by-entity/${entityPath(ref, 'DataProduct')}`;
    return this.#get(path, productDetailSchema, options);
  }

  async getSimilarProducts(
    query: SimilarProductsQuery,
    options?: DataMeshRequestOptions,
  ): Promise<SimilarProducts> {
    const search = new URLSearchParams(
      Object.entries(query).filter(([, value]) => value !== undefined),
    );
    const path = `/products/similar?${search}`;
    return this.#get(path, similarProductsSchema, options);
  }

  async getContractProducts(
    ref: string | CompoundEntityRef,
    options?: DataMeshRequestOptions,
  ): Promise<ContractProducts> {
    const path = `/contracts/by-entity/${entityPath(ref, 'API')}/products`;
    return this.#get(path, contractProductsSchema, options);
  }

  async #get<TSchema extends z.ZodType>(
    path: string,
    schema: TSchema,
    options?: DataMeshRequestOptions,
  ): Promise<z.output<TSchema>> {
    const target = { plugin: 'data-mesh', path };
    return request(this.#connection, target, schema, options);
  }
}

function entityPath(
  ref: string | CompoundEntityRef,
  defaultKind: string,
): string {
  const { kind, namespace, name } = parseEntityRef(ref, {
    defaultKind,
    defaultNamespace: DEFAULT_NAMESPACE,
  });
  return [kind, namespace, name]
    .map(part => encodeURIComponent(part.toLocaleLowerCase('en-US')))
    .join('/');
}
