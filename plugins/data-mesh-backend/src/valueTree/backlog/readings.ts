import { parseBacklogRef } from '@backstage-data-mesh/plugin-data-mesh-common';
import { BacklogReading } from '@backstage-data-mesh/plugin-data-mesh-node';
import { z } from 'zod';

const LONGEST = 300;

/** Hosts do not tell the one from the other. */
export const NOT_THERE = 'it is not there, or the portal may not see it';

const text = z
  .string()
  .trim()
  .min(1)
  .transform(all => all.slice(0, LONGEST));

const readingSchema = z.union([
  z.object({ ref: z.string(), problem: text }),
  z.object({
    ref: z.string(),
    title: text,
    state: z.enum(['open', 'done']),
    url: z
      .string()
      .optional()
      .transform(url => url && parseBacklogRef(url, { provider: 'url' })?.url),
  }),
]);

/**
 * What a source says, as far as it can be used: a module may say anything, and
 * addresses become links.
 */
export function checkReadings(
  readings: readonly unknown[],
  refs: readonly string[],
): BacklogReading[] {
  const asked = new Set(refs);
  return readings.flatMap(one => {
    const { data } = readingSchema.safeParse(one);
    return data && asked.delete(data.ref) ? [data] : [];
  });
}
