import { declareFacts, fact } from '../facts/declareFacts';
import { Condition } from './Condition';
import { FactScope, FactValues, Parameters } from './FactScope';

const facts = declareFacts({
  'it.text': fact({
    type: 'string',
    description: 'Text',
    source: 'test',
    example: 'a',
  }),
  'it.words': fact({
    type: 'list<string>',
    description: 'Words',
    source: 'test',
    example: ['a'],
  }),
  'it.count': fact({
    type: 'int',
    description: 'Count',
    source: 'test',
    example: 1,
  }),
  'it.share': fact({
    type: 'double',
    description: 'Share',
    source: 'test',
    example: 0.5,
  }),
  'it.inner.flag': fact({
    type: 'bool',
    description: 'Flag',
    source: 'test',
    example: true,
  }),
  'constructor.name': fact({
    type: 'string',
    description: 'A name that objects have, too',
    source: 'test',
    example: 'a',
  }),
});

const parameters: Parameters = {
  pattern: { type: 'string', value: '^(tbd|todo)$' },
  ports: {
    type: 'map<string, list<string>>',
    value: { analyst: ['sql', 'file'] },
  },
  weights: { type: 'map<string, int>', value: { analyst: 2 } },
  share: { type: 'double', value: 1 },
};

function compile(source: string) {
  const scope = new FactScope(facts, parameters);
  const result = Condition.compile(source, scope);
  if (!('condition' in result)) {
    throw new Error(result.problems.map(({ message }) => message).join('\n'));
  }
  const { condition } = result;
  return {
    condition,
    judge: (values: FactValues) => condition.judge(scope.contextOf(values)),
  };
}

function outcome(source: string, values: FactValues): string {
  return compile(source).judge(values).outcome;
}

const full = {
  it: {
    text: 'Orders as the lab sees them',
    words: ['sql', 'stream'],
    count: 3,
    share: 0.5,
    inner: { flag: true },
  },
  constructor: { name: 'x' },
};

describe('Condition', () => {
  it.each([
    ["it.text == 'Orders as the lab sees them'", true],
    ['it.count > 2 && it.count % 2 == 1', true],
    ['double(it.count) * 0.5 == 1.5', true],
    ['it.share >= 0.5 && it.share < param.share', true],
    ['it.share * 2.0 == 1.0', true],
    ['it.share == 1.0 / 2.0', true],
    ['(it.count + 1) * 2 == 8', true],
    ['-it.count < 0', true],
    ['!it.inner.flag', false],
    ['it.inner.flag ? it.count > 5 : it.count > 1', false],
    ["'sql' in it.words && !('file' in it.words)", true],
    ['size(it.words) == 2 && it.words.size() == 2', true],
    ['size(it.text) >= 27', true],
    ["it.words[0] == 'sql'", true],
    ["it.words.all(w, w in param.ports['analyst'])", false],
    ["it.words.exists(w, w in param.ports['analyst'])", true],
    ["it.words.exists_one(w, w == 'sql')", true],
    ["it.words.filter(w, w != 'sql').map(w, size(w)) == [6]", true],
    ["it.words.map(w, w.upperAscii()).exists(w, w == 'SQL')", true],
    ["param.weights['analyst'] == 2", true],
    [
      "it.text.lowerAscii().startsWith('orders') && it.text.endsWith('m')",
      true,
    ],
    ["it.text.contains('lab') && it.text.trim() == it.text", true],
    ["it.text.matches('l[aA]b')", true],
    ["it.text.matches('^lab')", false],
    ['it.text.lowerAscii().matches(param.pattern)', false],
    ["it.words.exists(w, w.matches('^s.l$'))", true],
    ["it.words.map(w, w + 'x').exists(w, w.matches('lx$'))", true],
    ["constructor.name == 'x'", true],
    ['"a\\"b" != it.text && it.text != r"\\d"', true],
  ])('%s is %s', (source, expected) => {
    expect(outcome(source, full)).toBe(String(expected));
  });

  it('takes no value from what every object has', () => {
    expect(outcome("constructor.name == 'x'", {})).toBe('unknown');
    expect(outcome("constructor.name != ''", { constructor: {} })).toBe(
      'unknown',
    );
  });

  it.each([
    ['it.inner.flag || it.count > 1', { it: { count: 2 } }, 'true'],
    ['it.inner.flag || it.count > 1', { it: { count: 1 } }, 'unknown'],
    ['it.inner.flag && it.count > 1', { it: { count: 1 } }, 'false'],
    ['!(it.inner.flag && it.count > 1)', { it: { count: 1 } }, 'true'],
    [
      'it.inner.flag ? it.count > 1 : it.count > 1',
      { it: { count: 2 } },
      'unknown',
    ],
    ['it.words.exists(w, w == it.text)', { it: { words: [] } }, 'false'],
    ['it.words.all(w, w == it.text)', { it: { words: ['a'] } }, 'unknown'],
    [
      "it.words.exists(w, w == 'a' || w == it.text)",
      { it: { words: ['b', 'a'] } },
      'true',
    ],
    ["param.weights['nobody'] == 2", {}, 'unknown'],
    ['it.words[7] == "a"', full, 'unknown'],
    ['int(it.text) > 1', full, 'unknown'],
  ])('%s with %j is %s', (source, values, expected) => {
    expect(outcome(source, values)).toBe(expected);
  });

  it('names the clauses that decide it', () => {
    const { condition, judge } = compile(
      "it.count > 5 && (it.inner.flag || it.share > 0.1) && it.text == ''",
    );
    expect(
      condition.clauses.map(({ text, facts: read }) => [text, read]),
    ).toEqual([
      ['it.count > 5', ['it.count']],
      ['it.inner.flag || it.share > 0.1', ['it.inner.flag', 'it.share']],
      ['it.text == ""', ['it.text']],
    ]);
    expect(judge(full)).toMatchObject({
      outcome: 'false',
      clauses: [{ text: 'it.count > 5' }, { text: 'it.text == ""' }],
    });
    expect(judge({ it: { count: 6 } })).toEqual({
      outcome: 'unknown',
      lacks: ['it.inner.flag', 'it.share', 'it.text'],
      errors: [],
    });
  });

  it('says what went wrong', () => {
    expect(compile("param.weights['nobody'] == 2").judge({})).toEqual({
      outcome: 'unknown',
      lacks: [],
      errors: ['No such key: nobody'],
    });
  });
});

