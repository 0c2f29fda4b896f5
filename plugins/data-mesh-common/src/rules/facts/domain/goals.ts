import { EvidenceKeyName } from '../../evidence';
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
  evidence,
  mesh,
}: DomainContext): FactsOf<typeof domainGoalsDeclarations> {
  const count = (key: EvidenceKeyName) =>
    (evidence[key]?.value as number | undefined) ?? null;
  const active = count('goals.active');
  const measured = count('goals.measured');
  const proven = evidence['goals.provenAt']?.value as string | undefined;
  return {
    goals: {
      withParent: count('goals.withParent'),
      active,
      measuredShare: active && measured !== null ? measured / active : null,
      staleMeasures: count('goals.staleMeasures'),
      movingMeasures: count('goals.movingMeasures'),
      daysSinceProof: daysSince(proven, mesh.today) ?? null,
    },
  };
}
