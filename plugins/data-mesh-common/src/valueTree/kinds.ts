import { DecisionType, NodeFields, NodeKind, NodeState } from '../api';

/**
 * What may be said of a node, by its kind.
 *
 * @public
 */
export const fieldsOfKind: Record<NodeKind, readonly (keyof NodeFields)[]> = {
  vision: [
    'title',
    'description',
    'domain',
    'owner',
    'sponsor',
    'contributors',
    'horizon',
    'reviewEveryDays',
    'reviewAt',
    'learning',
  ],
  goal: [
    'title',
    'description',
    'domain',
    'owner',
    'sponsor',
    'contributors',
    'horizon',
    'valueDriver',
    'mandatory',
    'reviewEveryDays',
    'reviewAt',
    'helpWanted',
    'learning',
  ],
  bet: [
    'title',
    'description',
    'owner',
    'sponsor',
    'contributors',
    'hypothesis',
    'benefit',
    'stance',
    'rank',
    'budget',
    'reviewEveryDays',
    'reviewAt',
    'stopRule',
    'learning',
  ],
  initiative: [
    'title',
    'description',
    'owner',
    'contributors',
    'useCases',
    'thinSlice',
    'teams',
    'start',
    'end',
    'reviewAt',
    'learning',
  ],
};

/**
 * What a node may be below, by its kind. A bet and an initiative have to be
 * below one of these, a goal and a vision may be at the top.
 *
 * @public
 */
export const parentKinds: Record<NodeKind, readonly NodeKind[]> = {
  vision: [],
  goal: ['vision', 'goal'],
  bet: ['goal'],
  initiative: ['bet'],
};

/** What a node may become, by what it is now. */
type Moves = Partial<Record<NodeState, readonly NodeState[]>>;

const movesOfGoal: Moves = {
  proposed: ['active', 'dropped'],
  active: ['achieved', 'dropped'],
  achieved: ['active'],
  dropped: ['proposed'],
};

const movesOfKind: Record<NodeKind, Moves> = {
  vision: movesOfGoal,
  goal: movesOfGoal,
  bet: {
    proposed: ['active', 'stopped'],
    active: ['stop-ready', 'stopped', 'succeeded'],
    'stop-ready': ['active', 'stopped', 'succeeded'],
    stopped: ['proposed'],
    succeeded: ['proposed'],
  },
  initiative: {
    proposed: ['active', 'stopped'],
    active: ['stopped', 'succeeded'],
    stopped: ['proposed'],
    succeeded: ['proposed'],
  },
};

/**
 * The states that a node may be in, by its kind, in the order of its life.
 *
 * @public
 */
export const statesOfKind: Record<NodeKind, readonly NodeState[]> = {
  vision: ['proposed', 'active', 'achieved', 'dropped'],
  goal: ['proposed', 'active', 'achieved', 'dropped'],
  bet: ['proposed', 'active', 'stop-ready', 'stopped', 'succeeded'],
  initiative: ['proposed', 'active', 'stopped', 'succeeded'],
};

const closed: readonly NodeState[] = [
  'achieved',
  'dropped',
  'stopped',
  'succeeded',
];

/**
 * Whether a node has come to its end: it waits for nothing any more.
 *
 * @public
 */
export function isClosed(state: NodeState): boolean {
  return closed.includes(state);
}

/**
 * The states that a node may be moved to.
 *
 * @returns none for a state that the kind does not have
 * @public
 */
export function movesFrom(
  kind: NodeKind,
  state: NodeState,
): readonly NodeState[] {
  return movesOfKind[kind][state] ?? [];
}

/**
 * Whether a node may be moved from one state to another. Staying where it is
 * is no move.
 *
 * @public
 */
export function mayMove(
  kind: NodeKind,
  from: NodeState,
  to: NodeState,
): boolean {
  return movesFrom(kind, from).includes(to);
}

/**
 * Whether a move to this state has to say what was learnt: those do that
 * close a node.
 *
 * @public
 */
export function asksForLearning(kind: NodeKind, to: NodeState): boolean {
  return isClosed(to) && statesOfKind[kind].includes(to);
}

/**
 * The state that a decision leaves a node in: often the one it was in.
 *
 * @returns undefined where there is nothing of the kind to decide: a node that
 * is closed has to be proposed again first, only a proposed one is started
 * @public
 */
export function stateAfterDecision(
  kind: NodeKind,
  state: NodeState,
  type: DecisionType,
): NodeState | undefined {
  if (isClosed(state) || !statesOfKind[kind].includes(state)) {
    return undefined;
  }
  switch (type) {
    case 'start':
      return state === 'proposed' ? 'active' : undefined;
    case 'stop':
      return statesOfKind[kind].includes('dropped') ? 'dropped' : 'stopped';
    default:
      return state === 'stop-ready' ? 'active' : state;
  }
}
