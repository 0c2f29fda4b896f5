import {
  fault,
  load,
  problemsOf,
  rule,
  setOf,
  vocabulary,
} from '../testing/samples';
import { loadRuleSet } from './loadRuleSet';

const lines = (...text: string[]) => text.join('\n');

/** Line 1 to 9 of a set, to be followed by rules on line 10 and below. */
const head = lines(
  'kind: RuleSet',
  'id: sample',
  'version: 1',
  'subject: DataProduct',
  'levels:',
  '  - { id: zero, title: Zero }',
  '  - { id: one, title: One }',
  'parameters:',
  '  least: { value: 0.8, description: At least }',
  '',
);

const texts = 'code: X-1, level: one, title: T, why: W, fix: F';

describe('loadRuleSet', () => {
  it('reads a set as it is meant to be written', () => {
    const { ruleSet, problems } = loadRuleSet(
      lines(
        'kind: RuleSet',
        'id: data-product-maturity',
        'version: 1',
        'subject: DataProduct',
        'levels:',
        '  - { id: listed, title: Listed, question: is it there? }',
        '  - { id: owned, title: Owned, question: who answers for it? }',
        'promotion: { must: 1.0, should: 0.6 }',
        'targets:',
        '  - { when: "product.lifecycle == \'production\'", level: owned }',
        'caps:',
        '  - { when: "product.lifecycle == \'deprecated\'", level: listed, reason: deprecated }',
        'rules:',
        '  - id: owner-is-a-live-team',
        '    code: DP-O1',
        '    level: owned',
        '    weight: must',
        '    title: A team that exists owns it',
        '    why: Somebody has to answer.',
        '    fix: Set spec.owner to a Group that is in the catalog.',
        '    when: "product.lifecycle != \'retired\'"',
        '    after: []',
        '    covers: [OF-01]',
        '    needs: []',
        '    ask: null',
        "    pass: is.a && product.purpose.matches('^[A-Z]')",
        '    rollout: enforced',
      ),
      { file: 'set.yaml', vocabulary },
    );
    expect(problems).toEqual([]);
    expect(ruleSet?.ruleSet.rules[0]).toMatchObject({
      id: 'owner-is-a-live-team',
      covers: ['OF-01'],
      weight: 'must',
      rollout: 'enforced',
    });
    expect(ruleSet?.ruleSet.promotion).toEqual({
      must: 1,
      should: 0.6,
      shouldFrom: 2,
    });
  });

  it.each<[string, string, string[]]>([
    [
      'YAML that is broken',
      lines('kind: RuleSet', 'id: [sample', 'rules:', '  - x: "'),
      ['sample.yaml:3:1: The YAML cannot be read: '],
    ],
    [
      'a key that is written twice',
      lines('kind: RuleSet', 'kind: RuleSet'),
      ['sample.yaml:2:1: The YAML cannot be read: Map keys must be unique'],
    ],
    [
      'two documents',
      lines('kind: RuleSet', '---', 'kind: RuleSet'),
      ['sample.yaml:2:1: The YAML cannot be read: '],
    ],
    [
      'an alias that stands for nothing',
      lines('kind: *rules'),
      ['sample.yaml:1:7: The YAML cannot be read: No anchor &rules'],
    ],
    [
      'many aliases of aliases',
      lines(
        'a: &a [x, x, x, x, x, x, x, x, x]',
        ...[...'bcdefgh'].map(
          (name, index) =>
            `${name}: &${name} [${Array(9)
              .fill(`*${'abcdefg'[index]}`)
              .join(', ')}]`,
        ),
      ),
      ['sample.yaml: The YAML cannot be read: Excessive alias count'],
    ],
    ['deep nesting', '['.repeat(20_000), ['sample.yaml:1:']],
    [
      'a text that is too long',
      `# ${'x'.repeat(500_000)}`,
      ['sample.yaml: The text is longer than 500000 characters'],
    ],
    [
      'something else',
      'hello',
      ['sample.yaml:1:1: A rule set must be a group of keys.'],
    ],
    ['nothing', '', ['sample.yaml:1:1: A rule set must be a group of keys.']],
  ])('refuses %s', (_case, text, expected) => {
    const problems = problemsOf(text);
    expect(problems.length).toBeGreaterThan(0);
    expected.forEach((start, index) =>
      expect(problems[index].slice(0, start.length)).toBe(start),
    );
  });

  it('tells every problem of a set at once, each with its line and rule', () => {
    const text = lines(
      `${head}rules:`,
      `  - { id: fine, ${texts}, pass: is.a }`,
      '  - id: Bad_Name',
      '    code: X-2',
      '    levl: one',
      '    title: 7',
      '    fix: F',
      '    weight: may',
      '    pass: is.a',
      '  - just a text',
      '  - id: asks',
      '    code: X-3',
      '    level: one',
      '    title: T',
      '    why: W',
      '    fix: F',
      '    ask: { text: Is it?, who: [nobody] }',
      '    needs: [7, "a key"]',
      '    rollout: { grace: soon }',
    );
    expect(problemsOf(text).sort(byLine)).toEqual(
      [
        'sample.yaml:12:9: rule Bad_Name, id: It must be lower case words joined by hyphens, such as owner-is-a-live-team.',
        'sample.yaml:15:12: rule Bad_Name, title: It must be a text, but is a number.',
        'sample.yaml:12:5: rule Bad_Name, why: “why” is missing.',
        'sample.yaml:17:13: rule Bad_Name, weight: It must be “must” or “should”, but is “may”.',
        'sample.yaml:14:11: rule Bad_Name, levl: There is no field “levl” here.',
        'sample.yaml:19:5: rule number 3: It must be a group of keys, but is a text.',
        'sample.yaml:27:13: rule asks, needs[0]: It must be a text or a group of keys, but is a number.',
        'sample.yaml:27:16: rule asks, needs[1]: It must be an evidence key, such as usage.lastUsedAt.',
        'sample.yaml:26:32: rule asks, ask.who[0]: It must be “owner”, “product-owner”, “domain-owner”, “data-lead”, “consumer” or “platform-owner”, but is “nobody”.',
        'sample.yaml:28:23: rule asks, rollout.grace: It must be a day, such as 2026-12-31.',
      ].sort(byLine),
    );
  });

  it('tells the line within an expression over several lines', () => {
    const text = lines(
      `${head}rules:`,
      `  - ${texts.replaceAll(', ', '\n    ')}`,
      '    id: it',
      '    pass: |',
      '      is.a &&',
      '      is.nobody',
    );
    expect(problemsOf(text).sort(byLine)).toEqual([
      'sample.yaml:19:1: rule it, pass: There is no fact “is.nobody”. is has a, b, c, d, e, f.',
    ]);
  });

  describe('checks the types of expressions', () => {
    it.each([
      ['owner.exists', 'There are no facts called “owner”. There are product,'],
      ['is.g', 'There is no fact “is.g”. is has a, b, c, d, e, f.'],
      [
        'product.deep.port > 1',
        'There is no fact “product.deep.port”. product.deep has ports.',
      ],
      ['param.most > 1.0', 'The set has no parameter “most”.'],
      [
        'product.deep.ports + 1.5 > 2.0',
        'Whole and decimal numbers cannot be mixed: “product.deep.ports” is a whole number (int), “1.5” is a decimal number (double). Write 1.0 for 1, or double(…).',
      ],
      [
        'contract.described >= 1',
        'Whole and decimal numbers cannot be mixed: “contract.described” is a decimal number (double), “1” is a whole number (int).',
      ],
      [
        'product.deep.ports >= param.least',
        'Whole and decimal numbers cannot be mixed: “product.deep.ports”',
      ],
      [
        'product.deep.ports == contract.described',
        'Whole and decimal numbers cannot be mixed: ',
      ],
      [
        'product.deep.ports in [1.0]',
        'The types of “product.deep.ports in [1.0]” do not go together: int in list<double>.',
      ],
      ['[1, 2.0] != []', 'The types do not hold: List elements must have'],
      ['product.purpose > 1', 'The types of “product.purpose > 1” do not go'],
      [
        'product.purpose',
        'It must come to true or false, but comes to string.',
      ],
      ['is', 'It must come to true or false, but comes to facts.is.'],
      ['is.a &&', 'It cannot be read: Unexpected token: EOF.'],
      ['is.a = true', 'It cannot be read: '],
      ['"x', 'It cannot be read: '],
    ])('refuses %s', (pass, message) => {
      const [problem, ...others] = problemsOf(setWithLeast(pass));
      expect(others).toEqual([]);
      expect(problem).toContain(`: rule it, pass: ${message}`);
    });

    it.each([
      ['has(is.a)', 'A rule cannot call “has”'],
      ['dyn(product.deep.ports) == 1.0', 'A rule cannot call “dyn”'],
      ['type(is.a) == bool', 'A rule cannot call “type”'],
      ['timestamp("2026-01-01T00:00:00Z") == timestamp(0)', 'A rule cannot'],
      ['cel.bind(x, is.a, x)', 'A rule cannot call “bind”'],
      ['product.purpose.split("") == []', 'A rule cannot call “split”'],
      ['is["a"]', 'Write is.name instead of picking with [ ].'],
      ['is[product.purpose] == true', 'Write is.name instead of picking'],
      ['product.tags + product.tags == []', 'Lists cannot be added.'],
      ['product.tags.all(is, is == "x")', '“is” is the name of facts'],
      ['product.tags.all(param, param == "x")', '“param” is the name of facts'],
      [
        'product.tags.all(x, product.tags.all(y, product.tags.all(z, x == z)))',
        'can stand in each other 2 deep, no deeper',
      ],
      [
        'product.tags.all(x, product.tags.all(y, y.matches("a")))',
        '“matches” cannot stand in two of',
      ],
    ])('refuses %s, whose types hold', (pass, message) => {
      expect(problemsOf(setWithLeast(pass)).join('\n')).toContain(message);
    });

    it('refuses an expression that is too long or too deep', () => {
      const long = Array(250).fill('is.a').join('&&');
      const deep = `${'('.repeat(60)}is.a${')'.repeat(60)}`;
      expect(problemsOf(setWithLeast(long)).join()).toContain('maxAstNodes');
      expect(problemsOf(setWithLeast(deep)).join()).toContain('maxDepth');
      expect(
        problemsOf(setWithLeast(`is.a ${' '.repeat(2000)} && is.b`)),
      ).toEqual([
        expect.stringContaining('It must have at most 2000 characters.'),
      ]);
    });

    it('checks what stands in conditions, targets, caps and severities', () => {
      const wrong = 'contract.described > 1';
      const inSet = setOf(
        [
          rule('it', { pass: 'is.a', when: wrong }),
          rule('off', { pass: wrong, off: true }),
        ],
        {
          targets: [{ when: wrong, level: 'one' }],
          caps: [{ when: wrong, level: 'one', reason: 'r' }],
        },
      );
      expect(problemsOf(inSet).map(fieldOf)).toEqual([
        'rule it, when',
        'rule off, pass',
        'targets[0].when',
        'caps[0].when',
      ]);
      const faults = setOf(
        [
          fault('it', {
            pass: 'is.a',
            severity: [{ when: wrong, severity: 'high' }, { severity: 'low' }],
          }),
        ],
        { levels: [] },
      );
      expect(problemsOf(faults).map(fieldOf)).toEqual([
        'rule it, severity[0].when',
      ]);
    });
  });

  describe('checks what a set refers to', () => {
    it.each<[string, object[], Record<string, unknown>, string[]]>([
      [
        'names that are taken',
        [rule('it', { pass: 'is.a' }), rule('it', { pass: 'is.a' })],
        {},
        [
          'rule it, id: There is another “it” before it.',
          'rule it, code: The code “C-it” is taken by a rule before it.',
        ],
      ],
      [
        'levels and dimensions that are not there',
        [
          rule('a', { pass: 'is.a', level: 'five' }),
          rule('b', { pass: 'is.a', level: 'zero' }),
          rule('c', { pass: 'is.a', level: null }),
          rule('d', { pass: 'is.a', dimension: 'own' }),
          rule('e', { pass: 'is.a', severity: 'high' }),
          rule('f', { pass: 'is.a', subject: 'Domain' }),
        ],
        {
          targets: [{ level: 'six' }],
          caps: [{ when: 'is.a', level: 'six', reason: 'r' }],
        },
        [
          'targets[0].level: There is no level “six”; there are zero, one, two, three, four.',
          'caps[0].level: There is no level “six”; there are zero, one, two, three, four.',
          'rule a, level: There is no level “five”; there are zero, one, two, three, four.',
          'rule b, level: “zero” is the level where everything starts, so no rule can be asked for it.',
          'rule c, level: “level” is missing; the levels are zero, one, two, three, four.',
          'rule d, dimension: The set has no dimensions.',
          'rule e, severity: Only a rule in a set without levels has a severity.',
          'rule f, subject: In a set with levels, all rules are about its subject.',
        ],
      ],
      [
        'a dimension that is missing',
        [rule('it', { pass: 'is.a' })],
        { dimensions: [{ id: 'own', title: 'Ownership' }] },
        ['rule it, dimension: The dimension must be one of own.'],
      ],
      [
        'a set of faults with what only levels have',
        [
          rule('a', { pass: 'is.a', weight: 'must' }),
          fault('b', { pass: 'is.a' }),
          fault('c', {
            pass: 'is.a',
            severity: [{ when: 'is.a', severity: 'low' }],
          }),
          fault('d', {
            pass: 'is.a',
            severity: [{ severity: 'low' }, { severity: 'high' }],
          }),
        ],
        { levels: [], targets: [{}] },
        [
          'targets: A set without levels has no targets.',
          'rule a, level: A set without levels has no level in its rules.',
          'rule a, weight: A set without levels has no weight in its rules.',
          'rule a, severity: A rule in a set without levels needs a severity.',
          'rule b, severity: A rule in a set without levels needs a severity.',
          'rule c, severity: The last severity must be without “when”: it holds when no other does.',
          'rule d, severity: Only the last severity can be without “when”.',
        ],
      ],
      [
        'rules without substance',
        [
          rule('a'),
          rule('b', { pass: 'is.a', ask: { text: 'Is it?', who: ['owner'] } }),
        ],
        {},
        [
          'rule a, pass: A rule needs “pass”, “ask” or “met”: what it is about.',
          'rule b, ask: A question in a rule with “pass” or “met” answers an evidence key: name it in “needs” or as the question’s “key”.',
        ],
      ],
      [
        'rules that are not there',
        [rule('a', { pass: 'is.a', after: ['b'] }), rule('c', { met: ['d'] })],
        {},
        [
          'rule a, after: There is no rule “b” in the set.',
          'rule c, met: There is no rule “d” in the set.',
        ],
      ],
      [
        'rules that wait for each other',
        [
          rule('a', { pass: 'is.a', after: ['b'] }),
          rule('b', { met: ['c'] }),
          rule('c', { pass: 'is.a', after: ['a'] }),
          rule('d', { pass: 'is.a', after: ['d'] }),
        ],
        {},
        [
          'rule a, after: The rules wait for each other in a circle: a → b → c → a.',
          'rule d, after: The rules wait for each other in a circle: d → d.',
        ],
      ],
      [
        'evidence keys that are not there',
        [
          rule('a', { pass: 'is.a', needs: ['slo.keptt'] }),
          rule('b', {
            pass: 'is.a',
            ask: { text: 'Is it?', who: ['owner'], key: 'x' },
          }),
        ],
        {},
        [
          'rule a, needs[0]: There is no evidence key “slo.keptt”. There are slo.kept, usage.lastUsedAt, funding.known.',
          'rule b, ask.key: There is no evidence key “x”. There are slo.kept, usage.lastUsedAt, funding.known.',
        ],
      ],
      [
        'parameters that are not there or of the wrong type',
        [
          rule('a', { met: 'param.none' }),
          rule('b', { met: 'param.share' }),
          rule('c', {
            pass: 'is.a',
            needs: [{ key: 'slo.kept', days: 'param.share' }],
          }),
        ],
        { parameters: { share: { value: 0.5, description: 'd' } } },
        [
          'rule a, met: The set has no parameter “none”.',
          'rule b, met: “param.share” must be a list of rules.',
          'rule c, needs[0].days: “param.share” must be a whole number of days.',
        ],
      ],
      [
        'phases that are not there',
        [rule('a', { pass: 'is.a' })],
        {
          phase: 'scale',
          phases: ['bootstrap'],
          parameters: {
            share: { value: 0.5, description: 'd', phases: { sustain: 0.7 } },
          },
        },
        [
          'phase: There is no phase “scale”; there are bootstrap.',
          'parameters.share.phases.sustain: There is no phase “sustain”; there are bootstrap.',
        ],
      ],
      [
        'subjects that are not there',
        [
          fault('a', { pass: 'is.a', subject: 'Group', severity: 'low' }),
          fault('b', {
            pass: 'domain.led',
            subject: 'Domain',
            severity: 'low',
            after: ['c'],
          }),
          fault('c', { pass: 'is.a', severity: 'low' }),
        ],
        { levels: [] },
        [
          'rule a, subject: There are no facts about a Group; there are about DataProduct, Domain.',
          'rule b, after: The rule “c” is about a DataProduct, this one about a Domain.',
        ],
      ],
    ])('%s', (_case, rules, more, expected) => {
      const problems = problemsOf(
        setOf(rules as Record<string, unknown>[], more),
      );
      expect(problems.map(withoutPlace)).toEqual(expected);
    });

    it('a subject of the set', () => {
      expect(
        problemsOf(setOf([rule('a', { pass: 'is.a' })], { subject: 'Group' })),
      ).toEqual([
        expect.stringContaining('subject: There are no facts about a Group'),
      ]);
    });
  });

  describe('parameters', () => {
    const withParameters = (parameters: string, pass: string) =>
      lines(
        `${head.replace(
          '  least: { value: 0.8, description: At least }',
          parameters,
        )}rules:`,
        `  - { id: it, ${texts}, pass: "${pass}" }`,
      );

    it.each([
      ['{ value: 1, description: d }', 'param.x > 1'],
      ['{ value: 1.0, description: d }', 'param.x > 1.0'],
      ['{ value: 1e1, description: d }', 'param.x > 1.0'],
      ['{ value: 1, type: double, description: d }', 'param.x > 1.0'],
      ['{ value: true, description: d }', 'param.x'],
      ['{ value: t, description: d }', "param.x == 't'"],
      ['{ value: [], description: d }', "'t' in param.x"],
      ['{ value: [1, 2], description: d }', '1 in param.x'],
      ['{ value: [1, 2.0], description: d }', '1.0 in param.x'],
      ['{ value: [], type: list<int>, description: d }', '1 in param.x'],
      ['{ value: { a: 1 }, description: d }', "param.x['a'] == 1"],
      ['{ value: { a: 1.5 }, description: d }', "param.x['a'] == 1.5"],
      ['{ value: { a: b }, description: d }', "param.x['a'] == 'b'"],
      ['{ value: { a: [b] }, description: d }', "'b' in param.x['a']"],
    ])('are typed by their values: %s', (parameter, pass) => {
      const text = withParameters(`  x: ${parameter}`, pass);
      expect(problemsOf(text).sort(byLine)).toEqual([]);
    });

    it.each([
      ['x: { value: [a, [b]], description: d }', 'parameters.x.value'],
      ['x: { value: { a: 1, b: c }, description: d }', 'parameters.x'],
      [
        'x: { value: 1, type: string, description: d }',
        'must be of type string',
      ],
      ['x: { value: 1 }', '“description” is missing'],
      ['x-y: { value: 1, description: d }', 'no name for a parameter'],
      ['phase: { value: a, description: d }', '“phase” is always a parameter'],
    ])('are refused: %s', (parameter, message) => {
      const [problem] = problemsOf(withParameters(`  ${parameter}`, 'is.a'));
      expect(problem).toMatch(/^sample.yaml:9:/);
      expect(problem).toContain(message);
    });

    it('have a value in each phase, of one type', () => {
      const text = (phases: string) =>
        withParameters(
          lines(
            `  x: { value: 1, description: d, phases: ${phases} }`,
            'phases: [early, late]',
            'phase: early',
          ),
          'param.phase == \\"late\\" || param.x > 1',
        );
      expect(problemsOf(text('{ late: 2 }'))).toEqual([]);
      expect(problemsOf(text('{ late: [2] }'))).toEqual([
        expect.stringContaining(
          'parameters.x.phases.late: The value must be of type int.',
        ),
      ]);
      // A decimal number in one phase makes it one in all of them.
      expect(problemsOf(text('{ late: 2.5 }'))).toEqual([
        expect.stringContaining('“param.x” is a decimal number'),
      ]);
    });
  });

  it('keeps what a set says about a rule beside what it checks', () => {
    const set = load(setOf([rule('it', { pass: 'is.a', source: 'R9' })]));
    expect(set.ruleSet.rules[0]).toMatchObject({ source: 'R9', needs: [] });
  });
});

function setWithLeast(pass: string): string {
  return setOf([rule('it', { pass })], {
    parameters: { least: { value: 0.8, description: 'At least' } },
  });
}

function withoutPlace(problem: string): string {
  return problem.replace(/^sample\.yaml:\d+:\d+: /, '');
}

function fieldOf(problem: string): string {
  return withoutPlace(problem).split(':')[0];
}

function byLine(a: string, b: string): number {
  return lineOf(a) - lineOf(b);
}

function lineOf(problem: string): number {
  return Number(problem.split(':')[1]);
}
