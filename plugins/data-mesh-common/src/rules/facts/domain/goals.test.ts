import { domainContextOf, evidenceOf } from '../__testUtils__/contexts';
import { domainGoalsFacts } from './goals';

describe('domainGoalsFacts', () => {
  it('knows nothing without goals', () => {
    expect(domainGoalsFacts(domainContextOf()).goals).toEqual({
      withParent: null,
      active: null,
      measuredShare: null,
      staleMeasures: null,
      movingMeasures: null,
      daysSinceProof: null,
    });
  });

  it.each([
    [2, 1, 0.5],
    [0, 0, null],
    [2, undefined, null],
  ])('%d active, %s measured', (active, measured, measuredShare) => {
    const evidence = [
      evidenceOf('goals.active', active),
      ...(measured === undefined
        ? []
        : [evidenceOf('goals.measured', measured)]),
      evidenceOf('goals.provenAt', '2026-02-01'),
    ];

    expect(domainGoalsFacts(domainContextOf({ evidence })).goals).toMatchObject(
      {
        active,
        measuredShare,
        daysSinceProof: 28,
      },
    );
  });
});
