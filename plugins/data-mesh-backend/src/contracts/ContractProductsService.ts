import {
  RELATION_CONSUMES_API,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { ContractProducts } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { nameEntities } from '../visibility/links';
import { Visibility } from '../visibility/Visibility';

/** Tells which data products provide and use a contract. */
export class ContractProductsService {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** @throws NotFoundError when there is none that the caller may see */
  async getProducts(
    ref: string,
    visibility: Visibility,
  ): Promise<ContractProducts> {
    const rows = await this.#knex('edges as e')
      .select('e.type', 'e.from_ref')
      .join('products as p', 'p.ref', 'e.from_ref')
      .where('e.to_ref', ref)
      .whereIn('e.type', [RELATION_PROVIDES_API, RELATION_CONSUMES_API])
      .orderBy(['p.sort_title', 'p.ref']);
    const name = await nameEntities(
      this.#knex,
      [ref, ...rows.map(row => row.from_ref)],
      visibility,
    );
    if (!name(ref)?.exists) {
      throw new NotFoundError(`There is no contract ${ref}`);
    }
    const products = (type: string) =>
      rows
        .filter(row => row.type === type)
        .flatMap(row => name(row.from_ref) ?? []);
    return {
      providedBy: products(RELATION_PROVIDES_API),
      usedBy: products(RELATION_CONSUMES_API),
    };
  }
}
