import { Knex } from 'knex';
import { isAmong, isPostgres } from '../database/sql';
import { isVisible, Visibility, withVisible } from '../visibility/Visibility';
import { SoughtWord } from './similarity';

/** A product that shares words with what is sought. */
export type SimilarProduct = {
  ref: string;
  title: string;
  purpose?: string;
  domainRef?: string;
  ownerRef?: string;
};

/** Compares words with the names, titles, tags and purposes of products. */
export class SimilarProductsStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** In how many of the products that the caller may see a word occurs. */
  async countWords(
    words: readonly SoughtWord[],
    visibility: Visibility,
  ): Promise<{ products: number; frequency: Map<string, number> }> {
    const knex = this.#knex;
    const all = knex('products as p')
      .select(knex.raw('null as word'), knex.raw('count(*) as count'))
      .whereRaw(isVisible(visibility, 'p.ref'));
    const rows: { word: string | null; count: number | string }[] =
      await withVisible(knex, knex.queryBuilder(), visibility)
        .with('w', this.#sought(words))
        .from(
          all
            .unionAll(
              this.#hits(visibility)
                .select('w.word')
                .countDistinct({ count: 't.ref' })
                .groupBy('w.word'),
            )
            .as('counted'),
        )
        .select('word', 'count');
    return {
      products: Number(rows.find(({ word }) => word === null)?.count ?? 0),
      frequency: new Map(
        rows.flatMap(({ word, count }) =>
          word === null ? [] : [[word, Number(count)]],
        ),
      ),
    };
  }

  /** The products whose shared words weigh most, and at least so much. */
  async getClosest(
    words: readonly (SoughtWord & { weight: number })[],
    visibility: Visibility,
    options: { least: number; limit: number; except?: string },
  ): Promise<SimilarProduct[]> {
    const knex = this.#knex;
    const shared = this.#hits(visibility)
      .distinct('t.ref', 'w.word', 'w.weight')
      .whereNot('t.ref', options.except ?? '');
    const rows: Record<string, any>[] = await withVisible(
      knex,
      knex.queryBuilder(),
      visibility,
    )
      .with('w', this.#sought(words))
      .with(
        'closest',
        knex
          .from(shared.as('f'))
          .select('ref')
          .sum({ weight: 'weight' })
          .groupBy('ref')
          .havingRaw('sum(weight) >= ?', [options.least])
          .orderByRaw('sum(weight) desc, ref')
          .limit(options.limit),
      )
      .from('closest as c')
      .join('subjects as s', 's.ref', 'c.ref')
      .select('c.ref', 's.title', 's.data', 's.domain_ref', 's.owner_ref')
      .orderByRaw('c.weight desc, c.ref');
    return rows.map(row => ({
      ref: row.ref,
      title: row.title,
      purpose: JSON.parse(row.data).purpose,
      domainRef: row.domain_ref ?? undefined,
      ownerRef: row.owner_ref ?? undefined,
    }));
  }

  /** Which of the words each product shares. */
  async getShared(
    words: readonly SoughtWord[],
    products: readonly string[],
  ): Promise<Map<string, Set<string>>> {
    const knex = this.#knex;
    const rows: { ref: string; word: string }[] = await knex
      .with('w', this.#sought(words))
      .from('search_terms as t')
      .join('w', 'w.term', 't.term')
      .whereNot('t.source', 'field')
      .where(isAmong(knex, 't.ref', products))
      .distinct('t.ref', 'w.word');
    const shared = new Map<string, Set<string>>();
    for (const { ref, word } of rows) {
      shared.set(ref, (shared.get(ref) ?? new Set()).add(word));
    }
    return shared;
  }

  /** A table of terms with their word and its weight, from one parameter. */
  #sought(words: readonly (SoughtWord & { weight?: number })[]): Knex.Raw {
    const rows = words.flatMap(({ word, terms, weight = 0 }) =>
      terms.map(term => ({ term, word, weight })),
    );
    return isPostgres(this.#knex)
      ? this.#knex.raw(
          'select term, word, weight from json_to_recordset(?::json) as r(term text, word text, weight double precision)',
          [JSON.stringify(rows)],
        )
      : this.#knex.raw(
          "select value ->> '$.term' as term, value ->> '$.word' as word, value ->> '$.weight' as weight from json_each(?)",
          [JSON.stringify(rows)],
        );
  }

  #hits(visibility: Visibility): Knex.QueryBuilder {
    const knex = this.#knex;
    return knex
      .from('search_terms as t')
      .join('w', 'w.term', 't.term')
      .whereNot('t.source', 'field')
      .whereRaw(isVisible(visibility, 't.ref'));
  }
}
