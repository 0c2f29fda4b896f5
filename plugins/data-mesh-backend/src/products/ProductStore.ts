import {
  RELATION_CONSUMES_API,
  RELATION_MEMBER_OF,
  RELATION_PROVIDES_API,
} from '@backstage/catalog-model';
import { ContractFacts } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { isAmong } from '../database/sql';
import { Use } from '../projection/deriveUses';
import { isVisible, Visibility, withVisible } from '../visibility/Visibility';
import { selectCandidates } from './candidates';
import { ProductRow, toProduct } from './ProductRow';

/** An entity beside a product. */
export type Neighbour = {
  ref: string;
  lifecycle?: string;
  ownerRef?: string;
  facts?: ContractFacts;
};

/** Asks the database about one product and what is around it. */
export class ProductStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async getProduct(
    ref: string,
    visibility: Visibility,
  ): Promise<ProductRow | undefined> {
    const knex = this.#knex;
    const candidate = selectCandidates(
      knex,
      { facets: {}, sort: 'title' },
      visibility,
      { ref },
    );
    const row = await withVisible(knex, knex.queryBuilder(), visibility)
      .with('c', candidate)
      .from('c')
      .join('subjects as s', 's.ref', 'c.ref')
      .select('c.*', 's.title', 's.data')
      .first();
    return row && toProduct(row);
  }

  /** The targets of a product's edges of some types, by type. */
  async getTargets(
    ref: string,
    types: readonly string[],
  ): Promise<Map<string, string[]>> {
    const rows = await this.#knex('edges')
      .select('type', 'to_ref')
      .where('from_ref', ref)
      .whereIn('type', [...types])
      .orderBy('to_ref');
    return new Map(
      types.map(type => [
        type,
        rows.filter(row => row.type === type).map(row => row.to_ref),
      ]),
    );
  }

  /** The other products that provide the contracts which a product uses. */
  async getSuppliers(ref: string): Promise<string[]> {
    const rows = await this.#knex('edges as used')
      .distinct('given.from_ref')
      .join('edges as given', 'given.to_ref', 'used.to_ref')
      .join('products as p', 'p.ref', 'given.from_ref')
      .where({
        'used.from_ref': ref,
        'used.type': RELATION_CONSUMES_API,
        'given.type': RELATION_PROVIDES_API,
      })
      .whereNot('given.from_ref', ref)
      .orderBy('given.from_ref');
    return rows.map(row => row.from_ref);
  }

  async getNeighbours(
    refs: readonly string[],
  ): Promise<Map<string, Neighbour>> {
    const rows = await this.#knex('subjects as s')
      .select('s.ref', 's.lifecycle', 's.owner_ref', 'f.facts')
      .leftJoin('contract_facts as f', 'f.digest', 's.contract_digest')
      .whereNull('s.gone_at')
      .where(isAmong(this.#knex, 's.ref', refs));
    return new Map(
      rows.map(row => [
        row.ref,
        {
          ref: row.ref,
          lifecycle: row.lifecycle ?? undefined,
          ownerRef: row.owner_ref ?? undefined,
          facts: row.facts ? JSON.parse(row.facts) : undefined,
        },
      ]),
    );
  }

  /**
   * The uses of a product and of the products that use it, step by step, as
   * far as the caller may see them; the nearest first.
   */
  async getUses(
    product: string,
    visibility: Visibility,
    limits: { steps: number; uses: number },
  ): Promise<Use[]> {
    const knex = this.#knex;
    const start = knex('subjects')
      .select('ref', knex.raw('0 as step'))
      .where('ref', product);
    const further = knex('reached as r')
      .select('w.user_ref', knex.raw('r.step + 1'))
      .join('uses as w', 'w.product_ref', 'r.ref')
      .join('products as u', 'u.ref', 'w.user_ref')
      .where('w.state', 'active')
      .where('r.step', '<', limits.steps)
      .whereRaw(isVisible(visibility, 'u.ref'));
    const nearest = knex('reached')
      .select('ref')
      .min({ step: 'step' })
      .groupBy('ref');

    const rows: Record<string, any>[] = await withVisible(
      knex,
      knex.queryBuilder(),
      visibility,
    )
      .withRecursive('reached', start.union(further))
      .from(nearest.as('n'))
      .join('uses as w', 'w.product_ref', 'n.ref')
      .leftJoin('subjects as u', 'u.ref', 'w.user_ref')
      .select('w.*')
      .orderBy(['n.step', 'w.user_ref', 'w.product_ref'])
      .whereRaw(`(u.ref is null or ${isVisible(visibility, 'u.ref')})`)
      .limit(limits.uses);
    return rows.map(row => ({
      product: row.product_ref,
      user: row.user_ref,
      team: row.team_ref ?? undefined,
      source: row.source,
      state: row.state,
      purpose: row.purpose ?? undefined,
      since: row.since ?? undefined,
    }));
  }

  /** The people in a group; undefined when the group does not exist. */
  async countMembers(
    group: string,
    visibility: Visibility,
  ): Promise<number | undefined> {
    const knex = this.#knex;
    const row = await withVisible(knex, knex('subjects as g'), visibility)
      .leftJoin('edges as e', join =>
        join.on('e.to_ref', 'g.ref').onVal('e.type', RELATION_MEMBER_OF),
      )
      .leftJoin('subjects as u', join =>
        join.on('u.ref', 'e.from_ref').onNull('u.gone_at'),
      )
      .where('g.ref', group)
      .whereNull('g.gone_at')
      .whereRaw(isVisible(visibility, 'g.ref'))
      .groupBy('g.ref')
      .select(
        knex.raw(
          `count(case when ${isVisible(
            visibility,
            'u.ref',
          )} then u.ref end) as members`,
        ),
      )
      .first();
    return row && Number(row.members);
  }
}
