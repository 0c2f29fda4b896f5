import { evaluate } from '../evaluate/evaluate';
import {
  inputOf,
  load,
  problemsOf,
  rule,
  setOf,
  statusesOf,
} from '../testing/samples';
import { overrideRuleSet } from './overrideRuleSet';
import { readRuleSet } from './RuleSetDocument';

const text = setOf(
  [
    rule('a', { pass: 'contract.described >= param.least', covers: ['OF-01'] }),
    rule('b', { pass: 'is.b', after: ['a'], when: 'is.c' }),
  ],
  {
    phases: ['early', 'late'],
    phase: 'early',
    parameters: {
      least: {
        value: 0.8,
        description: 'At least',
        phases: { late: 0.9 },
      },
    },
    targets: [{ level: 'one' }],
  },
);

describe('overrideRuleSet', () => {
  it('changes nothing without an override', () => {
    const { document } = readRuleSet(text, 'sample.yaml');
    const changed = document && overrideRuleSet(document, {});
    expect(changed?.problems).toEqual([]);
    expect(changed?.document?.ruleSet).toEqual(document?.ruleSet);
  });

  it('leaves the set it changes as it is', () => {
    const { document } = readRuleSet(text, 'sample.yaml');
    const before = JSON.stringify(document?.ruleSet);
    if (document) {
      overrideRuleSet(document, {
        parameters: { least: 0.5 },
        rules: { a: { title: 'Other' } },
      });
    }
    expect(JSON.stringify(document?.ruleSet)).toBe(before);
  });

  it('changes texts, weights and expressions of rules', () => {
    const { rules } = load(text, {
      rules: {
        a: { title: 'Other', weight: 'should', rollout: 'draft' },
        b: { when: null, after: [] },
      },
    }).ruleSet;
    expect(rules[0]).toMatchObject({
      title: 'Other',
      weight: 'should',
      rollout: 'draft',
      covers: ['OF-01'],
    });
    expect(rules[1]).toMatchObject({ when: undefined, after: [] });
  });

  it('changes parameters, for every phase', () => {
    const facts = { contract: { described: 0.85 } };
    const statusWith = (override: object) =>
      statusesOf(load(text, override), { facts }).a;
    expect(statusWith({})).toBe('pass');
    expect(statusWith({ phase: 'late' })).toBe('fail');
    expect(statusWith({ parameters: { least: 1 } })).toBe('fail');
    expect(statusWith({ phase: 'late', parameters: { least: 0 } })).toBe(
      'pass',
    );
  });

  it('changes titles, shares, targets and caps', () => {
    const set = load(text, {
      title: 'Ours',
      levels: { one: { title: 'First', question: 'who?' } },
      promotion: { should: 0.7 },
      targets: [{ level: 'two' }],
      caps: [{ when: 'is.a', level: 'one', reason: 'a' }],
    });
    expect(set.ruleSet).toMatchObject({
      title: 'Ours',
      promotion: { must: 1, should: 0.7, shouldFrom: 2 },
    });
    expect(set.ruleSet.levels[1]).toEqual({
      id: 'one',
      title: 'First',
      question: 'who?',
    });
    const input = inputOf({
      facts: { is: { a: true, c: false }, contract: { described: 1 } },
    });
    expect(evaluate(set, input)).toMatchObject({ target: 2, level: 1 });
  });

  it('adds rules and parameters', () => {
    const set = load(text, {
      parameters: { most: { value: 5, description: 'At most' } },
      add: [
        rule('own', { pass: 'product.deep.ports <= param.most', level: 'two' }),
      ],
    });
    expect(
      statusesOf(set, { facts: { product: { deep: { ports: 6 } } } }),
    ).toMatchObject({
      own: 'fail',
    });
  });

  it.each([
    [
      { rules: { c: { title: 'x' } } },
      ['configuration: rules.c: There is no “c” in the set “sample”.'],
    ],
    [
      { rules: { a: { id: 'c' } } },
      ['configuration: rules.a.id: An id cannot be changed.'],
    ],
    [
      { rules: { a: { titel: 'x' } } },
      ['configuration: rule a, titel: There is no field “titel” here.'],
    ],
    [
      { rules: { a: { pass: 'is.a &&' } } },
      [
        'configuration: rule a, pass: It cannot be read: Unexpected token: EOF.',
      ],
    ],
    [
      { rules: { a: { pass: 'contract.described > 1' } } },
      [
        'configuration: rule a, pass: Whole and decimal numbers cannot be mixed: “contract.described” is a decimal number (double), “1” is a whole number (int). Write 1.0 for 1, or double(…).',
      ],
    ],
    [
      { parameters: { least: '80 %' } },
      [
        'configuration: parameters.least.value: The value must be of type double.',
      ],
    ],
    [
      { parameters: { most: 5 } },
      [
        'configuration: parameters.most: The set “sample” has no parameter “most”; a new one needs a value and a description.',
      ],
    ],
    [
      { phase: 'never' },
      [
        'configuration: phase: There is no phase “never”; there are early, late.',
      ],
    ],
    [
      { targets: [{ level: 'nine' }] },
      [
        'configuration: targets[0].level: There is no level “nine”; there are zero, one, two, three, four.',
      ],
    ],
    [
      { add: [rule('own', { pass: 'is.g' })] },
      [
        'configuration: rule own, pass: There is no fact “is.g”. is has a, b, c, d, e, f.',
      ],
    ],
    [
      { promotion: { must: 7 } },
      ['configuration: promotion.must: It must be at most 1.'],
    ],
  ])('refuses %j with its place in the configuration', (override, expected) => {
    expect(problemsOf(text, override)).toEqual(expected);
  });

  it('refuses what is no override', () => {
    expect(problemsOf(text, { version: 7 } as object)).toEqual([
      'configuration: version: There is no field “version” here.',
    ]);
  });

  it('tells the place in the file of what it did not change', () => {
    const [problem] = problemsOf(text, {
      rules: { b: { after: ['a'] }, a: { after: ['b'] } },
    });
    expect(problem).toContain('configuration: rule a, after: The rules wait');
    const off = problemsOf(text.replace('is.b', 'is.g'), {
      rules: { b: { title: 'Other' } },
    });
    expect(off[0]).toMatch(/^sample\.yaml:\d+:\d+: rule b, pass: /);
  });
});
