import { daysSince } from '../days';
import { DomainContext } from '../DomainContext';
import { fact, FactsOf } from '../declareFacts';

export const domainGoalsDeclarations = {
  'goals.withParent': fact({
    type: 'int',
    description: 'Its goals that serve a goal above them',
    source: 'goals',
    example: 1,
  }),
  'goals.active': fact({
    type: 'int',
    description: 'Its active goals',
    source: 'goals',
    example: 2,
  }),
  'goals.measuredShare': fact({
    type: 'double',
    unit: 'share',
    description: 'Its active goals with a complete measure',
    source: 'goals',
    example: 1,
  }),
  'goals.staleMeasures': fact({
    type: 'int',
    description:
      'Primary measures of its active goals without a recent reading',
    source: 'goals',
    example: 0,
  }),
  'goals.movingMeasures': fact({
    type: 'int',
    description: 'Measures of its active goals that move the right way',
    note: 'By their last five readings; a stale one does not move.',
    source: 'goals',
    example: 1,
  }),
  'goals.daysSinceProof': fact({
    type: 'int',
    unit: 'days ago',
    description:
      'The last time a target was reached or a bet was stopped on evidence',
    source: 'goals',
    example: 60,
  }),
};

/** What the domain is after. */
export function domainGoalsFacts({
  mesh,
  ref,
}: DomainContext): FactsOf<typeof domainGoalsDeclarations> {
  const goals = mesh.goals.ofDomain(ref);
  const { withParent, active, measured, stale, moving, provenAt } = goals;
  return {
    goals: {
      withParent,
      active,
      measuredShare: active > 0 ? measured / active : null,
      staleMeasures: stale,
      movingMeasures: moving,
      daysSinceProof: daysSince(provenAt, mesh.today) ?? null,
    },
  };
}