describe('matches', () => {
  const evil = [
    '(a+)+$',
    '^(a|a)*$',
    '(a|aa)+$',
    '(.*a){20}$',
    '((a*)*)*b',
    '(x+x+)+y',
    '^(([a-z])+.)+[A-Z]([a-z])+$',
  ];

  it.each(evil)('is never busy for long with %s', pattern => {
    const text = `${'a'.repeat(5000)}${'x'.repeat(4990)}!`;
    const { judge } = compile(
      `it.text.matches('${pattern}') || it.words.exists(w, w.matches('${pattern}'))`,
    );
    const start = performance.now();
    expect(judge({ it: { text, words: [text, text] } }).outcome).toBe('false');
    // A backtracking matcher would need longer than the age of the universe.
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it.each([
    ["it.text.matches('(')", 'is no pattern that RE2 knows'],
    ["it.text.matches('(?=a)')", 'is no pattern that RE2 knows'],
    ["it.text.matches('(a)\\\\1')", 'is no pattern that RE2 knows'],
    ["it.text.matches('((a{30}){30}){30}')", 'is no pattern that RE2 knows'],
    ["it.text.matches('[ab]{600}')", 'repeats too much'],
    [`it.text.matches('${'a'.repeat(201)}')`, 'longer than 200 characters'],
    ['it.text.matches(it.text)', 'must be a text in quotes or a parameter'],
    ['it.text.matches(param.share)', 'must be a text in quotes or a parameter'],
    ['it.text.matches(param.none)', 'must be a text in quotes or a parameter'],
    ["it.text.matches('a' + 'b')", 'must be a text in quotes or a parameter'],
    ["it.count.matches('a')", 'is for texts, not for a value of type int'],
    ["it.words.matches('a')", 'is for texts, not for a value of type list'],
    ["it.none.matches('a')", 'There is no fact “it.none”'],
  ])('refuses %s', (source, message) => {
    expect(() => compile(source)).toThrow(message);
  });

  it('does not judge a text that an expression has made too long', () => {
    const sum = Array(20).fill('it.text').join(' + ');
    const values = { it: { text: 'a'.repeat(1000) } };
    expect(compile(`(${sum}).matches('b')`).judge(values)).toMatchObject({
      outcome: 'unknown',
      errors: ['the text is longer than 10000 characters'],
    });
  });
});
