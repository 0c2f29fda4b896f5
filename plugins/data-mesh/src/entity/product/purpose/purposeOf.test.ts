import { TreeNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { noShowTree, treeNode } from '../../../testing/goals';
import { link } from '../../../testing/products';
import { goalsServedBy, purposesOf } from './purposeOf';

const shipments = 'dataproduct:default/shipments';
const linked: TreeNode['products'] = [
  { ...link(shipments, 'Shipments'), from: ['tree'] },
];
const ids = (nodes: TreeNode[]) => nodes.map(({ id }) => id).join(' ');
const told = (nodes: TreeNode[]) =>
  purposesOf({ nodes }, shipments).map(({ branches, trunk, isLiving }) => ({
    branches: branches.map(ids),
    trunk: ids(trunk),
    isLiving,
  }));
const with_ = (changes: Record<string, Partial<TreeNode>>) =>
  noShowTree().map(node => ({ ...node, ...changes[node.id] }));

describe('what a data product is for', () => {
  it('is told from what it is linked to up to the vision', () => {
    expect(told(noShowTree())).toEqual([
      { branches: ['I-04 B-04'], trunk: 'DG-2 CG-1 V-1', isLiving: true },
    ]);
  });

  it('is nothing without a link', () => {
    expect(purposesOf({ nodes: noShowTree() }, 'dataproduct:a/b')).toEqual([]);
  });

  it('has all ways to one goal together', () => {
    const bet = treeNode({ id: 'B-13', kind: 'bet', products: linked });
    expect(told([...noShowTree(), { ...bet, parentId: 'DG-2' }])).toEqual([
      {
        branches: ['I-04 B-04', 'B-13'],
        trunk: 'DG-2 CG-1 V-1',
        isLiving: true,
      },
    ]);
  });

  it('has other goals apart, those that live first', () => {
    const other = treeNode({
      id: 'DG-0',
      state: 'achieved',
      parentId: 'CG-1',
      products: linked,
    });
    expect(told([other, ...noShowTree()])).toEqual([
      { branches: ['I-04 B-04'], trunk: 'DG-2 CG-1 V-1', isLiving: true },
      { branches: [], trunk: 'DG-0 CG-1 V-1', isLiving: false },
    ]);
  });

  it.each<[string, Record<string, Partial<TreeNode>>, boolean]>([
    ['the goal is dropped', { 'DG-2': { state: 'dropped' } }, false],
    ['the bet is stopped', { 'B-04': { state: 'stopped' } }, false],
    ['the initiative is stopped', { 'I-04': { state: 'stopped' } }, false],
    ['the initiative has succeeded', { 'I-04': { state: 'succeeded' } }, true],
    ['the goal is proposed', { 'DG-2': { state: 'proposed' } }, true],
  ])('lives or not when %s', (_, changes, isLiving) => {
    const nodes = with_(changes);
    expect(told(nodes)).toMatchObject([{ isLiving }]);
    expect(ids(goalsServedBy({ nodes }, shipments))).toBe(
      isLiving ? 'DG-2' : '',
    );
  });

  it('is told as far as one may see', () => {
    const nodes = noShowTree().filter(({ id }) => id !== 'DG-2');
    expect(told(nodes)).toEqual([
      { branches: ['I-04 B-04'], trunk: '', isLiving: false },
    ]);
  });
});
