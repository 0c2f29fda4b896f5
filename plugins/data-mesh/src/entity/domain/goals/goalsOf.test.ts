import { TreeNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { noShowTree, treeNode, valueTree } from '../../../testing/goals';
import { link } from '../../../testing/products';
import { goalsOf } from './goalsOf';

const domain = 'domain:default/patient-services';
const bet = (id: string, change: Partial<TreeNode>) =>
  treeNode({ id, kind: 'bet', parentId: 'DG-2', title: id, ...change });

describe('the goals of a domain', () => {
  it('are its own and not those above them', () => {
    const { living } = goalsOf(valueTree(noShowTree()), domain);
    expect(living.map(({ node }) => node.id)).toEqual(['DG-2']);
  });

  it('have their bets by stance, then by the next review', () => {
    const bets = [
      bet('none', {}),
      bet('sustain', { stance: 'sustain', reviewAt: '2026-01-01' }),
      bet('explore-unplanned', { stance: 'explore' }),
      bet('explore-late', { stance: 'explore', reviewAt: '2027-03-01' }),
      bet('explore-soon', { stance: 'explore', reviewAt: '2026-12-01' }),
      bet('stopped', { stance: 'explore', state: 'stopped' }),
      bet('ready', { stance: 'exploit', state: 'stop-ready' }),
    ];
    const nodes = [...noShowTree().filter(({ id }) => id !== 'B-04'), ...bets];
    const [goal] = goalsOf(valueTree(nodes), domain).living;
    expect(goal.bets.map(({ id }) => id)).toEqual([
      'explore-soon',
      'explore-late',
      'explore-unplanned',
      'ready',
      'sustain',
      'none',
    ]);
  });

  it('name each product that does not meet its target once', () => {
    const again = bet('B-13', { products: noShowTree()[4].products });
    const [goal] = goalsOf(valueTree([...noShowTree(), again]), domain).living;
    expect(goal.heldBackBy.map(({ title }) => title)).toEqual(['Patient 360']);
  });

  it('are held back by nothing that is linked to what is given up', () => {
    const nodes = noShowTree().map(node =>
      node.id === 'I-04' ? { ...node, state: 'stopped' as const } : node,
    );
    const [goal] = goalsOf(valueTree(nodes), domain).living;
    expect(goal.heldBackBy).toEqual([]);
  });

  it('are apart once they are closed', () => {
    const nodes = noShowTree().map(node =>
      node.id === 'DG-2' ? { ...node, state: 'dropped' as const } : node,
    );
    const { living, closed } = goalsOf(valueTree(nodes), domain);
    expect(living).toEqual([]);
    expect(closed.map(({ id }) => id)).toEqual(['DG-2']);
  });

  it('have hints on goals first, on products last, and no good news', () => {
    const hint = (code: string, node: string) => ({ code, node });
    const nodes = noShowTree().map(node => ({
      ...node,
      hints: [
        hint(`on-${node.id}`, node.id),
        { ...hint('news', node.id), isNews: true as const },
      ],
    }));
    const product = link('dataproduct:default/a', 'A');
    const tree = valueTree([...nodes].reverse(), {
      hints: [{ code: 'product-without-goal', product }],
    });
    expect(
      goalsOf(tree, domain).hints.map(({ hint: { code }, node }) => [
        code,
        node?.id,
      ]),
    ).toEqual([
      ['on-DG-2', 'DG-2'],
      ['on-B-04', 'B-04'],
      ['on-I-04', 'I-04'],
      ['product-without-goal', undefined],
    ]);
  });
});
