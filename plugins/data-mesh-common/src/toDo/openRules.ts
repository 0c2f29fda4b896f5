import { OutlineRule, RuleSetOutline, isUnmet } from '../results';
import { ToDoFault, ToDoResult } from './ToDo';

/** A rule that is not met, and what hangs on it. */
export type OpenRule = {
  outline: RuleSetOutline;
  rule: OutlineRule;
  result: ToDoResult;
  state: 'entry' | 'waiting' | 'set-aside';
  /** The entries that come first, if it waits. */
  waitsFor: OpenRule[];
  /** The rules that wait for it, directly or by others. */
  waiting: OpenRule[];
  faults: ToDoFault[];
};

/** What is not met of a rule set, in the order of the set. */
export function openRulesOf(
  outline: RuleSetOutline,
  results: readonly ToDoResult[],
): OpenRule[] {
  const byId = new Map(results.map(result => [result.rule, result]));
  const open = outline.rules.flatMap((rule): OpenRule[] => {
    const result = byId.get(rule.id);
    return result && (isUnmet(result.status) || result.status === 'waived')
      ? [
          {
            outline,
            rule,
            result,
            state: stateOf(result),
            waitsFor: [],
            waiting: [],
            faults: [],
          },
        ]
      : [];
  });
  for (const one of open.filter(({ state }) => state === 'waiting')) {
    one.waitsFor = firstOf(one, open);
    // What nothing here comes before can be done now.
    one.state = one.waitsFor.length ? 'waiting' : 'entry';
  }
  for (const one of open.filter(({ state }) => state === 'waiting')) {
    one.waitsFor.forEach(first => first.waiting.push(one));
  }
  return open;
}

function stateOf({ status }: ToDoResult): OpenRule['state'] {
  switch (status) {
    case 'waived':
      return 'set-aside';
    case 'waiting':
      return 'waiting';
    default:
      return 'entry';
  }
}

/** Follows what a rule waits for to what can be done now. */
function firstOf(from: OpenRule, open: readonly OpenRule[]): OpenRule[] {
  const found = new Set<OpenRule>();
  const seen = new Set<OpenRule>([from]);
  const follow = ({ result }: OpenRule) => {
    for (const next of open) {
      if (result.waitsFor?.includes(next.rule.id) && !seen.has(next)) {
        seen.add(next);
        if (isUnmet(next.result.status) && next.result.status !== 'waiting') {
          found.add(next);
        } else {
          follow(next);
        }
      }
    }
  };
  follow(from);
  return [...found];
}
