import { found, lab } from '../__testUtils__/found';
import { fineTree, TreeBuilder } from '../__testUtils__/trees';
import { HintOptions } from './HintContext';

describe('a domain', () => {
  const withBets = (count: number) => {
    const tree = fineTree();
    for (let at = 0; at < count; at++) {
      tree.add('bet', `X${at}`, 'DG', {
        stopRule: 'x',
        state: (['active', 'stop-ready'] as const)[at % 2],
      });
    }
    return tree
      .add('bet', 'P', 'DG', { stopRule: 'x', state: 'proposed' })
      .add('bet', 'Z', 'DG', { state: 'stopped' });
  };
  const ofDomains = (tree: TreeBuilder, options?: Partial<HintOptions>) =>
    found(tree, options).filter(({ domain }) => domain);

  it('may have five active bets', () => {
    expect(ofDomains(withBets(4))).toEqual([]);
    expect(ofDomains(withBets(5))).toEqual([
      { code: 'too-many-active-bets', domain: lab, value: 6 },
    ]);
  });

  it('may have as many as is set', () => {
    expect(ofDomains(withBets(5), { maxActiveBets: 6 })).toEqual([]);
    expect(ofDomains(withBets(1), { maxActiveBets: 1 })).toHaveLength(1);
  });
});
