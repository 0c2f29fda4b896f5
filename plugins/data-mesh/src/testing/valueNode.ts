import {
  Measure,
  ValueNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { checkIn, measure, treeNode } from './goals';
import { link } from './products';

/** A measure with its readings, as the panel of a node has it. */
export function measureWithReadings(
  change: Partial<ValueNode['measures'][number]> = {},
): ValueNode['measures'][number] {
  return {
    ...measure(),
    checkIns: [
      checkIn({ id: 'C-0', date: '2026-08-01', value: 13.4 }),
      checkIn({ note: 'One clinic had no staff.' }),
    ],
    ...change,
  };
}

/** All that is known of a goal, with what the reader may do to it. */
export function valueNode(
  change: Partial<ValueNode> = {},
  may: ValueNode['node']['may'] = [],
): ValueNode {
  const may_: Measure['may'] = may.includes('edit') ? ['edit', 'check-in'] : [];
  return {
    node: treeNode({ may, primary: measure(), measures: 1 }),
    fields: {
      title: 'Fewer empty appointment slots',
      description: 'Slots that nobody comes to help nobody.',
      domain: 'domain:default/patient-services',
      owner: 'group:default/team-patient-access',
      reviewEveryDays: 90,
    },
    people: {
      'group:default/team-patient-access': link(
        'group:default/team-patient-access',
        'Patient access',
      ),
    },
    path: [
      { id: 'V-1', title: 'Every patient gets the right test on time' },
      { id: 'CG-1', title: 'Care without waiting' },
    ],
    measures: [measureWithReadings({ may: may_ })],
    decisions: [],
    backlog: [],
    components: [],
    ...change,
  };
}

/** Every act on a node. */
export const everyAct: ValueNode['node']['may'] = [
  'edit',
  'decide',
  'add',
  'move',
  'delete',
  'link',
];
