import { domainContextOf } from '../__testUtils__/contexts';
import {
  LAB,
  falling,
  measureOf,
  meshWith,
  nodeOf,
} from '../__testUtils__/goals';
import { domainGoalsFacts } from './goals';

const goal = (id: string, parent?: string) =>
  nodeOf('goal', id, parent, { domain: LAB });

describe('domainGoalsFacts', () => {
  it('knows that there are no goals', () => {
    expect(domainGoalsFacts(domainContextOf()).goals).toEqual({
      withParent: 0,
      active: 0,
      measuredShare: null,
      staleMeasures: 0,
      movingMeasures: 0,
      daysSinceProof: null,
    });
  });

  it('counts those of the domain', () => {
    const mesh = meshWith(
      {
        nodes: [
          nodeOf('goal', 'above'),
          goal('a', 'above'),
          goal('b'),
          nodeOf('bet', 'bet', 'a', { state: 'stopped' }),
        ],
        measures: [measureOf('above', falling), measureOf('a', falling)],
      },
      { proofs: [{ nodeId: 'bet', day: '2026-02-01' }] },
    );

    expect(domainGoalsFacts(domainContextOf({ mesh })).goals).toEqual({
      withParent: 1,
      active: 2,
      measuredShare: 0.5,
      staleMeasures: 0,
      movingMeasures: 1,
      daysSinceProof: 28,
    });
  });
});
