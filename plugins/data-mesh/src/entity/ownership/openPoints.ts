import {
  EntityLink,
  EntityRuleSetResults,
  ResultsList,
  RuleSetOutline,
  severities,
  Severity,
} from '@backstage-data-mesh/plugin-data-mesh-common';

/** The id of the rule set with the signs that nobody looks after something. */
export const OWNERSHIP_FAULTS = 'ownership-faults';

/**
 * The faults that are about who answers for something. The others are shown
 * with the rule that they restate.
 */
export const ownershipCodes: readonly string[] = [
  ...Array.from({ length: 9 }, (_, index) => `OF-0${index + 1}`),
  'OF-16',
  'OF-17',
];

const handOverCodes = new Set(['OF-01', 'OF-02', 'OF-04', 'OF-05']);

/** Whether another team has to take over for this point to be closed. */
export function asksForHandOver({ code }: { code: string }): boolean {
  return handOverCodes.has(code);
}

/** An open point of ownership. */
export interface OpenPoint {
  code: string;
  title: string;
  /** What to do. */
  fix?: string;
  /** What is wrong here, if that says more than the title. */
  reason?: string;
  severity: Severity;
  /** Null: before it was measured. */
  since: string | null;
  /** What it is about, where a card speaks of several. */
  subject?: EntityLink;
}

/** What a card says of ownership faults on one entity. */
export interface OwnershipPoints {
  open: OpenPoint[];
  /** What could not be told, in words. */
  unknown: { code: string; words: string }[];
  setAside: { code: string; title: string; until: string }[];
}

/** The points of one entity. */
export function pointsOf(
  results: EntityRuleSetResults,
  outline: RuleSetOutline | undefined,
): OwnershipPoints {
  const rules = rulesByCode(outline);
  const shown = results.results.filter(isOwnership);
  return {
    open: shown
      .filter(({ status }) => status === 'fail')
      .map(({ code, reason, severity, since }) => ({
        code,
        title: rules.get(code)?.title ?? reason ?? code,
        fix: rules.get(code)?.fix,
        reason,
        severity: severity ?? rules.get(code)?.severity ?? 'medium',
        since,
      })),
    unknown: shown
      .filter(({ status }) => status === 'unknown')
      .map(({ code, reason }) => ({
        code,
        words: reason ?? rules.get(code)?.title ?? code,
      })),
    setAside: shown.flatMap(({ code, status, waivedUntil }) =>
      status === 'waived' && waivedUntil
        ? [
            {
              code,
              title: rules.get(code)?.title ?? code,
              until: waivedUntil,
            },
          ]
        : [],
    ),
  };
}

/** The open points of several entities. */
export function pointsInList(
  list: ResultsList,
  outline: RuleSetOutline | undefined,
): OpenPoint[] {
  const rules = rulesByCode(outline);
  return list.items.flatMap(({ entity, unmet }) =>
    unmet
      .filter(isOwnership)
      .filter(({ status }) => status === 'fail')
      .map(({ code, severity, since }) => ({
        code,
        title: rules.get(code)?.title ?? code,
        fix: rules.get(code)?.fix,
        severity: severity ?? rules.get(code)?.severity ?? 'medium',
        since,
        subject: entity,
      })),
  );
}

/** The most urgent first, and what is open for longest first among them. */
export function bySeverity(
  points: readonly OpenPoint[],
): { severity: Severity; points: OpenPoint[] }[] {
  return severities
    .map(severity => ({
      severity,
      points: points
        .filter(point => point.severity === severity)
        .sort(
          (one, other) =>
            (one.since ?? '').localeCompare(other.since ?? '') ||
            one.code.localeCompare(other.code),
        ),
    }))
    .filter(group => group.points.length > 0);
}

function isOwnership({ code }: { code: string }): boolean {
  return ownershipCodes.includes(code);
}

function rulesByCode(outline: RuleSetOutline | undefined) {
  return new Map(outline?.rules.map(rule => [rule.code, rule]));
}
