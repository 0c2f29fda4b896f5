import {
  Measure,
  Standing,
  standingOf,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { NameEntity } from '../../visibility/links';
import { StoredMeasure } from '../store/MeasureStore';
import { StoredNode } from '../store/NodeStore';
import { Viewer } from './Viewer';

/** A measure as it is shown. */
export function describeMeasure(
  measure: StoredMeasure,
  node: StoredNode,
  viewer: Pick<Viewer, 'rights' | 'isPerson' | 'day'>,
  name: NameEntity,
  standing: Standing = standingOf(measure, viewer.day),
): Measure {
  const { rights, isPerson } = viewer;
  const { owner, ...fields } = measure.fields;
  const may: Measure['may'] = [];
  // What is managed in Git is written there.
  if (isPerson && !measure.managedBy && rights.mayManage(node)) {
    may.push('edit');
  }
  if (rights.mayCheckIn(node, measure)) {
    may.push('check-in');
  }
  return {
    ...fields,
    id: measure.id,
    nodeId: measure.nodeId,
    owner: name(owner),
    version: measure.version,
    standing,
    may,
  };
}
