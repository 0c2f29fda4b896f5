import { NodeState } from '../../../api';
import { MeasureModel } from '../../../valueTree';
import { TODAY } from '../__testUtils__/contexts';
import {
  LAB,
  falling,
  measureOf,
  nodeOf,
  treeOf,
} from '../__testUtils__/goals';
import { GoalIndex, GoalProof } from './GoalIndex';

const ORDERS = 'dataproduct:default/orders';

const branch = (states: {
  goal?: NodeState;
  bet?: NodeState;
  initiative?: NodeState;
}) => [
  nodeOf('vision', 'V'),
  nodeOf('goal', 'above', 'V'),
  nodeOf('goal', 'goal', 'above', { state: states.goal, domain: LAB }),
  nodeOf('bet', 'bet', 'goal', { state: states.bet }),
  nodeOf('initiative', 'initiative', 'bet', { state: states.initiative }),
];

const indexOf = (
  tree: Parameters<typeof treeOf>[0],
  { today = TODAY, proofs }: { today?: string; proofs?: GoalProof[] } = {},
) => new GoalIndex(treeOf(tree), { today, proofs });

describe('what nodes lead to', () => {
  const measures = [measureOf('goal', falling)];

  it.each<[Parameters<typeof branch>[0], number, number]>([
    [{}, 1, 1],
    [{ bet: 'proposed', initiative: 'proposed' }, 1, 1],
    [{ bet: 'stop-ready' }, 1, 1],
    [{ bet: 'succeeded', initiative: 'succeeded' }, 1, 1],
    [{ bet: 'stopped' }, 0, 0],
    [{ initiative: 'stopped' }, 0, 0],
    [{ goal: 'proposed' }, 0, 0],
    [{ goal: 'achieved' }, 0, 0],
    [{ goal: 'dropped' }, 0, 0],
  ])('%j: %d active, %d living', (states, active, living) => {
    const index = indexOf({ nodes: branch(states), measures });

    expect(index.ledTo(['initiative'])).toEqual({ active, living });
  });

  it.each<[string, MeasureModel[], number]>([
    ['no measure', [], 0],
    ['no reading', [measureOf('goal', [])], 0],
    ['a reading on the day', [measureOf('goal', falling)], 1],
    [
      'a reading of 45 days ago',
      [measureOf('goal', [{ date: '2026-01-15', value: 50 }])],
      1,
    ],
    [
      'a reading of 46 days ago',
      [measureOf('goal', [{ date: '2026-01-14', value: 50 }])],
      0,
    ],
    [
      'an old reading at the target',
      [measureOf('goal', [{ date: '2025-04-01', value: 0 }])],
      1,
    ],
    ['no target', [measureOf('goal', falling, { target: undefined })], 0],
    [
      'a primary without a reading beside one with',
      [
        measureOf('goal', falling, { name: 'other', primary: false }),
        measureOf('goal', []),
      ],
      0,
    ],
    ['a measure of the bet', [measureOf('bet', falling)], 0],
  ])('with %s', (_, own, living) => {
    const index = indexOf({ nodes: branch({}), measures: own });

    expect(index.ledTo(['initiative'])).toEqual({ active: 1, living });
  });

  it('is each goal once, from wherever', () => {
    const index = indexOf({
      nodes: [...branch({}), nodeOf('goal', 'other', 'above')],
      measures,
    });

    expect(
      index.ledTo(['initiative', 'bet', 'goal', 'other', 'V', 'unknown']),
    ).toEqual({ active: 2, living: 1 });
    expect(index.ledTo([])).toEqual({ active: 0, living: 0 });
  });

  it('ends in a circle, and where the parent is gone', () => {
    const index = indexOf({
      nodes: [
        nodeOf('bet', 'a', 'b'),
        nodeOf('initiative', 'b', 'a'),
        nodeOf('bet', 'adrift', 'gone'),
      ],
    });

    expect(index.ledTo(['a', 'b', 'adrift'])).toEqual({ active: 0, living: 0 });
  });

  it('begins with what a product is linked to', () => {
    const index = indexOf({
      nodes: branch({}),
      products: { initiative: [ORDERS], goal: [ORDERS], gone: [ORDERS] },
    });

    expect(index.linkedTo(ORDERS)).toEqual(['initiative', 'goal']);
    expect(index.linkedTo('dataproduct:default/other')).toEqual([]);
    expect(
      index.initiativesOf({ ref: ORDERS, initiatives: ['I-1', 'goal', 'I-1'] }),
    ).toEqual(['I-1', 'goal', 'initiative']);
  });
});

