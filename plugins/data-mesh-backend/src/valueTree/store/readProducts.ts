import { ProductFacts } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { groupBy } from '../../lists';

/** A product of the catalog, and how it stands. */
export type KnownProduct = ProductFacts & {
  level?: number;
  target?: number;
};

/** All products of the catalog. */
export type KnownProducts = {
  byRef: ReadonlyMap<string, KnownProduct>;
  /** Those that are not retired. */
  living: readonly KnownProduct[];
};

/** What is read besides products: which of them read which others. */
export const USES_BY_PRODUCTS =
  // As a range, so that the index on users is of use.
  `uses where user_ref >= 'dataproduct:' and user_ref < 'dataproduct;'`;

/** Reads all products and what they read, in two statements. */
export async function readProducts(knex: Knex): Promise<KnownProducts> {
  const [products, uses] = await Promise.all([
    knex('products')
      .select('ref', 'domain_ref', 'lifecycle', 'level', 'target')
      .orderBy('ref'),
    knex
      .select({ product: 'product_ref', user: 'user_ref' })
      .fromRaw(`${USES_BY_PRODUCTS} and state = 'active'`),
  ]);
  const inputs = groupBy<{ product: string; user: string }>(
    uses,
    ({ user }) => user,
  );
  const byRef = new Map(
    products.map((row): [string, KnownProduct] => [
      row.ref,
      {
        ref: row.ref,
        domain: row.domain_ref ?? undefined,
        inputs: inputs.get(row.ref)?.map(({ product }) => product),
        level: row.level ?? undefined,
        target: row.target ?? undefined,
      },
    ]),
  );
  return {
    byRef,
    living: products.flatMap(({ ref, lifecycle }) =>
      lifecycle === 'retired' ? [] : byRef.get(ref)!,
    ),
  };
}
