import { Knex } from 'knex';
import { insertRows, isAmong, takeOver } from '../database/sql';
import { ProjectedEntity } from './projectEntity';
import { historyKeyOf, SubjectFacts } from './subjectFacts';

/** What is stored of an entity, to tell what has changed. */
export type KnownSubject = { digest: string; gone: boolean };

/**
 * An entity to keep, with what rules read of it and with the digest of its
 * text, if it is a contract.
 */
export type SubjectToSave = {
  entity: ProjectedEntity;
  facts?: SubjectFacts;
  contractDigest?: string;
};

const SUBJECT_COLUMNS = {
  ref: 'text',
  kind: 'text',
  title: 'text',
  sort_title: 'text',
  type: 'text',
  lifecycle: 'text',
  domain_ref: 'text',
  owner_ref: 'text',
  contract_digest: 'text',
  data: 'text',
  facts: 'text',
  history_key: 'text',
  digest: 'text',
  seen_at: 'text',
} as const;

const PRODUCT_COLUMNS = {
  ref: 'text',
  sort_title: 'text',
  type: 'text',
  lifecycle: 'text',
  classification: 'text',
  domain_ref: 'text',
  owner_ref: 'text',
} as const;

/**
 * Keeps subjects with their edges and search terms. What was read from the
 * catalog later wins over what was read earlier, whoever writes first.
 */
