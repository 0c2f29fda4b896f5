import {
  Measure,
  MeasureChange,
  NewMeasure,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { hangsOnTree } from './keys';
import { Sending, useDataMeshMutation } from './useDataMeshMutation';

const hanging = () => hangsOnTree.map(key => [key]);
const hangingOnError = () => [['value-tree'], ['value-node']];

/** Adds a measure of success to a node. */
export function useAddMeasure(): Sending<
  { nodeId: string; measure: NewMeasure },
  Measure
> {
  return useDataMeshMutation({
    send: (api, input: { nodeId: string; measure: NewMeasure }) =>
      api.addMeasure(input.nodeId, input.measure),
    hanging,
    hangingOnError,
  });
}

/** Changes what is measured. */
export function useChangeMeasure(): Sending<
  { id: string } & MeasureChange,
  Measure
> {
  return useDataMeshMutation({
    send: (api, { id, ...change }: { id: string } & MeasureChange) =>
      api.changeMeasure(id, change),
    hanging,
    hangingOnError,
  });
}

/** Takes a measure away; its readings stay in the history. */
export function useDeleteMeasure(): Sending<
  { id: string; version: number },
  void
> {
  return useDataMeshMutation({
    send: (api, { id, version }: { id: string; version: number }) =>
      api.deleteMeasure(id, version),
    hanging,
    hangingOnError,
  });
}
