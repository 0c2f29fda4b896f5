import { found } from '../__testUtils__/found';
import {
  day,
  fineMeasures,
  fineTree,
  measureWith,
  TreeBuilder,
} from '../__testUtils__/trees';
import { HintModel } from './hintCodes';

const [primary, leading] = fineMeasures;

describe('measures', () => {
  const lagging = measureWith({ primary: false }, [[-1, 50]]);

  it.each<[string, TreeBuilder, HintModel[]]>([
    [
      'are all lagging',
      fineTree({ goal: { measures: [primary, lagging] } }),
      [{ code: 'only-lagging', node: 'DG' }],
    ],
    [
      'are four',
      fineTree({ goal: { measures: [primary, leading, lagging, lagging] } }),
      [{ code: 'more-than-three-measures', node: 'DG', value: 4 }],
    ],
    [
      'are three',
      fineTree({ goal: { measures: [primary, leading, lagging] } }),
      [],
    ],
    [
      'count output',
      fineTree({
        bet: {
          measures: [
            primary,
            measureWith({
              name: 'number of dashboards',
              unit: 'count',
              timing: 'leading',
              primary: false,
            }),
          ],
        },
      }),
      [{ code: 'counts-output', node: 'B', measure: 'B-M2' }],
    ],
    [
      'have an activity as the primary one',
      fineTree({
        goal: {
          measures: [measureWith({ class: 'activity' }, [[-1, 50]]), leading],
        },
      }),
      [{ code: 'activity-as-primary', node: 'DG', measure: 'DG-M1' }],
    ],
    [
      'have no primary one',
      fineTree({ goal: { measures: [lagging, leading] } }),
      [{ code: 'not-one-primary', node: 'DG', value: 0 }],
    ],
    [
      'have two primary ones',
      fineTree({ goal: { measures: [primary, primary, leading] } }),
      [{ code: 'not-one-primary', node: 'DG', value: 2 }],
    ],
    [
      'have no baseline',
      fineTree({
        goal: { measures: [measureWith({ baseline: undefined }), leading] },
      }),
      [{ code: 'measure-without-baseline', node: 'DG', measure: 'DG-M1' }],
    ],
    [
      'have no target',
      fineTree({
        goal: { measures: [measureWith({ target: undefined }), leading] },
      }),
      [{ code: 'measure-without-target', node: 'DG', measure: 'DG-M1' }],
    ],
    [
      'have a target equal to the baseline',
      fineTree({
        goal: {
          measures: [
            measureWith({ target: { value: 0, date: day(10) } }),
            leading,
          ],
        },
      }),
      [{ code: 'target-equals-baseline', node: 'DG', measure: 'DG-M1' }],
    ],
    [
      'have something else that is wrong',
      fineTree({
        goal: { measures: [measureWith({ direction: 'decrease' }), leading] },
      }),
      [
        {
          code: 'invalid-measure',
          node: 'DG',
          measure: 'DG-M1',
          value: 'It is to decrease, but 100 is above the baseline of 0',
        },
      ],
    ],
  ])('%s', (_, tree, hints) => {
    expect(found(tree)).toEqual(hints);
  });
});
