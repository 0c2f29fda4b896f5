import { RELATION_PROVIDES_API } from '@backstage/catalog-model';
import { ContractFacts } from '@backstage-data-mesh/plugin-data-mesh-common';
import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { insertRows, isAmong, takeOver } from '../database/sql';
import { groupBy, inParts } from '../lists';
import { fieldTerms, PROJECTION_VERSION } from './projectEntity';

const PRODUCTS_A_TRANSACTION = 200;

/** A contract that a product provides, by the digest of its text. */
type Provided = { product: string; contract: string; digest: string };

/**
 * Gives products the words of the fields of the contracts that they provide.
 * Deriving again always gives the same, so a missed change heals.
 */
export class FieldTermsStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The products whose words may change when these contracts change. */
  async getAffected(refs: readonly string[]): Promise<string[]> {
    const rows = await this.#knex('edges')
      .distinct('from_ref')
      .where({ type: RELATION_PROVIDES_API })
      .where(isAmong(this.#knex, 'to_ref', refs));
    return rows.map(row => row.from_ref);
  }

  /** Brings those products up to date whose contracts or texts are others. */
  async refresh(products: readonly string[]): Promise<void> {
    const knex = this.#knex;
    const provided: Provided[] = await knex('edges as e')
      .select({
        product: 'e.from_ref',
        contract: 'e.to_ref',
        digest: 's.contract_digest',
      })
      .join('subjects as s', 's.ref', 'e.to_ref')
      .where('e.type', RELATION_PROVIDES_API)
      .whereNotNull('s.contract_digest')
      .whereNull('s.gone_at')
      .where(isAmong(knex, 'e.from_ref', products))
      .orderBy(['e.from_ref', 'e.to_ref']);
    const contractsOf = groupBy(provided, ({ product }) => product);
    const rows = await knex('products')
      .select('ref', 'fields_digest')
      .where(isAmong(knex, 'ref', products))
      .orderBy('ref');
    const outdated = rows
      .map(row => ({ ...row, wanted: digestOf(contractsOf.get(row.ref)) }))
      .filter(row => row.fields_digest !== row.wanted);

    for (const part of inParts(outdated, PRODUCTS_A_TRANSACTION)) {
      await this.#save(
        part,
        part.flatMap(({ ref }) => contractsOf.get(ref) ?? []),
      );
    }
  }

  async #save(
    products: readonly { ref: string; wanted: string }[],
    provided: readonly Provided[],
  ): Promise<void> {
    const refs = products.map(({ ref }) => ref);
    await this.#knex.transaction(async trx => {
      const facts = await getFacts(
        trx,
        provided.map(({ digest }) => digest),
      );
      const locked = await trx('products')
        .select('ref')
        .where(isAmong(trx, 'ref', refs))
        .orderBy('ref')
        .forUpdate();
      const living = new Set(locked.map(row => row.ref));
      await trx('search_terms')
        .where({ source: 'field' })
        .where(isAmong(trx, 'ref', refs))
        .delete();
      await insertRows(trx, {
        table: 'search_terms',
        columns: {
          term: 'text',
          source: 'text',
          ref: 'text',
          contract_ref: 'text',
          text: 'text',
        },
        rows: provided
          .filter(({ product }) => living.has(product))
          .flatMap(({ product, contract, digest }) =>
            fieldTerms(facts.get(digest)?.fields ?? []).map(term => ({
              ...term,
              ref: product,
              contract_ref: contract,
            })),
          ),
      });
      // All of these exist: this is an update of many rows in one statement.
      await insertRows(trx, {
        table: 'products',
        columns: { ref: 'text', sort_title: 'text', fields_digest: 'text' },
        rows: products
          .filter(({ ref }) => living.has(ref))
          .map(({ ref, wanted }) => ({
            ref,
            sort_title: '',
            fields_digest: wanted,
          })),
        onConflict: `(ref) do update set ${takeOver(['fields_digest'])}`,
      });
    });
  }
}

function digestOf(provided: readonly Provided[] = []): string {
  const contracts = provided.map(p => `${p.contract} ${p.digest}`);
  return createHash('sha1')
    .update([PROJECTION_VERSION, ...contracts].join('\n'))
    .digest('hex');
}

async function getFacts(
  trx: Knex,
  digests: readonly string[],
): Promise<Map<string, ContractFacts>> {
  const rows = await trx('contract_facts')
    .select('digest', 'facts')
    .where(isAmong(trx, 'digest', digests));
  return new Map(rows.map(row => [row.digest, JSON.parse(row.facts)]));
}
