import { decisionTypes, nodeFieldsSchema, nodeKinds, nodeStates } from '../api';
import {
  asksForLearning,
  fieldsOfKind,
  isClosed,
  mayMove,
  movesFrom,
  parentKinds,
  stateAfterDecision,
  statesOfKind,
} from './kinds';

describe('kinds of nodes', () => {
  it('share all fields among them, none twice', () => {
    const used = new Set(nodeKinds.flatMap(kind => fieldsOfKind[kind]));
    expect([...used].sort()).toEqual(
      Object.keys(nodeFieldsSchema.shape).sort(),
    );
    for (const kind of nodeKinds) {
      expect(new Set(fieldsOfKind[kind]).size).toBe(fieldsOfKind[kind].length);
      expect(fieldsOfKind[kind]).toContain('title');
    }
  });

  it('have their place', () => {
    expect(parentKinds).toEqual({
      vision: [],
      goal: ['vision', 'goal'],
      bet: ['goal'],
      initiative: ['bet'],
    });
  });
});

describe('moves', () => {
  const allowed = nodeKinds.flatMap(kind =>
    statesOfKind[kind].map(
      from => `${kind}: ${from} -> ${movesFrom(kind, from).join(' | ')}`,
    ),
  );

  it('are these', () => {
    const ofGoal = (kind: string) => [
      `${kind}: proposed -> active | dropped`,
      `${kind}: active -> achieved | dropped`,
      `${kind}: achieved -> active`,
      `${kind}: dropped -> proposed`,
    ];
    expect(allowed).toEqual([
      ...ofGoal('vision'),
      ...ofGoal('goal'),
      'bet: proposed -> active | stopped',
      'bet: active -> stop-ready | stopped | succeeded',
      'bet: stop-ready -> active | stopped | succeeded',
      'bet: stopped -> proposed',
      'bet: succeeded -> proposed',
      'initiative: proposed -> active | stopped',
      'initiative: active -> stopped | succeeded',
      'initiative: stopped -> proposed',
      'initiative: succeeded -> proposed',
    ]);
  });

  it('lead from each state of a kind to another of that kind, and to each', () => {
    for (const kind of nodeKinds) {
      const states = statesOfKind[kind];
      for (const from of nodeStates) {
        const moves = movesFrom(kind, from);
        expect(moves.every(to => states.includes(to) && to !== from)).toBe(
          true,
        );
        expect(moves.length > 0).toBe(states.includes(from));
        expect(nodeStates.filter(to => mayMove(kind, from, to)).sort()).toEqual(
          [...moves].sort(),
        );
      }
      const reached = new Set(states.flatMap(from => movesFrom(kind, from)));
      expect([...reached].sort()).toEqual([...states].sort());
    }
  });

  it('ask for the learning when they close a node', () => {
    const asking = nodeKinds.map(kind => [
      kind,
      nodeStates.filter(state => asksForLearning(kind, state)),
    ]);
    expect(Object.fromEntries(asking)).toEqual({
      vision: ['achieved', 'dropped'],
      goal: ['achieved', 'dropped'],
      bet: ['stopped', 'succeeded'],
      initiative: ['stopped', 'succeeded'],
    });
  });
});

describe('stateAfterDecision', () => {
  it.each([
    ['bet', 'proposed', 'start', 'active'],
    ['bet', 'active', 'start', undefined],
    ['bet', 'stop-ready', 'start', undefined],
    ['bet', 'stopped', 'start', undefined],
    ['bet', 'active', 'continue', 'active'],
    ['bet', 'active', 'double-down', 'active'],
    ['bet', 'active', 'rescope', 'active'],
    ['bet', 'proposed', 'rescope', 'proposed'],
    ['bet', 'stop-ready', 'continue', 'active'],
    ['bet', 'stop-ready', 'double-down', 'active'],
    ['bet', 'stop-ready', 'rescope', 'active'],
    ['bet', 'stop-ready', 'stop', 'stopped'],
    ['bet', 'proposed', 'stop', 'stopped'],
    ['bet', 'stopped', 'continue', undefined],
    ['bet', 'stopped', 'stop', undefined],
    ['bet', 'succeeded', 'rescope', undefined],
    ['bet', 'achieved', 'continue', undefined],
    ['bet', 'dropped', 'stop', undefined],
    ['initiative', 'active', 'stop', 'stopped'],
    ['initiative', 'stop-ready', 'stop', undefined],
    ['goal', 'active', 'stop', 'dropped'],
    ['goal', 'proposed', 'start', 'active'],
    ['goal', 'achieved', 'continue', undefined],
    ['goal', 'dropped', 'stop', undefined],
    ['vision', 'active', 'stop', 'dropped'],
  ] as const)('%s, %s: %s leads to %s', (kind, state, type, expected) => {
    expect(stateAfterDecision(kind, state, type)).toBe(expected);
  });

  it('never does what is no move, and closes only what is stopped', () => {
    const changes = nodeKinds.flatMap(kind =>
      nodeStates.flatMap(from =>
        decisionTypes.map(type => {
          const to = stateAfterDecision(kind, from, type) ?? from;
          return { kind, from, type, to };
        }),
      ),
    );
    const moved = changes.filter(({ from, to }) => from !== to);
    expect(moved).not.toHaveLength(0);
    for (const { kind, from, type, to } of moved) {
      expect(mayMove(kind, from, to)).toBe(true);
      expect(isClosed(to)).toBe(type === 'stop');
    }
  });
});
