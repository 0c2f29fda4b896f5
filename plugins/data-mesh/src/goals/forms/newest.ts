import {
  DataMeshApi,
  Measure,
  ValueNode,
  valueNodeSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/** Whether something was refused because it stood in the way of another. */
export function isConflict(error: Error): boolean {
  return (
    error.name === 'ConflictError' ||
    ('statusCode' in error && error.statusCode === 409)
  );
}

/** What is there now, as the refusal carries it. */
function currentIn(error: Error): unknown {
  const { body } = error as { body?: { error?: { current?: unknown } } };
  return body?.error?.current;
}

/**
 * A node as it is now, after a change to it was refused.
 *
 * @returns undefined when it was refused for another reason
 */
export async function newestNode(
  api: DataMeshApi,
  error: Error,
  read: { id: string; version: number },
): Promise<ValueNode | undefined> {
  if (!isConflict(error)) {
    return undefined;
  }
  const told = valueNodeSchema.safeParse(currentIn(error)).data;
  const now = told ?? (await api.getValueNode(read.id));
  return now.node.version === read.version ? undefined : now;
}

/** The same of a measure; also undefined when the measure is gone. */
export async function newestMeasure(
  api: DataMeshApi,
  error: Error,
  read: { id: string; nodeId: string; version: number },
): Promise<Measure | undefined> {
  if (!isConflict(error)) {
    return undefined;
  }
  const { measures } = await api.getValueNode(read.nodeId);
  const now = measures.find(({ id }) => id === read.id);
  return now?.version === read.version ? undefined : now;
}
