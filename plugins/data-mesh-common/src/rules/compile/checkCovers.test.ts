import { tellRuleSetProblem } from '../set/RuleSetProblem';
import { fault, load, rule, setOf } from '../testing/samples';
import { checkCovers } from './checkCovers';

describe('checkCovers', () => {
  const faults = load(
    setOf([fault('orphan', { pass: 'is.a', severity: 'high' })], {
      id: 'faults',
      levels: [],
    }),
  );
  const problemsOf = (covers: Record<string, string[]>) =>
    checkCovers([
      load(
        setOf(
          Object.entries(covers).map(([id, codes]) =>
            rule(id, { pass: 'is.a', covers: codes }),
          ),
        ),
      ),
      faults,
    ]).map(tellRuleSetProblem);

  it('finds nothing wrong with faults that are there', () => {
    expect(problemsOf({ a: ['C-orphan'], b: [] })).toEqual([]);
  });

  it('finds faults that are not there, and those covered twice', () => {
    expect(
      problemsOf({ a: ['C-orphan', 'C-b'], b: ['C-orphan'] }).map(problem =>
        problem.replace(/:\d+:\d+/, ''),
      ),
    ).toEqual([
      'sample.yaml: rule a, covers[1]: There is no fault “C-b” in the rule sets.',
      'sample.yaml: rule b, covers[0]: “C-orphan” is covered by C-a already.',
    ]);
  });
});
