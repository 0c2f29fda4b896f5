import fc from 'fast-check';
import { measureStatuses, NodeState } from '../api';
import { measureWith, today, TreeBuilder } from './__testUtils__/trees';
import { standingsOf } from './measures/standingOf';
import { rollUpOf, rollUpsOf, worstFirst } from './rollUp';

/** A primary measure of which this much is done where half is expected. */
const done = (value: number) => ({
  measures: [
    measureWith({ timing: 'leading', primary: false }),
    measureWith({}, [[0, value]]),
  ],
});

const rollUps = (tree: TreeBuilder) => {
  const model = tree.build();
  return rollUpsOf(model, standingsOf(model, today));
};

describe('rollUpOf', () => {
  it('knows all statuses, the worst first', () => {
    expect([...worstFirst].sort()).toEqual([...measureStatuses].sort());
    expect(worstFirst.filter(status => status !== 'invalid')).toEqual([
      'off-track',
      'missed',
      'at-risk',
      'stale',
      'no-data',
      'too-early',
      'on-track',
      'achieved',
    ]);
  });

  it('tells the worst of what is below', () => {
    expect(rollUpOf('achieved', { 'on-track': 3, stale: 1 })).toEqual({
      own: 'achieved',
      worst: 'stale',
      counts: { 'on-track': 3, stale: 1 },
    });
    expect(rollUpOf(undefined, {})).toEqual({ counts: {} });
  });
});

describe('rollUpsOf', () => {
  it('counts the primary measures of children', () => {
    const found = rollUps(
      new TreeBuilder()
        .add('goal', 'G', undefined, done(60))
        .add('bet', 'A', 'G', done(10))
        .add('bet', 'B', 'G', done(60))
        .add('bet', 'C', 'G', done(40))
        .add('bet', 'D', 'G'),
    );
    expect(found.get('G')).toEqual({
      own: 'on-track',
      worst: 'off-track',
      counts: { 'off-track': 1, 'at-risk': 1, 'on-track': 1 },
    });
    expect(found.get('D')).toEqual({ counts: {} });
  });

  it('passes on what is below a child without a primary measure', () => {
    const found = rollUps(
      new TreeBuilder()
        .add('vision', 'V')
        .add('goal', 'G', 'V')
        .add('goal', 'A', 'G', done(40))
        .add('goal', 'B', 'G', done(60))
        .add('bet', 'C', 'B', done(10)),
    );
    const counts = { 'at-risk': 1, 'on-track': 1 };
    expect(found.get('V')).toEqual({ worst: 'at-risk', counts });
    expect(found.get('G')).toEqual({ worst: 'at-risk', counts });
  });

  it('leaves out what is closed', () => {
    const states: NodeState[] = ['stopped', 'succeeded', 'active'];
    const tree = new TreeBuilder().add('goal', 'G');
    states.forEach(state =>
      tree.add('bet', state, 'G', { state, ...done(10) }),
    );
    expect(rollUps(tree).get('G')?.counts).toEqual({ 'off-track': 1 });
  });

  it('comes to an end in a circle', () => {
    const found = rollUps(
      new TreeBuilder().add('goal', 'A', 'B').add('goal', 'B', 'A', done(60)),
    );
    expect(found.get('A')?.counts).toEqual({ 'on-track': 1 });
  });

  it('does not care for the order of nodes', () => {
    const values = fc.array(fc.integer({ min: -20, max: 120 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(values, fc.infiniteStream(fc.nat()), (amounts, random) => {
        const tree = new TreeBuilder().add('goal', 'N0', undefined, done(5));
        amounts.forEach((amount, at) =>
          tree.add(
            'goal',
            `N${at + 1}`,
            `N${random.next().value % (at + 1)}`,
            amount < 0 ? {} : done(amount),
          ),
        );
        const model = tree.build();
        const standings = standingsOf(model, today);
        const other = { ...model, nodes: [...model.nodes].reverse() };
        const found = rollUpsOf(model, standings);
        const again = rollUpsOf(other, standings);
        for (const { id } of model.nodes) {
          expect(again.get(id)).toEqual(found.get(id));
        }
      }),
    );
  });
});
