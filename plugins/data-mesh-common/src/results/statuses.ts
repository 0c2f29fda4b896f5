/**
 * What one rule comes to on one subject.
 *
 * - `pass`
 * - `fail`
 * - `unknown`: no or outdated evidence, a question nobody has answered, a fact
 *   that no source can tell
 * - `waiting`: not met, and a rule that comes first does not hold either
 * - `waived`: not met, and set aside with reason, approver and expiry
 * - `not-applicable`: by type, lifecycle or absence of what it is about
 * - `not-measured`: its evidence has never arrived for anyone, and nobody can
 *   answer it
 *
 * @public
 */
export const ruleStatuses = [
  'pass',
  'fail',
  'unknown',
  'waiting',
  'waived',
  'not-applicable',
  'not-measured',
] as const;

/** @public */
export type RuleStatus = (typeof ruleStatuses)[number];

/**
 * True for `pass` and `waived`. What is neither met nor unmet is left out of
 * both sides of a share.
 *
 * @public
 */
export function isMet(status: RuleStatus): boolean {
  return status === 'pass' || status === 'waived';
}

/**
 * True for `fail`, `unknown` and `waiting`.
 *
 * @public
 */
export function isUnmet(status: RuleStatus): boolean {
  return status === 'fail' || status === 'unknown' || status === 'waiting';
}
