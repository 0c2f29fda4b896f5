import { MeasureFields } from '@backstage-data-mesh/plugin-data-mesh-common';
import { StoredMeasure } from '../store/MeasureStore';

/** A measure as it is kept first, without readings. */
export function newMeasure(
  fields: MeasureFields,
  {
    now,
    ...place
  }: { id: string; nodeId: string; position: number; now: Date },
): StoredMeasure {
  const at = now.toISOString();
  return {
    ...place,
    fields,
    readings: [],
    version: 1,
    createdAt: at,
    updatedAt: at,
  };
}
