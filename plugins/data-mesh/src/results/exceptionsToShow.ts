import { WaiverRecord } from '@backstage-data-mesh/plugin-data-mesh-common';

/**
 * The exceptions that whoever asked for them looks for: those that hold or wait
 * for somebody to decide, and those that were declined, until they are asked for
 * anew or their last day is over.
 *
 * @param waivers - the newest first
 * @param today - a day, UTC
 */
export function exceptionsToShow(
  waivers: readonly WaiverRecord[],
  today: string,
): WaiverRecord[] {
  const seen = new Set<string>();
  return waivers.filter(({ ruleSet, rule, state, until }) => {
    const about = `${ruleSet}/${rule}`;
    const isNewest = !seen.has(about);
    seen.add(about);
    return state !== 'declined' || (isNewest && until >= today);
  });
}