describe('the goals of a domain', () => {
  const none = {
    goals: 0,
    withParent: 0,
    active: 0,
    measured: 0,
    stale: 0,
    moving: 0,
    provenAt: undefined,
  };

  it('are none without any', () => {
    expect(indexOf({}).ofDomain(LAB)).toEqual(none);
  });

  it('are told apart by what they are', () => {
    const goal = (id: string, state?: NodeState, parent?: string) =>
      nodeOf('goal', id, parent, { state, domain: LAB });
    const old = [{ date: '2025-06-01', value: 90 }];
    const index = indexOf({
      nodes: [
        nodeOf('goal', 'of-all'),
        goal('a', 'active', 'of-all'),
        goal('b', 'active', 'gone'),
        goal('c', 'active'),
        goal('d', 'proposed', 'of-all'),
        goal('e', 'dropped', 'of-all'),
        // Below, without a domain of its own.
        nodeOf('goal', 'f', 'a'),
        nodeOf('goal', 'g', 'a', { domain: 'domain:default/sales' }),
      ],
      measures: [
        measureOf('a', falling),
        measureOf('a', falling, { name: 'second', primary: false }),
        measureOf('a', [...falling].slice(1), { name: 'short' }),
        measureOf('b', old),
        measureOf('c', falling, { baseline: undefined }),
        measureOf('d', old),
        measureOf('f', []),
        measureOf('g', falling),
      ],
    });

    expect(index.ofDomain(LAB)).toEqual({
      ...none,
      goals: 5,
      withParent: 3,
      active: 4,
      measured: 3,
      stale: 2,
      moving: 2,
    });
  });

  it('do not move by readings that are old', () => {
    const nodes = [nodeOf('goal', 'a', undefined, { domain: LAB })];
    const measures = [measureOf('a', falling)];

    expect(indexOf({ nodes, measures }).ofDomain(LAB)).toMatchObject({
      stale: 0,
      moving: 1,
    });
    expect(
      indexOf({ nodes, measures }, { today: '2026-04-16' }).ofDomain(LAB),
    ).toMatchObject({ stale: 1, moving: 0 });
  });

  describe('were proven', () => {
    const provenAt = (
      measures: MeasureModel[],
      proofs: GoalProof[] = [],
      states: Parameters<typeof branch>[0] = {},
    ) =>
      indexOf({ nodes: branch(states), measures }, { proofs }).ofDomain(LAB)
        .provenAt;
    const at = (day: string, value: number) => ({ date: day, value });

    it.each<[string, MeasureModel[], string | undefined]>([
      ['a measure on its way', [measureOf('bet', falling)], undefined],
      [
        'the first reading since which a measure is at its target',
        [
          measureOf('bet', [
            at('2025-10-01', 0),
            at('2025-11-01', 5),
            at('2025-12-01', -1),
            at('2026-01-01', 0),
          ]),
        ],
        '2025-12-01',
      ],
      [
        'a measure that is past its target no more',
        [measureOf('bet', [at('2025-12-01', 0), at('2026-01-01', 1)])],
        undefined,
      ],
      [
        'the last day of a range that was kept',
        [
          measureOf('bet', [at('2026-01-20', 5)], {
            direction: 'keep-in-range',
            target: { date: '2026-02-01', from: 0, to: 10 },
          }),
        ],
        '2026-02-01',
      ],
    ])('by %s', (_, measures, day) => {
      expect(provenAt(measures)).toBe(day);
    });

    it('by the last of all that has come', () => {
      const measures = [measureOf('goal', [at('2025-12-01', 0)])];
      const proofs = [
        { nodeId: 'bet', day: '2026-01-05' },
        { nodeId: 'bet', day: '2026-01-01' },
        { nodeId: 'initiative', day: '2026-03-02' },
        { nodeId: 'above', day: '2026-02-01' },
      ];

      expect(provenAt(measures, proofs)).toBe('2026-01-05');
      expect(provenAt(measures, [])).toBe('2025-12-01');
    });

    it.each<NodeState>(['proposed', 'stopped'])(
      'not by a measure of what is %s',
      bet => {
        const measures = [measureOf('bet', [at('2025-12-01', 0)])];

        expect(provenAt(measures, [], { bet })).toBeUndefined();
      },
    );
  });
});

describe('what is behind', () => {
  const tree = {
    nodes: branch({}),
    measures: [measureOf('goal', falling)],
  };
  const told = (...args: Parameters<typeof indexOf>) => {
    const index = indexOf(...args);
    return [
      JSON.stringify(index.behindNode('initiative')),
      JSON.stringify(index.behindDomain(LAB)),
    ];
  };

  it('is the same on any day', () => {
    expect(told(tree, { today: '2027-01-01' })).toEqual(told(tree));
  });

  it.each<[string, Parameters<typeof treeOf>[0], GoalProof[]?]>([
    ['a reading', { ...tree, measures: [measureOf('goal', [])] }],
    ['a state', { ...tree, nodes: branch({ goal: 'achieved' }) }],
    ['a stopped bet', { ...tree, nodes: branch({ bet: 'stopped' }) }],
    [
      'a measure',
      { ...tree, measures: [measureOf('goal', falling, { cadenceDays: 7 })] },
    ],
  ])('is another with %s', (_, other) => {
    const [links, domain] = told(tree);
    const [otherLinks, otherDomain] = told(other);

    expect(otherLinks).not.toBe(links);
    expect(otherDomain).not.toBe(domain);
  });

  it('is of the domain where something was proven', () => {
    const [links, domain] = told(tree);
    const [otherLinks, otherDomain] = told(tree, {
      proofs: [{ nodeId: 'bet', day: TODAY }],
    });

    expect(otherLinks).toBe(links);
    expect(otherDomain).not.toBe(domain);
  });
});
