import { z } from 'zod';

/**
 * The channel of the Backstage signals that tell of new results.
 *
 * @public
 */
export const RESULTS_SIGNAL_CHANNEL = 'data-mesh:results';

/** Few enough that a marker never gives away which entities there are. */
const MARKERS = 256;

/**
 * What goes out to everyone who is signed in when results changed: markers of
 * the entities, between 0 and 255.
 *
 * @public
 */
export const resultsSignalSchema = z.object({
  changed: z.array(z.int()).max(MARKERS),
});

/** @public */
export type ResultsSignal = z.output<typeof resultsSignalSchema>;

/**
 * The marker of an entity. Many share one, so that it tells a page when to
 * look again, and nobody what exists.
 *
 * @param ref - a full entity ref; upper and lower case are the same
 *
 * @public
 */
export function resultsMarkerOf(ref: string): number {
  // FNV-1a, which spreads well and runs alike everywhere.
  let hash = 0x811c9dc5;
  for (const letter of ref.toLocaleLowerCase('en-US')) {
    hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193);
  }
  return (hash ^ (hash >>> 8) ^ (hash >>> 16) ^ (hash >>> 24)) & (MARKERS - 1);
}
