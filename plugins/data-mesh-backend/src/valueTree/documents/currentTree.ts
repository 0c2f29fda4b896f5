import { ValueTreeDocument } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { MeasureStore, StoredMeasure } from '../store/MeasureStore';
import { NodeStore, StoredNode } from '../store/NodeStore';

/** All that is there, and what was deleted of that which is in a document. */
export type TreeForPlan = {
  nodes: StoredNode[];
  measures: StoredMeasure[];
};

export async function readTreeForPlan(
  knex: Knex,
  { nodes: written }: ValueTreeDocument,
): Promise<TreeForPlan> {
  const nodes = new NodeStore(knex);
  const measures = new MeasureStore(knex);
  const nodesEver = await nodes.byIdsEver(written.map(({ id }) => id));
  const measuresEver = await measures.byIdsEver(
    written.flatMap(node => node.measures.map(({ id }) => id)),
  );
  return {
    nodes: [...(await nodes.all()), ...nodesEver.filter(isGone)],
    measures: [...(await measures.all()), ...measuresEver.filter(isGone)],
  };
}

function isGone({ goneAt }: { goneAt?: string }): boolean {
  return goneAt !== undefined;
}
