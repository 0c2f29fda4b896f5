import { TreeNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { measure, noShowTree, treeNode } from '../../testing/goals';
import { GoalsView, readView } from '../view';
import { needsAttention } from './attention';
import { hitsOf } from './hits';
import { actOfKey } from './keys';
import { isOpenAtFirst, rowsOf } from './rows';
import { above, below, shapeOf } from './shape';

const today = '2026-11-21';
const ids = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id);
const rowsIn = (
  nodes: TreeNode[],
  isOpen: (node: TreeNode) => boolean = () => true,
  shown?: ReadonlySet<string>,
) => rowsOf(shapeOf(nodes), { isOpen, shown });

describe('the shape of a tree', () => {
  it('knows what is above and below', () => {
    const shape = shapeOf(noShowTree());
    expect(ids(shape.roots)).toEqual(['V-1']);
    expect(above(shape, 'B-04')).toEqual(['DG-2', 'CG-1', 'V-1']);
    expect(ids(below(shape, 'CG-1'))).toEqual(['DG-2', 'B-04', 'I-04']);
  });

  it('has what is adrift at its end, and nothing twice', () => {
    const adrift = treeNode({ id: 'X', parentId: 'gone', isAdrift: true });
    const shape = shapeOf([adrift, ...noShowTree()]);
    expect(ids(shape.roots)).toEqual(['V-1', 'X']);
    expect(rowsIn([adrift, ...noShowTree()])).toHaveLength(6);
  });
});

describe('the rows of a tree', () => {
  it('are those that are unfolded, with their place', () => {
    const rows = rowsIn(noShowTree(), ({ id }) => id !== 'DG-2');
    expect(rows.map(row => [row.node.id, row.level, row.isOpen])).toEqual([
      ['V-1', 1, true],
      ['CG-1', 2, true],
      ['DG-2', 3, false],
    ]);
    const two = rowsIn([
      treeNode({ id: 'A', parentId: undefined }),
      treeNode({ id: 'B', parentId: undefined }),
    ]);
    expect(two.map(row => [row.position, row.siblings, row.isOpen])).toEqual([
      [1, 2, undefined],
      [2, 2, undefined],
    ]);
  });

  it('show goals unfolded at first only where they are few', () => {
    const many = Array.from({ length: 60 }, (_, number) =>
      treeNode({ id: `G${number}`, parentId: 'V-1' }),
    );
    const goal = treeNode();
    const vision = treeNode({ id: 'V-1', kind: 'vision' });
    expect(isOpenAtFirst(shapeOf(noShowTree()))(goal)).toBe(true);
    const isOpen = isOpenAtFirst(shapeOf([vision, ...many]));
    expect([isOpen(vision), isOpen(many[0])]).toEqual([true, false]);
  });
});

describe('what a view asks for', () => {
  const hits = (change: Partial<GoalsView>) => {
    const view = { ...readView(new URLSearchParams()), ...change };
    const found = hitsOf(shapeOf(noShowTree()), view, today);
    return { hits: [...found.hits], shown: [...found.shown] };
  };

  it('is shown with what is above it', () => {
    expect(hits({ stances: ['exploit'] })).toEqual({
      hits: ['B-04'],
      shown: expect.arrayContaining(['B-04', 'DG-2', 'CG-1', 'V-1']),
    });
    expect(hits({ stances: ['exploit'] }).shown).not.toContain('I-04');
  });

  it.each<[Partial<GoalsView>, string[]]>([
    [{ domains: [''] }, ['V-1', 'CG-1']],
    [{ domains: ['domain:default/none'] }, []],
    [{ owners: ['group:default/none'] }, []],
    [{ states: ['stopped'] }, []],
    [{ attention: true }, ['CG-1', 'DG-2']],
  ])('%j', (change, expected) => {
    expect(hits(change).hits).toEqual(expected);
  });
});

describe('attention', () => {
  const standing = (status: 'stale' | 'on-track' | 'no-data') =>
    measure({ standing: { status } });
  it.each<[string, Partial<TreeNode>, boolean]>([
    ['nothing', {}, false],
    ['a hint', { hints: [{ code: 'no-stop-rule' }] }, true],
    ['good news', { hints: [{ code: 'news', isNews: true }] }, false],
    ['a stale measure', { primary: standing('stale') }, true],
    ['no reading yet', { primary: standing('no-data') }, false],
    ['on course', { primary: standing('on-track') }, false],
    ['an overdue review', { reviewAt: '2026-11-20' }, true],
    ['a review today', { reviewAt: today }, false],
    ['a decision to take', { state: 'stop-ready' }, true],
    ['what is adrift', { isAdrift: true }, true],
    ['help wanted', { helpWanted: 'A data engineer' }, true],
    [
      'what is closed',
      { state: 'stopped', reviewAt: '2020-01-01', primary: standing('stale') },
      false,
    ],
  ])('%s', (_, change, expected) => {
    expect(needsAttention(treeNode(change), today)).toBe(expected);
  });
});

describe('the keys of the tree', () => {
  const rows = rowsIn(noShowTree(), ({ id }) => id !== 'DG-2');
  it.each([
    ['ArrowDown', 0, { go: 'CG-1' }],
    ['ArrowDown', 2, undefined],
    ['ArrowUp', 2, { go: 'CG-1' }],
    ['ArrowUp', 0, undefined],
    ['Home', 2, { go: 'V-1' }],
    ['End', 0, { go: 'DG-2' }],
    ['ArrowRight', 2, { fold: 'DG-2', isOpen: true }],
    ['ArrowRight', 0, { go: 'CG-1' }],
    ['ArrowLeft', 1, { fold: 'CG-1', isOpen: false }],
    ['ArrowLeft', 2, { go: 'CG-1' }],
    ['*', 1, { unfoldSiblings: true }],
    ['Enter', 1, { choose: 'CG-1' }],
    [' ', 1, { choose: 'CG-1' }],
    ['f', 0, { go: 'DG-2' }],
    ['e', 2, { go: 'V-1' }],
    ['x', 0, undefined],
    ['Shift', 0, undefined],
  ])('%s in row %i', (key, index, act) => {
    expect(actOfKey(rows, index, key)).toEqual(act);
  });

  it('have nothing to fold where nothing is below', () => {
    const all = rowsIn(noShowTree());
    expect(actOfKey(all, 4, 'ArrowRight')).toBeUndefined();
    expect(actOfKey(all, 4, 'ArrowLeft')).toEqual({ go: 'B-04' });
    expect(actOfKey([], -1, 'End')).toBeUndefined();
  });
});
