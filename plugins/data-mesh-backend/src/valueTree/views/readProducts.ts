import { ProductFacts } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { groupBy } from '../../lists';

/** A product of the catalog, and how it stands. */
export type KnownProduct = ProductFacts & {
  isRetired: boolean;
  level?: number;
  target?: number;
};

/** Reads all products and what they read, in two statements. */
export async function readProducts(
  knex: Knex,
): Promise<Map<string, KnownProduct>> {
  const [products, uses] = await Promise.all([
    knex('products')
      .select('ref', 'domain_ref', 'lifecycle', 'level', 'target')
      .orderBy('ref'),
    // As of a range, so that the index on users is of use.
    knex('uses')
      .select({ product: 'product_ref', user: 'user_ref' })
      .where('user_ref', '>=', 'dataproduct:')
      .where('user_ref', '<', 'dataproduct;')
      .where({ state: 'active' }),
  ]);
  const inputs = groupBy<{ product: string; user: string }>(
    uses,
    ({ user }) => user,
  );
  return new Map(
    products.map(row => [
      row.ref,
      {
        ref: row.ref,
        domain: row.domain_ref ?? undefined,
        inputs: inputs.get(row.ref)?.map(({ product }) => product),
        isRetired: row.lifecycle === 'retired',
        level: row.level ?? undefined,
        target: row.target ?? undefined,
      },
    ]),
  );
}
