import {
  MeasureFields,
  NodeFields,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { StoredMeasure } from '../store/MeasureStore';
import { StoredNode } from '../store/NodeStore';

const AT = '2026-01-01T00:00:00.000Z';

/** A node as it is kept, called by its id. */
export function keptNode(
  id: string,
  {
    fields,
    ...rest
  }: Partial<Omit<StoredNode, 'fields'>> & {
    fields?: Partial<NodeFields>;
  } = {},
): StoredNode {
  return {
    id,
    kind: 'goal',
    parentId: undefined,
    state: 'active',
    position: 1,
    managedBy: undefined,
    version: 1,
    createdAt: AT,
    updatedAt: AT,
    goneAt: undefined,
    ...rest,
    fields: { title: `Title of ${id}`, ...fields },
  };
}

/** What is said of a measure from 10 down to 2 h over a year. */
export function measureFields(
  fields: Partial<MeasureFields> = {},
): MeasureFields {
  return {
    name: 'Hours to wait',
    class: 'customer-value',
    timing: 'lagging',
    direction: 'decrease',
    unit: 'h',
    baseline: { value: 10, date: '2026-01-01' },
    target: { value: 2, date: '2026-12-31' },
    cadenceDays: 30,
    primary: true,
    ...fields,
  };
}

/** A measure as it is kept. */
export function keptMeasure(
  id: string,
  nodeId: string,
  {
    fields,
    ...rest
  }: Partial<Omit<StoredMeasure, 'fields'>> & {
    fields?: Partial<MeasureFields>;
  } = {},
): StoredMeasure {
  return {
    id,
    nodeId,
    position: 0,
    readings: [],
    managedBy: undefined,
    version: 1,
    createdAt: AT,
    updatedAt: AT,
    goneAt: undefined,
    ...rest,
    fields: measureFields(fields),
  };
}
