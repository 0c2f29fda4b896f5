import { found, lab } from '../__testUtils__/found';
import {
  day,
  fineMeasures,
  fineTree,
  measureWith,
  TreeBuilder,
} from '../__testUtils__/trees';
import { HintModel } from './hintCodes';

const [, leading] = fineMeasures;
const behind = measureWith({}, [[-1, 5]]);

describe('a goal', () => {
  it.each<[string, TreeBuilder, HintModel[]]>([
    [
      'is worded as an output',
      fineTree({ goal: { title: 'Build a dashboard for the lab' } }),
      [{ code: 'goal-worded-as-output', node: 'DG' }],
    ],
    [
      'has its outcome behind while a leading measure is on course',
      fineTree({ goal: { measures: [behind, leading] } }),
      [
        {
          code: 'leading-on-course-outcome-behind',
          node: 'DG',
          measure: 'DG-M1',
          value: 'hours saved',
        },
      ],
    ],
    [
      'has its outcome missed while a leading measure is achieved',
      fineTree({
        goal: {
          measures: [
            measureWith({ target: { value: 100, date: day(-1) } }, [[-1, 50]]),
            measureWith({ timing: 'leading', primary: false }, [[-1, 100]]),
          ],
        },
      }),
      [
        {
          code: 'leading-on-course-outcome-behind',
          node: 'DG',
          measure: 'DG-M1',
          value: 'hours saved',
        },
      ],
    ],
    [
      'has its outcome behind while a bet is on course',
      fineTree({
        goal: {
          measures: [
            behind,
            measureWith({ timing: 'leading', primary: false }, [[-1, 5]]),
          ],
        },
        bet: {
          measures: [
            measureWith({ name: 'clinics that look', timing: 'leading' }, [
              [-1, 60],
            ]),
          ],
        },
      }),
      [
        {
          code: 'leading-on-course-outcome-behind',
          node: 'DG',
          measure: 'DG-M1',
          value: 'clinics that look',
        },
      ],
    ],
    [
      'has its outcome only a little behind',
      fineTree({ goal: { measures: [measureWith({}, [[-1, 40]]), leading] } }),
      [],
    ],
    [
      'has its outcome behind and the leading measure too',
      fineTree({
        goal: {
          measures: [
            behind,
            measureWith({ timing: 'leading', primary: false }, [[-1, 5]]),
          ],
        },
      }),
      [],
    ],
    [
      'has a leading measure behind as the primary one',
      fineTree({
        goal: {
          measures: [
            measureWith({ timing: 'leading' }, [[-1, 5]]),
            { ...leading },
          ],
        },
      }),
      [],
    ],
    [
      'of the company has no measure, one below it has',
      fineTree({ company: { measures: [] } }),
      [{ code: 'measured-only-through-domain-goals', node: 'CG' }],
    ],
    [
      'has no measure, nor have its bets',
      fineTree({ goal: { measures: [] } }),
      [
        { code: 'goal-without-measure', node: 'DG' },
        { code: 'bet-without-measure', node: 'B' },
      ],
    ],
    [
      'of the company has no measure, and the one below it neither',
      fineTree({ company: { measures: [] }, goal: { measures: [] } }),
      [
        { code: 'goal-without-measure', node: 'CG' },
        { code: 'goal-without-measure', node: 'DG' },
        { code: 'bet-without-measure', node: 'B' },
      ],
    ],
    [
      'of a domain is at the top',
      fineTree()
        .add('goal', 'X', undefined, {
          domain: lab,
          measures: fineMeasures,
        })
        .add('bet', 'XB', 'X', { stopRule: 'x' }),
      [{ code: 'goal-without-parent', node: 'X' }],
    ],
    [
      'of the company is at the top',
      fineTree()
        .add('goal', 'X', undefined, {
          measures: fineMeasures,
        })
        .add('bet', 'XB', 'X', { stopRule: 'x' }),
      [],
    ],
    [
      'of a domain has no bet',
      fineTree().add('goal', 'X', 'CG', {
        domain: lab,
        measures: fineMeasures,
      }),
      [{ code: 'goal-without-bet', node: 'X' }],
    ],
    [
      'of a domain has bets that came to their end',
      fineTree()
        .add('goal', 'X', 'CG', { domain: lab, measures: fineMeasures })
        .add('bet', 'X1', 'X', { state: 'stopped' })
        .add('bet', 'X2', 'X', { state: 'succeeded' }),
      [{ code: 'goal-without-bet', node: 'X' }],
    ],
    [
      'of a domain has a goal below it and no bet',
      fineTree()
        .add('goal', 'X', 'CG', { domain: lab, measures: fineMeasures })
        .add('goal', 'Y', 'X', { measures: fineMeasures })
        .add('bet', 'B3', 'Y', { stopRule: 'x' }),
      [],
    ],
    [
      'of the company is served by nobody',
      fineTree().add('goal', 'X', 'V', { measures: fineMeasures }),
      [{ code: 'goal-served-by-nobody', node: 'X' }],
    ],
    [
      'of the company is served by a goal that was dropped',
      fineTree()
        .add('goal', 'X', 'V', { measures: fineMeasures })
        .add('goal', 'Y', 'X', { state: 'dropped' }),
      [{ code: 'goal-served-by-nobody', node: 'X' }],
    ],
    [
      'of the company has a bet of its own',
      fineTree()
        .add('goal', 'X', 'V', { measures: fineMeasures })
        .add('bet', 'Y', 'X', { stopRule: 'x', state: 'proposed' }),
      [],
    ],
  ])('%s', (_, tree, hints) => {
    expect(found(tree)).toEqual(hints);
  });
});