export class ProjectionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async getKnown(refs?: readonly string[]): Promise<Map<string, KnownSubject>> {
    const query = this.#knex('subjects')
      .select('ref', 'digest', 'gone_at')
      .orderBy('ref');
    if (refs) {
      query.where(isAmong(this.#knex, 'ref', refs));
    }
    const rows = await query;
    return new Map(
      rows.map(row => [
        row.ref,
        { digest: row.digest, gone: row.gone_at !== null },
      ]),
    );
  }

  /** When each was last seen to be another than before. */
  async getSeenAt(refs: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.#knex('subjects')
      .select('ref', 'seen_at')
      .where(isAmong(this.#knex, 'ref', refs));
    return new Map(rows.map(row => [row.ref, row.seen_at]));
  }

  /**
   * Saves a batch whole or not at all.
   *
   * @returns the refs that were saved; the others were read later by somebody
   * else, whose state was kept
   */
  async save(
    batch: readonly SubjectToSave[],
    seenAt: string,
  ): Promise<string[]> {
    // One order for all writers, so that none waits for another in a circle.
    const sorted = [...batch].sort(byRef);
    return this.#knex.transaction(async trx => {
      const saved = await insertRows(trx, {
        table: 'subjects',
        columns: SUBJECT_COLUMNS,
        rows: sorted.map(item => subjectRow(item, seenAt)),
        onConflict: `(ref) do update set ${takeOver(
          Object.keys(SUBJECT_COLUMNS).filter(column => column !== 'ref'),
        )}, gone_at = null where subjects.seen_at <= excluded.seen_at`,
        returning: 'ref',
      });
      const refs = new Set(saved.map(row => row.ref));
      const won = sorted.filter(({ entity }) => refs.has(entity.ref));
      await saveProducts(trx, won);
      await deleteDetails(trx, [...refs]);
      await insertDetails(trx, won);
      return [...refs];
    });
  }

  /**
   * Marks subjects as gone from the catalog; they keep their row, so that
   * what hangs on them is not lost should they return.
   *
   * @returns the refs that were not seen again after `seenAt`
   */
  async bury(refs: readonly string[], seenAt: string): Promise<string[]> {
    if (refs.length === 0) {
      return [];
    }
    return this.#knex.transaction(async trx => {
      const rows = await trx('subjects')
        .select('ref')
        .where(isAmong(trx, 'ref', refs))
        .where('seen_at', '<=', seenAt)
        .whereNull('gone_at')
        .orderBy('ref')
        .forUpdate();
      const buried = rows.map(row => row.ref);
      await trx('subjects')
        .where(isAmong(trx, 'ref', buried))
        .update({ gone_at: seenAt, seen_at: seenAt, digest: '' });
      await trx('products').where(isAmong(trx, 'ref', buried)).delete();
      await trx('uses').where(isAmong(trx, 'product_ref', buried)).delete();
      await trx('search_terms').where(isAmong(trx, 'ref', buried)).delete();
      await deleteDetails(trx, buried);
      return buried;
    });
  }

  /** Removes what has been gone since before a time; returns how many. */
  async removeGone(before: string): Promise<number> {
    return this.#knex.transaction(async trx => {
      const rows = await trx('subjects')
        .select('ref')
        .where('gone_at', '<', before)
        .orderBy('ref')
        .forUpdate();
      const refs = rows.map(row => row.ref);
      await trx('subjects').where(isAmong(trx, 'ref', refs)).delete();
      return refs.length;
    });
  }

  /**
   * Targets of products' edges that are no subjects: they do not exist, or
   * are of a kind that takes part only because a product names them.
   */
  async getUnknownTargets(products?: readonly string[]): Promise<string[]> {
    const query = this.#knex('edges as e')
      .distinct('e.to_ref')
      .join('products as p', 'p.ref', 'e.from_ref')
      .leftJoin('subjects as t', 't.ref', 'e.to_ref')
      .whereNull('t.ref');
    if (products) {
      query.where(isAmong(this.#knex, 'p.ref', products));
    }
    return (await query).map(row => row.to_ref);
  }

  async getProductRefs(): Promise<string[]> {
    const rows = await this.#knex('products').select('ref').orderBy('ref');
    return rows.map(row => row.ref);
  }

  async countByKind(): Promise<Record<string, number>> {
    const rows: { kind: string; count: string | number }[] = await this.#knex(
      'subjects',
    )
      .select('kind', this.#knex.raw('count(*) as count'))
      .whereNull('gone_at')
      .groupBy('kind');
    return Object.fromEntries(rows.map(row => [row.kind, Number(row.count)]));
  }
}

function subjectRow(
  { entity, facts, contractDigest }: SubjectToSave,
  seenAt: string,
) {
  return {
    ref: entity.ref,
    kind: entity.kind,
    title: entity.title,
    sort_title: entity.sortTitle,
    type: entity.type,
    lifecycle: entity.lifecycle,
    domain_ref: entity.domainRef,
    owner_ref: entity.ownerRef,
    contract_digest: contractDigest,
    data: JSON.stringify(entity.data),
    facts: facts && JSON.stringify(facts),
    history_key: historyKeyOf(facts),
    digest: entity.digest,
    seen_at: seenAt,
  };
}

/** The counts of use and the digest of fields are kept by whoever derives. */
async function saveProducts(trx: Knex, items: readonly SubjectToSave[]) {
  await insertRows(trx, {
    table: 'products',
    columns: PRODUCT_COLUMNS,
    rows: items
      .filter(({ entity }) => entity.kind === 'dataproduct')
      .map(({ entity }) => ({
        ref: entity.ref,
        sort_title: entity.sortTitle,
        type: entity.type,
        lifecycle: entity.lifecycle,
        classification: entity.classification,
        domain_ref: entity.domainRef,
        owner_ref: entity.ownerRef,
      })),
    onConflict: `(ref) do update set ${takeOver(
      Object.keys(PRODUCT_COLUMNS).filter(column => column !== 'ref'),
    )}`,
  });
}

async function insertDetails(trx: Knex, items: readonly SubjectToSave[]) {
  await insertRows(trx, {
    table: 'edges',
    columns: {
      from_ref: 'text',
      type: 'text',
      to_ref: 'text',
      attributes: 'text',
    },
    rows: items.flatMap(({ entity }) =>
      entity.edges.map(({ from, type, to, attributes }) => ({
        from_ref: from,
        type,
        to_ref: to,
        attributes: attributes && JSON.stringify(attributes),
      })),
    ),
  });
  await insertRows(trx, {
    table: 'subject_values',
    columns: { ref: 'text', field: 'text', value: 'text' },
    rows: items.flatMap(({ entity }) =>
      entity.personas.map(value => ({
        ref: entity.ref,
        field: 'persona',
        value,
      })),
    ),
  });
  await insertRows(trx, {
    table: 'search_terms',
    columns: { term: 'text', source: 'text', ref: 'text', text: 'text' },
    rows: items.flatMap(({ entity }) =>
      entity.terms.map(term => ({ ...term, ref: entity.ref })),
    ),
  });
}

async function deleteDetails(trx: Knex, refs: readonly string[]) {
  if (refs.length > 0) {
    await trx('edges').where(isAmong(trx, 'from_ref', refs)).delete();
    await trx('subject_values').where(isAmong(trx, 'ref', refs)).delete();
    // The words of contracts are kept by whoever derives them.
    await trx('search_terms')
      .where(isAmong(trx, 'ref', refs))
      .whereNot({ source: 'field' })
      .delete();
  }
}

function byRef(a: SubjectToSave, b: SubjectToSave): number {
  return a.entity.ref < b.entity.ref ? -1 : 1;
}
