import { Knex } from 'knex';
import { insertRows, takeOver } from '../database/sql';

/** How a pass over the catalog ended. */
export type PassReport = {
  outcome: 'complete' | 'abandoned' | 'failed';
  startedAt: string;
  finishedAt: string;
  /** Entities that the catalog showed. */
  read: number;
  saved: number;
  /** Entities that were known and are no longer in the catalog. */
  missing: number;
  removed: number;
  reason?: string;
};

/** The entities that were missing in abandoned passes, and since when. */
export type MissingEntities = { digest: string; since: string };

/** Given by a person who knows that the entities are gone for good. */
export type Acceptance = { by: string; at: string };

/** That the whole catalog was projected, by this version of the code. */
export type WholeProjection = { version: number };

/** Since when a catalog is read that is still filling. */
export type FillingCatalog = { since: string };

/** What the last evaluation of everything came to. */
export type EvaluationState = {
  startedAt: string;
  finishedAt: string;
  /** The UTC day it was for. */
  day: string;
  subjects: number;
  evaluated: number;
  changes: number;
  failures: number;
  lost: number;
};

type Values = {
  lastPass: PassReport;
  lastComplete: PassReport;
  missing: MissingEntities;
  acceptance: Acceptance;
  whole: WholeProjection;
  filling: FillingCatalog;
  lastEvaluation: EvaluationState;
};

/** What the passes remember from one to the next, on all replicas. */
export class ProjectionState {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async get<TKey extends keyof Values>(
    key: TKey,
  ): Promise<Values[TKey] | undefined> {
    const row = await this.#knex('projection_state').where({ key }).first();
    return row && JSON.parse(row.value);
  }

  async set<TKey extends keyof Values>(
    key: TKey,
    value: Values[TKey],
  ): Promise<void> {
    await insertRows(this.#knex, {
      table: 'projection_state',
      columns: { key: 'text', value: 'text' },
      rows: [{ key, value: JSON.stringify(value) }],
      onConflict: `(key) do update set ${takeOver(['value'])}`,
    });
  }

  async forget(key: keyof Values): Promise<void> {
    await this.#knex('projection_state').where({ key }).delete();
  }
}
