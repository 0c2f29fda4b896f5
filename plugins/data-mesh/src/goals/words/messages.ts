/** The words of the value tree, wherever a part of it is shown. */
export const goalWordsMessages = {
  status: {
    invalid: 'To put right first',
    'no-data': 'No reading yet',
    achieved: 'Reached',
    stale: 'No recent reading',
    'too-early': 'Too early to say',
    missed: 'Date passed',
    'on-track': 'On course',
    'at-risk': 'A little behind',
    'off-track': 'Behind',
    // Of a measure that is to be kept in a range
    holding: 'Holding',
  },
  trend: {
    better: 'getting better',
    worse: 'getting worse',
    flat: 'not moving',
  },
  kind: {
    vision: 'Vision',
    goal: 'Goal',
    bet: 'Bet',
    initiative: 'Initiative',
  },
  state: {
    proposed: 'Proposed',
    active: 'Active',
    'stop-ready': 'Ready for a decision',
    stopped: 'Stopped, with learning',
    succeeded: 'Succeeded',
    achieved: 'Reached',
    dropped: 'Dropped',
  },
  stance: {
    explore: 'explore',
    exploit: 'exploit',
    sustain: 'sustain',
  },
  decision: {
    start: 'Start',
    continue: 'Continue',
    stop: 'Stop',
    rescope: 'Rescope',
    'double-down': 'Double down',
  },
  class: {
    'customer-value': 'customer value',
    'business-benefit': 'business benefit',
    activity: 'activity',
  },
  timing: { leading: 'leading', lagging: 'lagging' },
  direction: {
    increase: 'is to rise',
    decrease: 'is to fall',
    'keep-in-range': 'is to stay in a range',
  },
  confidence: {
    low: 'not sure',
    medium: 'fairly sure',
    high: 'sure',
  },
} as const;
