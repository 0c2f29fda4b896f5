import fc from 'fast-check';
import { nodeStates } from '../../api';
import { found, lab } from '../__testUtils__/found';
import {
  day,
  fineMeasures,
  fineTree,
  measureWith,
  today,
  TreeBuilder,
} from '../__testUtils__/trees';
import { standingsOf } from '../measures/standingOf';
import { TreeModel } from '../model';
import { HintCode, hintCodes, HintModel } from './hintCodes';
import { hintsOf } from './hintsOf';

it('has nothing to say where all is well', () => {
  expect(found(fineTree())).toEqual([]);
  expect(found(new TreeBuilder())).toEqual([]);
});

describe('the place', () => {
  it('is missing where the parent is gone', () => {
    const tree = fineTree()
      .add('bet', 'X', 'gone', { measures: fineMeasures, stopRule: 'x' })
      .add('goal', 'Y', 'gone', { domain: lab, measures: fineMeasures })
      .add('bet', 'YB', 'Y', { stopRule: 'x' });
    expect(found(tree)).toEqual([
      { code: 'adrift', node: 'X', value: 'gone' },
      { code: 'adrift', node: 'Y', value: 'gone' },
    ]);
  });

  it('is missing for a bet without a parent', () => {
    const tree = fineTree().add('bet', 'X', undefined, {
      measures: fineMeasures,
      stopRule: 'x',
    });
    expect(found(tree)).toEqual([{ code: 'adrift', node: 'X' }]);
  });
});

describe('what is closed', () => {
  it('gets no hints', () => {
    const bare = { measures: [measureWith({ baseline: undefined })] };
    const tree = new TreeBuilder()
      .add('goal', 'A', 'gone', { state: 'achieved', ...bare })
      .add('goal', 'D', undefined, { state: 'dropped', domain: lab })
      .add('bet', 'S', 'D', { state: 'stopped', reviewAt: day(-9) })
      .add('initiative', 'I', 'S', { state: 'succeeded' });
    expect(found(tree)).toEqual([]);
  });
});

describe('any tree', () => {
  const kinds = ['vision', 'goal', 'bet', 'initiative'] as const;
  const anyTree = fc
    .array(
      fc.record({
        kind: fc.constantFrom(...kinds),
        parent: fc.option(fc.nat(15), { nil: undefined }),
        state: fc.constantFrom(...nodeStates),
        domain: fc.option(fc.constantFrom(lab, 'domain:default/b'), {
          nil: undefined,
        }),
        reviewAt: fc.option(fc.constantFrom(day(-1), day(1)), {
          nil: undefined,
        }),
        values: fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 4 }),
        products: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }),
      }),
      { maxLength: 15 },
    )
    .map(seeds => {
      const tree = new TreeBuilder();
      seeds.forEach(({ kind, parent, values, products, ...seed }, at) =>
        tree.add(
          kind,
          `N${at}`,
          parent === undefined ? undefined : `N${parent}`,
          {
            ...seed,
            measures: values.map((value, nth) =>
              measureWith(
                {
                  primary: nth === 0,
                  timing: nth % 2 === 0 ? 'lagging' : 'leading',
                },
                [[0, value]],
              ),
            ),
            links: { products },
          },
        ),
      );
      return tree.build();
    });
  const products = ['a', 'b', 'c', 'd'].map((ref, at) => ({
    ref,
    domain: at % 2 ? lab : 'domain:default/b',
    inputs: at === 0 ? ['b'] : [],
  }));
  const asSet = (hints: HintModel[]) =>
    hints.map(hint => JSON.stringify(Object.entries(hint).sort())).sort();

  it('has the same hints in whatever order its nodes are', () => {
    const shuffled = anyTree.chain(tree =>
      fc
        .shuffledSubarray([...tree.nodes], { minLength: tree.nodes.length })
        .map(nodes => [tree, { ...tree, nodes }] as [TreeModel, TreeModel]),
    );
    fc.assert(
      fc.property(shuffled, ([tree, other]) => {
        expect(asSet(hintsOf(other, { today, products }))).toEqual(
          asSet(hintsOf(tree, { today, products })),
        );
      }),
    );
  });

  it('has no hint twice, and each is about something', () => {
    const codes: readonly HintCode[] = hintCodes;
    fc.assert(
      fc.property(anyTree, tree => {
        const hints = hintsOf(tree, { today, products });
        expect(new Set(asSet(hints)).size).toBe(hints.length);
        for (const { code, node, product, domain } of hints) {
          expect(codes).toContain(code);
          expect(node ?? product ?? domain).toBeDefined();
        }
      }),
    );
  });

  it('has the same hints with standings that are known already', () => {
    fc.assert(
      fc.property(anyTree, tree => {
        const standings = standingsOf(tree, today);
        expect(hintsOf(tree, { today, standings })).toEqual(
          hintsOf(tree, { today }),
        );
      }),
    );
  });
});
