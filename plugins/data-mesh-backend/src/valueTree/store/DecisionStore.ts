import { Decision } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { insertRows, isAmong } from '../../database/sql';

/** A decision as it is kept. */
export type StoredDecision = Omit<Decision, 'by' | 'participants'> & {
  /** Refs of people. */
  participants: string[];
  by: string;
};

const COLUMNS = {
  id: 'text',
  node_id: 'text',
  review_id: 'text',
  date: 'text',
  type: 'text',
  reason: 'text',
  learning: 'text',
  data: 'text',
  by: 'text',
  at: 'text',
} as const;

/** Keeps decisions, which are only added; see {@link NodeStore}. */
export class DecisionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Those on some nodes, the newest first. */
  async ofNodes(nodeIds: readonly string[]): Promise<StoredDecision[]> {
    return this.#read(isAmong(this.#knex, 'node_id', nodeIds));
  }

  /** Those of a review, the newest first. */
  async ofReview(reviewId: string): Promise<StoredDecision[]> {
    return this.#read(isAmong(this.#knex, 'review_id', [reviewId]));
  }

  async insert(decisions: readonly StoredDecision[]): Promise<void> {
    await insertRows(this.#knex, {
      table: 'decisions',
      columns: COLUMNS,
      rows: decisions.map(toRow),
    });
  }

  async #read(condition: Knex.Raw): Promise<StoredDecision[]> {
    const rows = await this.#knex('decisions')
      .where(condition)
      .orderBy('id', 'desc');
    return rows.map(toDecision);
  }
}

function toRow(decision: StoredDecision) {
  const { nodeId, reviewId, measures, participants, ...same } = decision;
  return {
    ...same,
    node_id: nodeId,
    review_id: reviewId,
    data: JSON.stringify({ measures, participants }),
  };
}

function toDecision(row: Record<string, any>): StoredDecision {
  return {
    id: row.id,
    nodeId: row.node_id,
    reviewId: row.review_id ?? undefined,
    date: row.date,
    type: row.type,
    reason: row.reason,
    learning: row.learning ?? undefined,
    ...JSON.parse(row.data),
    by: row.by,
    at: row.at,
  };
}
