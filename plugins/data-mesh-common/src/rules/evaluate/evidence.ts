import { Need } from '../compile/CompiledRuleSet';
import { addDays, dayOf } from './days';

/**
 * The evidence of one key that counts for a subject: the one of the source
 * that wins.
 *
 * @public
 */
export interface CurrentEvidence {
  value: unknown;
  /** A time in ISO 8601. */
  observedAt: string;
  /** A time in ISO 8601; it holds through that day (UTC). */
  expiresAt?: string;
}

/** Whether evidence can be relied on today, with the days that decide it. */
export type EvidenceState =
  | { state: 'current'; observed: string; until: string | undefined }
  | { state: 'outdated'; observed: string; until: string }
  | { state: 'undated' }
  | { state: 'missing' };

/**
 * Evidence holds through the day it expires on, and through the last of the
 * days a rule allows it. What is dated later than tomorrow cannot be relied
 * on: it would hold for longer than it should.
 */
export function stateOfEvidence(
  evidence: CurrentEvidence | undefined,
  days: Need['days'],
  today: string,
): EvidenceState {
  if (!evidence) {
    return { state: 'missing' };
  }
  const { observedAt, expiresAt } = evidence;
  const observed = dayOf(observedAt);
  const expires = expiresAt === undefined ? undefined : dayOf(expiresAt);
  const tomorrow = addDays(today, 1) ?? today;
  if (
    observed === undefined ||
    observed > tomorrow ||
    (expiresAt !== undefined && expires === undefined)
  ) {
    return { state: 'undated' };
  }
  const limits = [
    expires,
    days === undefined ? undefined : addDays(observed, days),
  ];
  const until = limits.filter(day => day !== undefined).sort()[0];
  return until !== undefined && until < today
    ? { state: 'outdated', observed, until }
    : { state: 'current', observed, until };
}
