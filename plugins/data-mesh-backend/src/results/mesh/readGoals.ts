import {
  GoalIndex,
  GoalProof,
} from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { NodeState } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { MeasureStore } from '../../valueTree/store/MeasureStore';
import { NodeStore } from '../../valueTree/store/NodeStore';

/** A node that came to one of these reached something, or gave it up. */
const PROVING: readonly NodeState[] = ['achieved', 'succeeded', 'stopped'];

/**
 * The value tree as facts see it on a day. What catalog files link is known
 * from the products themselves.
 */
export async function readGoals(knex: Knex, today: string): Promise<GoalIndex> {
  const nodes = await new NodeStore(knex).all();
  const measures = await new MeasureStore(knex).all();
  const links = await readProductLinks(knex);
  const proofs = [...(await readStops(knex)), ...(await readMoves(knex))];
  return new GoalIndex({ nodes, measures, links }, { today, proofs });
}

async function readProductLinks(knex: Knex) {
  const rows: { node_id: string; ref: string }[] = await knex('node_links')
    .select('node_id', 'ref')
    .where({ provider: 'catalog' })
    .whereLike('ref', 'dataproduct:%')
    .orderBy(['node_id', 'ref']);
  const links: Record<string, { products: string[]; backlog: [] }> =
    Object.create(null);
  for (const { node_id: id, ref } of rows) {
    links[id] ??= { products: [], backlog: [] };
    links[id].products.push(ref);
  }
  return links;
}

/** Stops that were decided by measures, or with what was learnt. */
async function readStops(knex: Knex): Promise<GoalProof[]> {
  const rows = await knex('decisions')
    .select('node_id')
    .max({ day: 'date' })
    .where({ type: 'stop' })
    .where(evidence =>
      evidence.whereNotNull('learning').orWhereLike('data', '%"measures":[{%'),
    )
    .groupBy('node_id');
  return rows.map(toProof);
}

/** When nodes came to the state that they are in. */
async function readMoves(knex: Knex): Promise<GoalProof[]> {
  const rows = await knex('node_versions as v')
    .join('value_nodes as n', join =>
      join.on('n.id', 'v.node_id').andOn('n.state', 'v.action'),
    )
    .select('v.node_id')
    .max({ day: 'v.at' })
    .whereIn('n.state', PROVING)
    .whereNull('n.gone_at')
    .whereNull('v.measure_id')
    .groupBy('v.node_id');
  return rows.map(toProof);
}

function toProof(row: { node_id?: string; day?: string }): GoalProof {
  return { nodeId: row.node_id ?? '', day: (row.day ?? '').slice(0, 10) };
}
