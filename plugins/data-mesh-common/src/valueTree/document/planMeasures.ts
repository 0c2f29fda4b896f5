import { checkMeasures } from '../measures/check';
import { Belonging, changesOf, differingFields } from './changesOf';
import { CurrentMeasure, PlannedMeasure, TreeChanges } from './TreeChanges';
import { DocumentNode } from './ValueTreeDocument';

export function planMeasures(
  current: ReadonlyMap<string, CurrentMeasure>,
  nodes: readonly DocumentNode[],
  belonging: Belonging,
): TreeChanges<PlannedMeasure> {
  const planned = nodes.flatMap(({ id: nodeId, measures }) =>
    measures.map(
      ({ id, fields }, at): PlannedMeasure => ({
        id,
        nodeId,
        fields,
        position: at + 1,
      }),
    ),
  );
  return changesOf(planned, current, belonging, (measure, known) => [
    ...differingFields(measure.fields, known.fields),
    ...(measure.nodeId === known.nodeId ? [] : ['parent']),
    ...(measure.position === known.position ? [] : ['order']),
  ]);
}

/** Finds nodes whose measures do not go with those that people added. */
export function checkTogether(
  current: ReadonlyMap<string, CurrentMeasure>,
  nodes: readonly DocumentNode[],
  belonging: Belonging,
): { id: string; message: string }[] {
  const written = new Set(
    nodes.flatMap(({ measures }) => measures.map(({ id }) => id)),
  );
  const added = new Map<string, CurrentMeasure[]>();
  for (const measure of current.values()) {
    const { id, nodeId, goneAt } = measure;
    if (!goneAt && !written.has(id) && !belonging.isOwn(measure)) {
      added.set(nodeId, [...(added.get(nodeId) ?? []), measure]);
    }
  }
  return nodes.flatMap(({ id, measures }) => {
    const others = added.get(id) ?? [];
    return others.length === 0 || measures.length === 0
      ? []
      : checkMeasures([...measures, ...others].map(({ fields }) => fields)).map(
          problem => ({
            id,
            message: `With the measures of “${id}” in the portal: ${problem}.`,
          }),
        );
  });
}
