import {
  CheckIn,
  checkInSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/**
 * The reading that stands in the way of one that was refused; undefined where
 * it was refused for another reason.
 */
export function currentCheckIn(error: Error): CheckIn | undefined {
  const { body } = error as { body?: { error?: { current?: unknown } } };
  return checkInSchema.safeParse(body?.error?.current).data;
}
