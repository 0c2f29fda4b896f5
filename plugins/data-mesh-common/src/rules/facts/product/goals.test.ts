import { contextOf } from '../__testUtils__/contexts';
import { falling, measureOf, meshWith, nodeOf } from '../__testUtils__/goals';
import { goalsFacts } from './goals';

const nodes = [
  nodeOf('goal', 'G-1'),
  nodeOf('goal', 'G-2'),
  nodeOf('bet', 'B-1', 'G-1'),
  nodeOf('initiative', 'I-1', 'B-1'),
  nodeOf('initiative', 'I-2', 'B-1'),
];
const mesh = meshWith({
  nodes,
  measures: [measureOf('G-1', falling)],
  products: { 'I-2': ['dataproduct:default/orders'], 'G-2': ['other'] },
});

describe('goalsFacts', () => {
  it('counts initiatives of file and tree once', () => {
    const facts = goalsFacts(
      contextOf(
        { initiatives: ['I-1', 'I-2'] },
        { mesh, initiativesOfUsers: ['I-4', 'I-4'] },
      ),
    );

    expect(facts.goals).toEqual({
      initiatives: 2,
      initiativesOfUsers: 1,
      active: 1,
      living: 1,
    });
  });

  it('follows what only the tree links it to', () => {
    expect(goalsFacts(contextOf({}, { mesh })).goals).toMatchObject({
      initiatives: 1,
      active: 1,
      living: 1,
    });
  });

  it('follows what only its file names, to goals that nobody reads too', () => {
    const product = { ref: 'other', initiatives: ['I-1'] };

    expect(goalsFacts(contextOf(product, { mesh })).goals).toMatchObject({
      initiatives: 2,
      active: 2,
      living: 1,
    });
  });

  it('leads nowhere with an initiative that nobody knows', () => {
    const product = { ref: 'new', initiatives: ['I-9'] };

    expect(goalsFacts(contextOf(product, { mesh })).goals).toMatchObject({
      initiatives: 1,
      active: 0,
      living: 0,
    });
  });

  it('leads nowhere without an initiative', () => {
    expect(goalsFacts(contextOf()).goals).toMatchObject({
      initiatives: 0,
      active: 0,
      living: 0,
    });
  });
});
