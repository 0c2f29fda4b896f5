import { MeasureFields, NodeKind, NodeState } from '../../../api';
import { MeasureModel, NodeModel, TreeModel } from '../../../valueTree';
import { GoalIndex, GoalProof } from '../mesh';
import { MeshContext } from '../MeshContext';
import { TODAY, mesh } from './contexts';

export const LAB = 'domain:default/diagnostics';

export function nodeOf(
  kind: NodeKind,
  id: string,
  parentId?: string,
  { state = 'active', domain }: { state?: NodeState; domain?: string } = {},
): NodeModel {
  return { id, kind, parentId, state, fields: { title: id, domain } };
}

/** Falls from 100 in the year before to 0 in the year after. */
export function measureOf(
  nodeId: string,
  readings: MeasureModel['readings'],
  fields: Partial<MeasureFields> = {},
): MeasureModel {
  return {
    id: `${nodeId}-${fields.name ?? 'measure'}`,
    nodeId,
    fields: {
      name: 'hours',
      class: 'customer-value',
      timing: 'lagging',
      direction: 'decrease',
      unit: 'h',
      baseline: { value: 100, date: '2025-03-01' },
      target: { value: 0, date: '2027-03-01' },
      cadenceDays: 30,
      primary: true,
      ...fields,
    },
    readings,
  };
}

/** Read every 30 days, the last time on the day. */
export const falling = [
  { date: '2025-12-31', value: 60 },
  { date: '2026-01-30', value: 50 },
  { date: TODAY, value: 40 },
];

export function treeOf(parts: {
  nodes?: NodeModel[];
  measures?: MeasureModel[];
  /** Refs of products, by the id of the node. */
  products?: Record<string, string[]>;
}): TreeModel {
  const { nodes = [], measures = [], products = {} } = parts;
  return {
    nodes,
    measures,
    links: Object.fromEntries(
      Object.entries(products).map(([id, refs]) => [
        id,
        { products: refs, backlog: [] },
      ]),
    ),
  };
}

/** The mesh with this value tree. */
export function meshWith(
  tree: Parameters<typeof treeOf>[0],
  options: { today?: string; proofs?: GoalProof[] } = {},
): MeshContext {
  const { today = TODAY, proofs } = options;
  const goals = new GoalIndex(treeOf(tree), { today, proofs });
  return { ...mesh, today, goals };
}
