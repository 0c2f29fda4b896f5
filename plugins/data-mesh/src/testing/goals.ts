import {
  CheckIn,
  Measure,
  TreeNode,
  ValueTree,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { link } from './products';

const patientServices = () =>
  link('domain:default/patient-services', 'Patient services');

/** Missed appointments, which fall too slowly. */
export function measure(change: Partial<Measure> = {}): Measure {
  return {
    id: 'M-03',
    nodeId: 'DG-2',
    name: 'Missed appointments',
    class: 'customer-value',
    timing: 'lagging',
    direction: 'decrease',
    unit: '%',
    baseline: { value: 14.2, date: '2026-03-26' },
    target: { value: 9, date: '2027-03-21' },
    cadenceDays: 30,
    primary: true,
    version: 1,
    standing: {
      status: 'off-track',
      progress: 0.3077,
      expected: 0.6333,
      expectedValue: 10.9067,
      current: { value: 12.6, date: '2026-11-09' },
      trend: 'better',
      dueAt: '2026-12-09',
    },
    may: [],
    ...change,
  };
}

/** A reading of it. */
export function checkIn(change: Partial<CheckIn> = {}): CheckIn {
  return {
    id: 'C-1',
    measureId: 'M-03',
    date: '2026-11-09',
    value: 12.6,
    by: link('user:default/yusuf.demir', 'Yusuf Demir'),
    at: '2026-11-09T08:00:00Z',
    ...change,
  };
}

/** A node of the tree: a goal of a domain unless said otherwise. */
export function treeNode(change: Partial<TreeNode> = {}): TreeNode {
  return {
    id: 'DG-2',
    kind: 'goal',
    parentId: 'CG-1',
    title: 'Fewer empty appointment slots',
    state: 'active',
    domain: patientServices(),
    measures: change.primary ? 1 : 0,
    rollUp: {
      counts: {},
      ...(change.primary && { own: change.primary.standing.status }),
    },
    hints: [],
    products: [],
    backlog: 0,
    version: 1,
    may: [],
    ...change,
  };
}

/** A tree of some nodes. */
export function valueTree(
  nodes: TreeNode[],
  change: Partial<ValueTree> = {},
): ValueTree {
  return { day: '2026-11-21', nodes, hints: [], mayAdd: [], ...change };
}

/** From the vision to an initiative with three data products, one not there. */
export function noShowTree(): TreeNode[] {
  return [
    treeNode({
      id: 'V-1',
      kind: 'vision',
      parentId: undefined,
      domain: undefined,
      title: 'Every patient gets the right test on time',
    }),
    treeNode({
      id: 'CG-1',
      parentId: 'V-1',
      domain: undefined,
      title: 'Care without waiting',
      primary: measure({
        id: 'M-14',
        nodeId: 'CG-1',
        name: 'Patients: “I got my answer in time”',
        direction: 'increase',
        unit: 'score',
        baseline: { value: 3.1, date: '2025-10-17' },
        target: { value: 4.2, date: '2027-06-09' },
        standing: {
          status: 'at-risk',
          progress: 0.4545,
          expected: 0.6,
          expectedValue: 3.76,
          current: { value: 3.6, date: '2026-10-12' },
          trend: 'better',
        },
      }),
    }),
    treeNode({ primary: measure() }),
    treeNode({
      id: 'B-04',
      kind: 'bet',
      parentId: 'DG-2',
      title: 'If staff know who may not come, reminders cut misses',
      stance: 'exploit',
      reviewAt: '2026-12-01',
      stopRule: 'Misses unchanged after 90 days',
    }),
    treeNode({
      id: 'I-04',
      kind: 'initiative',
      parentId: 'B-04',
      title: 'No-show reminders',
      useCases: ['Call patients likely to miss'],
      products: [
        {
          ...link('dataproduct:default/patient-360', 'Patient 360'),
          from: ['catalog'],
          level: 2,
          target: 3,
          meetsTarget: false,
        },
        {
          ...link('dataproduct:default/shipments', 'Shipments'),
          from: ['tree', 'catalog'],
          linkId: 'L-1',
          level: 3,
          target: 3,
          meetsTarget: true,
        },
      ],
    }),
  ];
}
