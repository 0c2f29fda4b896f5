import { contextOf, evidenceOf } from '../__testUtils__/contexts';
import { goalsFacts } from './goals';

describe('goalsFacts', () => {
  it('counts initiatives of file and tree once', () => {
    const facts = goalsFacts(
      contextOf(
        { initiatives: ['I-1', 'I-2'] },
        {
          initiatives: ['I-2', 'I-3'],
          initiativesOfUsers: ['I-4', 'I-4'],
          evidence: [evidenceOf('goals.living', 1)],
        },
      ),
    );

    expect(facts.goals).toEqual({
      initiatives: 3,
      initiativesOfUsers: 1,
      active: null,
      living: 1,
    });
  });

  it('leads nowhere without an initiative', () => {
    expect(goalsFacts(contextOf()).goals).toMatchObject({
      active: 0,
      living: 0,
    });
  });
});
