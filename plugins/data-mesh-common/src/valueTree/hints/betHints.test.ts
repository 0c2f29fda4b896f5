import { found } from '../__testUtils__/found';
import {
  day,
  fineMeasures,
  fineTree,
  today,
  TreeBuilder,
} from '../__testUtils__/trees';
import { HintModel } from './hintCodes';

describe('a bet', () => {
  it.each<[string, TreeBuilder, HintModel[]]>([
    [
      'has no stop rule',
      fineTree({ bet: { stopRule: undefined } }),
      [{ code: 'no-stop-rule', node: 'B' }],
    ],
    [
      'is ready for a decision',
      fineTree({ bet: { state: 'stop-ready' } }),
      [{ code: 'ready-for-a-decision', node: 'B' }],
    ],
    [
      'has measures of its own below a goal that has none',
      fineTree({ goal: { measures: [] }, bet: { measures: fineMeasures } }),
      [{ code: 'goal-without-measure', node: 'DG' }],
    ],
    [
      'was to be reviewed yesterday',
      fineTree({ bet: { reviewAt: day(-1) } }),
      [{ code: 'review-overdue', node: 'B', value: day(-1) }],
    ],
    ['is to be reviewed today', fineTree({ bet: { reviewAt: today } }), []],
  ])('%s', (_, tree, hints) => {
    expect(found(tree)).toEqual(hints);
  });
});
