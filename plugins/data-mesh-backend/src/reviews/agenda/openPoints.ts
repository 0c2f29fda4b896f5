import {
  ReviewPoint,
  severities,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Outlines, subjectOf } from '../../resultViews/Outlines';
import { StoredRule } from '../../resultViews/StoredResults';
import { OWNERSHIP_FAULTS } from '../../ruleSets/RuleSetsInForce';
import { NameEntity } from '../../visibility/links';

/** What is open in ownership, the most urgent first. */
export function openPoints(
  rules: readonly StoredRule[],
  outlines: Pick<Outlines, 'rule'>,
  name: NameEntity,
): ReviewPoint[] {
  return rules
    .filter(
      ({ ruleSet, status, counted }) =>
        ruleSet === OWNERSHIP_FAULTS && status === 'fail' && counted,
    )
    .flatMap((result): ReviewPoint[] => {
      const { subjectRef, rule, code, reason, severity, since } = result;
      const entity = name(subjectRef);
      const told = outlines.rule(
        OWNERSHIP_FAULTS,
        subjectOf(subjectRef) ?? '',
        rule,
      );
      return entity
        ? [
            {
              entity,
              rule,
              code,
              title: told?.title ?? code,
              reason,
              severity: severity ?? 'medium',
              since,
            },
          ]
        : [];
    })
    .sort(
      (a, b) =>
        rankOf(a) - rankOf(b) ||
        (a.entity.title < b.entity.title ? -1 : 1) ||
        (a.code < b.code ? -1 : 1),
    );
}

const URGENCY = [
  'high',
  'medium',
  'low',
] satisfies (typeof severities)[number][];

function rankOf({ severity }: ReviewPoint): number {
  return URGENCY.indexOf(severity);
}
