import { TreeBuilder } from '../__testUtils__/trees';
import { descendantsOf, wouldCycle } from './descendants';
import { effectiveDomains } from './effectiveDomains';
import { pathOf } from './pathOf';
import { servedGoal } from './servedGoal';
import { indexTree } from './indexTree';

const ids = (nodes: { id: string }[]) => nodes.map(({ id }) => id).join(' ');

const tree = new TreeBuilder()
  .add('initiative', 'I', 'B')
  .add('bet', 'B', 'DG')
  .add('vision', 'V')
  .add('goal', 'CG', 'V')
  .add('goal', 'DG', 'CG', { domain: 'domain:default/lab' })
  .add('bet', 'B2', 'DG')
  .add('bet', 'CB', 'CG')
  .add('bet', 'Adrift', 'gone')
  .add('initiative', 'AdriftToo', 'Adrift')
  .build();

const circle = new TreeBuilder()
  .add('goal', 'A', 'B')
  .add('goal', 'B', 'C', { domain: 'domain:default/lab' })
  .add('goal', 'C', 'A')
  .build();

describe('pathOf', () => {
  it('goes up to the vision, without the node itself', () => {
    expect(ids(pathOf(tree, 'I'))).toBe('V CG DG B');
    expect(pathOf(tree, 'V')).toEqual([]);
  });

  it('ends where there is nothing more', () => {
    expect(ids(pathOf(tree, 'AdriftToo'))).toBe('Adrift');
    expect(pathOf(tree, 'Adrift')).toEqual([]);
    expect(pathOf(tree, 'nobody')).toEqual([]);
    expect(ids(pathOf(circle, 'A'))).toBe('C B');
  });
});

describe('descendantsOf', () => {
  it('has parents before children, siblings in their order', () => {
    expect(ids(descendantsOf(tree, 'V'))).toBe('CG DG B I B2 CB');
    expect(descendantsOf(tree, 'I')).toEqual([]);
    expect(descendantsOf(tree, 'nobody')).toEqual([]);
  });

  it('comes to an end in a circle', () => {
    expect(ids(descendantsOf(circle, 'A'))).toBe('C B');
  });
});

describe('wouldCycle', () => {
  it.each([
    ['CG', 'CG', true],
    ['CG', 'DG', true],
    ['CG', 'I', true],
    ['DG', 'V', false],
    ['DG', undefined, false],
    ['DG', 'gone', false],
    ['new', 'DG', false],
  ])('%s below %s: %s', (id, parentId, expected) => {
    expect(wouldCycle(tree, id, parentId)).toBe(expected);
  });

  it('comes to an end in a circle', () => {
    expect(wouldCycle(circle, 'X', 'A')).toBe(false);
  });
});

describe('effectiveDomains', () => {
  it('takes that of the nearest node above', () => {
    expect(Object.fromEntries(effectiveDomains(tree))).toEqual({
      V: undefined,
      CG: undefined,
      DG: 'domain:default/lab',
      B: 'domain:default/lab',
      B2: 'domain:default/lab',
      I: 'domain:default/lab',
      CB: undefined,
      Adrift: undefined,
      AdriftToo: undefined,
    });
  });

  it('takes the own one of goals and visions, not of bets and initiatives', () => {
    const own = new TreeBuilder()
      .add('vision', 'V', undefined, { domain: 'domain:default/lab' })
      .add('goal', 'G', 'V')
      .add('goal', 'H', 'V', { domain: 'domain:default/sales' })
      .add('bet', 'B', 'G', { domain: 'domain:default/other' })
      .build();
    expect(Object.fromEntries(effectiveDomains(own))).toEqual({
      V: 'domain:default/lab',
      G: 'domain:default/lab',
      H: 'domain:default/sales',
      B: 'domain:default/lab',
    });
  });

  it('is the same in whatever order nodes come', () => {
    const other = { ...tree, nodes: [...tree.nodes].reverse() };
    expect(new Map([...effectiveDomains(other)].sort())).toEqual(
      new Map([...effectiveDomains(tree)].sort()),
    );
  });

  it('comes to an end in a circle', () => {
    expect(effectiveDomains(circle).get('B')).toBe('domain:default/lab');
    expect(effectiveDomains(circle).size).toBe(3);
  });
});

describe('servedGoal', () => {
  const served = (id: string, model = tree) => {
    const found = servedGoal(indexTree(model), id);
    return found && `${found.goal.id} ${found.isServed}`;
  };

  it('is the nearest goal above, or the node itself', () => {
    expect(served('I')).toBe('DG true');
    expect(served('DG')).toBe('DG true');
    expect(served('CB')).toBe('CG true');
    expect(served('V')).toBeUndefined();
    expect(served('AdriftToo')).toBeUndefined();
    expect(served('nobody')).toBeUndefined();
  });

  it.each([
    ['active', 'active', 'active', true],
    ['active', 'active', 'proposed', true],
    ['proposed', 'stop-ready', 'active', true],
    ['succeeded', 'succeeded', 'active', true],
    ['stopped', 'active', 'active', false],
    ['active', 'stopped', 'active', false],
    ['active', 'active', 'dropped', false],
    ['active', 'active', 'achieved', false],
  ] as const)(
    'an initiative %s, a bet %s, a goal %s: %s',
    (initiative, bet, goal, isServed) => {
      const model = new TreeBuilder()
        .add('goal', 'G', undefined, { state: goal })
        .add('bet', 'B', 'G', { state: bet })
        .add('initiative', 'I', 'B', { state: initiative })
        .build();
      expect(served('I', model)).toBe(`G ${isServed}`);
    },
  );
});
