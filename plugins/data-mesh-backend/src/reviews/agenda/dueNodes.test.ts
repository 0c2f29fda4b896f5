import { Hint, TreeNode } from '@backstage-data-mesh/plugin-data-mesh-common';
import { dueNodes } from './dueNodes';

const node = (changes: Partial<TreeNode>): TreeNode => ({
  id: 'B',
  kind: 'bet',
  title: 'A bet',
  state: 'active',
  measures: 0,
  rollUp: { counts: {} },
  hints: [],
  products: [],
  backlog: 0,
  version: 1,
  may: [],
  ...changes,
});
const hint = (code: string, more: Partial<Hint> = {}): Hint => ({
  code,
  node: 'B',
  ...more,
});

describe('dueNodes', () => {
  it.each<[string, Partial<TreeNode>, string[] | undefined]>([
    ['nothing', {}, undefined],
    ['its day in a month', { reviewAt: '2026-03-31' }, ['date']],
    ['its day later', { reviewAt: '2026-04-01' }, undefined],
    ['its day long ago', { reviewAt: '2025-01-01' }, ['date']],
    ['stop-ready', { state: 'stop-ready' }, ['stop-ready']],
    ['a hint', { hints: [hint('no-stop-rule')] }, ['hints']],
    ['news', { hints: [hint('x', { isNews: true })] }, undefined],
    [
      'a hint on its day',
      { hints: [hint('review-overdue')], reviewAt: '2026-02-01' },
      ['date'],
    ],
    ['closed', { state: 'stopped', reviewAt: '2026-02-01' }, undefined],
    ['no goal', { kind: 'initiative', reviewAt: '2026-02-01' }, undefined],
    [
      'all',
      {
        state: 'stop-ready',
        reviewAt: '2026-02-01',
        hints: [hint('bet-without-measure')],
      },
      ['date', 'stop-ready', 'hints'],
    ],
  ])('%s', (_, changes, why) => {
    const due = dueNodes([node(changes)], new Map(), '2026-03-01');
    expect(due[0]?.why).toEqual(why);
  });

  it('keeps what was decided in the review', () => {
    expect(
      dueNodes(
        [node({ state: 'stopped' })],
        new Map([['B', 'stop' as const]]),
        '2026-03-01',
      ),
    ).toMatchObject([{ id: 'B', why: [], decided: 'stop' }]);
  });
});
