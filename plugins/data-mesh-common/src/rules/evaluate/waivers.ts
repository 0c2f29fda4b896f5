import { dayOf } from './days';

/**
 * A rule that is set aside for one subject.
 *
 * @public
 */
export interface Waiver {
  /** The id of the rule. */
  rule: string;
  reason: string;
  /** The last day it holds, or a time on that day, in ISO 8601 (UTC). */
  until: string;
  /** Without an approver it does not count. */
  approvedBy?: string;
}

/** The waivers that count today, by rule; of several the longest. */
export function activeWaivers(
  waivers: readonly Waiver[],
  today: string,
): Map<string, { until: string; reason: string }> {
  const active = new Map<string, { until: string; reason: string }>();
  for (const { rule, reason, until, approvedBy } of waivers) {
    const last = dayOf(until);
    const other = active.get(rule)?.until ?? '';
    if (approvedBy && last !== undefined && last >= today && last > other) {
      active.set(rule, { until: last, reason });
    }
  }
  return active;
}
