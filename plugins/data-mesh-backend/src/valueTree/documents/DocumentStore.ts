import {
  ValueTreeDocumentMode,
  ValueTreePlan,
  ValueTreeProblem,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';

/** What is known of a document that the tree is, or was, read from. */
export type StoredDocument = {
  id: string;
  mode: ValueTreeDocumentMode;
  /** Of the text that was applied last. */
  digest?: string;
  appliedAt?: string;
  triedAt?: string;
  /** Why the text that was read last is not in force. */
  problems: ValueTreeProblem[];
  /** What it did when it last changed the tree. */
  plan?: ValueTreePlan;
  /** Ids of nodes and measures that it made; it may own them again. */
  made: string[];
};

/** Keeps how documents stand; it works on the connection that it is given. */
export class DocumentStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async all(): Promise<StoredDocument[]> {
    const rows = await this.#knex('value_tree_documents').orderBy('id');
    return rows.map(toDocument);
  }

  async find(id: string): Promise<StoredDocument | undefined> {
    const row = await this.#knex('value_tree_documents').where({ id }).first();
    return row && toDocument(row);
  }

  async save(document: StoredDocument): Promise<void> {
    await this.#knex('value_tree_documents')
      .insert(toRow(document))
      .onConflict('id')
      .merge();
  }

  /** Notes how the last reading went, whatever else is noted meanwhile. */
  async saveTry(
    { id, mode }: Pick<StoredDocument, 'id' | 'mode'>,
    triedAt: string,
    problems: ValueTreeProblem[],
  ): Promise<void> {
    await this.#knex.transaction(async trx => {
      // So that there is a row to hold, also where two begin at once.
      await trx('value_tree_documents')
        .insert(toRow({ id, mode, problems, made: [] }))
        .onConflict('id')
        .ignore();
      const row = await trx('value_tree_documents')
        .where({ id })
        .forUpdate()
        .first();
      const known = toDocument(row);
      await new DocumentStore(trx).save({ ...known, mode, triedAt, problems });
    });
  }
}

function toRow(document: StoredDocument) {
  const { id, mode, digest, appliedAt, triedAt, ...data } = document;
  return {
    id,
    mode,
    digest: digest ?? null,
    applied_at: appliedAt ?? null,
    tried_at: triedAt ?? null,
    data: JSON.stringify(data),
  };
}

function toDocument(row: Record<string, any>): StoredDocument {
  return {
    ...JSON.parse(row.data),
    id: row.id,
    mode: row.mode,
    digest: row.digest ?? undefined,
    appliedAt: row.applied_at ?? undefined,
    triedAt: row.tried_at ?? undefined,
  };
}
