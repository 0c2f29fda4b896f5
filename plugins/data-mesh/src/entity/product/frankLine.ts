import { EntityLink } from '@backstage-data-mesh/plugin-data-mesh-common';

/** What has to be known of a product to judge it in one line. */
export type FrankFacts = {
  lifecycle: string;
  owner?: EntityLink;
  until?: string;
  successor?: EntityLink;
  /** Absent while nobody told. */
  use?: { teams: number; byOwnTeam: boolean };
  /** Where it stands, once it is evaluated. */
  standing?: Standing;
  /** The last word on whether it keeps its promises. */
  promises?: Promised;
};

/** The level by its title, and the target while it is not reached. */
export type Standing = { level: string; isHigh: boolean; target?: string };

/** Whether promises were kept, and when that was so. */
export type Promised = {
  words: 'kept' | 'notKept' | 'outdated';
  /** A day or time. */
  at: string;
};

/** How many use it, and in which words that is said. */
export type Use = {
  words: 'use' | 'stillUse' | 'ownUse' | 'noUse' | 'noUseNow';
  count: number;
};

/** One sentence of the line. */
export type FrankSentence =
  | { kind: 'noOwner' | 'candidate' | 'experimental' }
  | { kind: 'ownerMissing' | 'ownedByPerson'; owner: EntityLink }
  | { kind: 'deprecated'; until?: string; successor?: EntityLink }
  | { kind: 'retired'; successor?: EntityLink }
  | { kind: 'otherLifecycle'; lifecycle: string }
  | { kind: 'standing'; standing: Standing; isUsed: boolean }
  | { kind: 'answers'; owner: EntityLink; use?: Use; promises?: Promised }
  | { kind: 'use'; use: Use };

/** How a reader should take it: `stop` before building on it, `careful`. */
export type FrankTone = 'stop' | 'careful' | 'idea' | 'fine';

/** The most serious thing first; who answers and who uses it last. */
export function frankLine(facts: FrankFacts): {
  tone: FrankTone;
  sentences: FrankSentence[];
} {
  const ownerFault = faultOfOwner(facts.owner);
  const state = stateOf(facts);
  const sentences: FrankSentence[] = [];
  if (ownerFault) {
    sentences.push(ownerFault);
  }
  if (state.sentence) {
    sentences.push(state.sentence);
  }
  const use = wordsOfUse(facts);
  const { standing } = facts;
  // Of what is an idea, or going away, the level is not what matters.
  const isBuiltOn = state.tone === 'fine' || state.tone === 'careful';
  const promises = isBuiltOn ? facts.promises : undefined;
  if (!ownerFault && standing && isBuiltOn) {
    const isUsed = use?.words === 'use' && use.count > 0;
    sentences.push({ kind: 'standing', standing, isUsed });
  }
  if (!ownerFault && facts.owner) {
    sentences.push({
      kind: 'answers',
      owner: facts.owner,
      ...(use && { use }),
      ...(promises && { promises }),
    });
  } else if (use?.count) {
    sentences.push({ kind: 'use', use });
  }
  const isShort =
    standing?.target !== undefined || promises?.words === 'notKept';
  const tone = state.tone === 'fine' && isShort ? 'careful' : state.tone;
  return { tone: ownerFault ? 'stop' : tone, sentences };
}

function faultOfOwner(
  owner: EntityLink | undefined,
): FrankSentence | undefined {
  if (!owner) {
    return { kind: 'noOwner' };
  }
  if (!owner.exists) {
    return { kind: 'ownerMissing', owner };
  }
  return owner.ref.toLocaleLowerCase('en-US').startsWith('user:')
    ? { kind: 'ownedByPerson', owner }
    : undefined;
}

function stateOf(facts: FrankFacts): {
  tone: FrankTone;
  sentence?: FrankSentence;
} {
  const { lifecycle, until, successor } = facts;
  switch (lifecycle.toLocaleLowerCase('en-US')) {
    case 'retired':
      return { tone: 'stop', sentence: { kind: 'retired', successor } };
    case 'deprecated':
      return {
        tone: 'stop',
        sentence: { kind: 'deprecated', until, successor },
      };
    case 'candidate':
      return { tone: 'idea', sentence: { kind: 'candidate' } };
    case 'experimental':
      return { tone: 'careful', sentence: { kind: 'experimental' } };
    case 'production':
      return { tone: 'fine' };
    default:
      return {
        tone: 'careful',
        sentence: { kind: 'otherLifecycle', lifecycle },
      };
  }
}

function wordsOfUse({ use, lifecycle }: FrankFacts): Use | undefined {
  if (!use) {
    return undefined;
  }
  const state = lifecycle.toLocaleLowerCase('en-US');
  const isEnding = state === 'deprecated' || state === 'retired';
  if (use.teams > 0) {
    return { words: isEnding ? 'stillUse' : 'use', count: use.teams };
  }
  if (use.byOwnTeam) {
    return { words: 'ownUse', count: 0 };
  }
  // That nobody uses what is only an idea goes without saying.
  return state === 'candidate'
    ? undefined
    : { words: isEnding ? 'noUseNow' : 'noUse', count: 0 };
}
