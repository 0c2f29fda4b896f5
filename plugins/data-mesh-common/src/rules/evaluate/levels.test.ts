import { RuleStatus } from '../../results';
import {
  fault,
  inputOf,
  load,
  resultsOf,
  rule,
  setOf,
  statusesOf,
} from '../testing/samples';
import { EvaluationInput, evaluate } from './evaluate';

const facts = ['a', 'b', 'c', 'd', 'e', 'f'];

/** A fact for each rule: true, false, or not known. */
function factsOf(statuses: readonly (RuleStatus | undefined)[]) {
  return {
    is: Object.fromEntries(
      statuses.flatMap((status, index) =>
        status === 'unknown' ? [] : [[facts[index], status === 'pass']],
      ),
    ),
  };
}

describe('levels', () => {
  it.each<[string, RuleStatus[], number]>([
    ['nothing is met', ['fail', 'fail'], 0],
    ['the first level is', ['pass', 'fail'], 1],
    ['a level below is missed', ['fail', 'pass'], 0],
    ['one is not known', ['unknown', 'pass'], 0],
    // Levels that nothing is asked for are reached with the ones below.
    ['all is met', ['pass', 'pass'], 4],
  ])('are counted from below: %s', (_case, statuses, level) => {
    const set = load(
      setOf([
        rule('one', { pass: 'is.a' }),
        rule('two', { pass: 'is.b', level: 'two' }),
      ]),
    );
    expect(evaluate(set, inputOf({ facts: factsOf(statuses) }))).toMatchObject({
      level,
      target: null,
    });
  });

  it.each<[number, number, boolean]>([
    [0, 1, true],
    [1, 2, false],
    [2, 3, true],
    [1, 3, false],
    [3, 5, true],
    [2, 5, false],
    [3, 4, true],
    [2, 4, false],
  ])('with %d of %d “should” met: %s', (met, of, reached) => {
    const set = load(
      setOf(
        facts
          .slice(0, of)
          .map(name => rule(name, { pass: `is.${name}`, weight: 'should' })),
      ),
    );
    const statuses = facts.map(
      (_, index): RuleStatus => (index < met ? 'pass' : 'fail'),
    );
    const { level } = evaluate(set, inputOf({ facts: factsOf(statuses) }));
    expect(level).toBe(reached ? 4 : 0);
  });

  it('leave out what does not apply and what is not measured', () => {
    const set = load(
      setOf([
        rule('must', { pass: 'is.a' }),
        rule('elsewhere', { when: 'is.b', pass: 'is.c' }),
        rule('unmeasured', { pass: 'is.c', needs: ['slo.kept'] }),
        rule('should', { pass: 'is.d', weight: 'should' }),
        rule('other', { when: 'is.b', pass: 'is.c', weight: 'should' }),
      ]),
    );
    const input = inputOf({ facts: { is: { a: true, b: false, d: false } } });
    // Of two “should” one applies, and one alone is not asked for.
    expect(evaluate(set, input).level).toBe(4);
  });

  it('count a waiver as met until it expires', () => {
    const set = load(setOf([rule('it', { pass: 'is.a' })]));
    const at = (today: string) =>
      evaluate(
        set,
        inputOf({
          facts: { is: { a: false } },
          waivers: [
            { rule: 'it', reason: 'r', until: '2026-03-05', approvedBy: 'x' },
          ],
          today,
        }),
      ).level;
    expect(at('2026-03-05')).toBe(4);
    expect(at('2026-03-06')).toBe(0);
  });

  it('take other shares from the set', () => {
    const rules = ['a', 'b', 'c', 'd'].map(name =>
      rule(name, { pass: `is.${name}` }),
    );
    const half = { is: { a: true, b: true, c: false, d: false } };
    const levelWith = (promotion: object) =>
      evaluate(load(setOf(rules, { promotion })), inputOf({ facts: half }))
        .level;
    expect(levelWith({ must: 0.5 })).toBe(4);
    expect(levelWith({ must: 0.51 })).toBe(0);
  });
});

describe('roll-out', () => {
  const levelOn = (rollout: unknown, today: string) => {
    const set = load(setOf([rule('it', { pass: 'is.a', rollout })]));
    const input = inputOf({ facts: { is: { a: false } }, today });
    const { level, results } = evaluate(set, input);
    return { level, status: results[0].status, counted: results[0].counted };
  };

  it('shows a draft and does not count it', () => {
    expect(levelOn('draft', '2026-03-01')).toEqual({
      level: 4,
      status: 'fail',
      counted: false,
    });
  });

  it('counts an enforced rule', () => {
    expect(levelOn('enforced', '2026-03-01').level).toBe(0);
    expect(levelOn(undefined, '2026-03-01').level).toBe(0);
  });

  it('counts a rule from the day after its grace', () => {
    const rollout = { grace: '2026-12-31' };
    expect(levelOn(rollout, '2026-12-31')).toEqual({
      level: 4,
      status: 'fail',
      counted: false,
    });
    expect(levelOn(rollout, '2027-01-01')).toEqual({
      level: 0,
      status: 'fail',
      counted: true,
    });
  });

  it('judges one and the same set by each day it is given', () => {
    const set = load(
      setOf([rule('it', { pass: 'is.a', rollout: { grace: '2026-12-31' } })]),
    );
    const levelOf = (today: string) =>
      evaluate(set, inputOf({ facts: { is: { a: false } }, today })).level;
    const days = ['2026-12-31', '2027-01-01', '2026-12-31', '2027-01-02'];
    expect(days.map(levelOf)).toEqual([4, 0, 4, 0]);
  });

  it('lets a rule wait for one in its grace', () => {
    const set = setOf([
      rule('new', { pass: 'is.a', rollout: { grace: '2026-12-31' } }),
      rule('it', { pass: 'is.b', after: ['new'] }),
    ]);
    expect(statusesOf(set, { facts: { is: { a: false, b: false } } }).it).toBe(
      'waiting',
    );
  });
});

describe('targets and caps', () => {
  const set = load(
    setOf([rule('it', { pass: 'is.a' })], {
      targets: [
        { when: "product.lifecycle == 'production'", level: 'three' },
        { when: "product.lifecycle == 'candidate'", level: 'zero' },
        { when: "product.lifecycle == 'experimental'", level: 'one' },
      ],
      caps: [
        {
          when: "product.lifecycle == 'deprecated'",
          level: 'two',
          reason: 'deprecated',
        },
        {
          when: "product.lifecycle == 'candidate' || is.b",
          level: 'one',
          reason: 'candidate',
        },
      ],
    }),
  );
  const at = (lifecycle: string | null, is: object = { b: false }) =>
    evaluate(
      set,
      inputOf({ facts: { product: { lifecycle }, is: { a: true, ...is } } }),
    );

  it.each([
    ['production', 3, 4, undefined],
    ['candidate', 0, 1, 'candidate'],
    ['experimental', 1, 4, undefined],
    ['deprecated', null, 2, 'deprecated'],
    ['retired', null, 4, undefined],
  ])('of %s', (lifecycle, target, level, reason) => {
    const { cap, earned, ...evaluation } = at(lifecycle);
    expect(evaluation).toMatchObject({ target, level, notes: [] });
    expect(cap?.reason).toBe(reason);
    expect(earned).toBe(reason ? 4 : undefined);
  });

  it('take the lowest cap', () => {
    expect(at('deprecated', { b: true })).toMatchObject({
      level: 1,
      cap: { level: 1, reason: 'candidate' },
    });
  });

  it('do not lift a level', () => {
    expect(at('deprecated', { a: false, b: false })).toMatchObject({
      level: 0,
      cap: { level: 2 },
    });
    expect(at('deprecated', { a: false, b: false }).earned).toBeUndefined();
  });

  it('say so when they cannot be judged', () => {
    expect(at(null)).toMatchObject({
      level: 4,
      target: null,
      notes: [
        'Whether the level is held down (deprecated) cannot be told.',
        'Whether the level is held down (candidate) cannot be told.',
        'The target cannot be told.',
      ],
    });
  });
});

describe('rules about other rules', () => {
  const met = (fields: object) => [
    rule('a', { pass: 'is.a' }),
    rule('b', { pass: 'is.b', when: 'is.e' }),
    rule('c', { pass: 'is.c', rollout: 'draft' }),
    rule('it', { level: 'two', met: ['a', 'b', 'c'], ...fields }),
  ];
  const waivers = [
    { rule: 'a', reason: 'r', until: '2026-04-01', approvedBy: 'x' },
  ];
  const is = { a: true, b: true, c: false, e: true };

  it.each([
    ['all are met', is, 'pass'],
    ['one is not', { ...is, b: false }, 'waiting'],
    ['one is not known', { ...is, b: null }, 'waiting'],
    ['one does not apply', { ...is, b: false, e: false }, 'pass'],
  ])('when %s', (_case, own, status) => {
    expect(statusesOf(setOf(met({})), { facts: { is: own } }).it).toBe(status);
  });

  it('say which they wait for', () => {
    const facts_ = { is: { ...is, a: false, b: false } };
    expect(resultsOf(setOf(met({})), { facts: facts_ }).it).toMatchObject({
      reason: 'Waits for “Title of a”, “Title of b”.',
      waitsFor: ['a', 'b'],
    });
  });

  it('take what is set aside as met where they name waivers', () => {
    const input = { facts: { is: { ...is, a: false } }, waivers };
    expect(statusesOf(setOf(met({})), input).it).toBe('waiting');
    const naming = setOf(met({ needs: ['waivers'] }));
    expect(statusesOf(naming, input).it).toBe('pass');
  });

  it('have a condition of their own, too', () => {
    const set = load(setOf(met({ pass: 'is.d' })));
    const statusWith = (d: boolean | null, a: boolean = true) =>
      statusesOf(set, { facts: { is: { ...is, a, d } } }).it;
    expect(statusWith(true)).toBe('pass');
    expect(statusWith(false)).toBe('fail');
    expect(statusWith(null)).toBe('unknown');
    expect(statusWith(true, false)).toBe('waiting');
    expect(statusWith(false, false)).toBe('fail');
  });

  it('do not apply when none of the others does', () => {
    const set = setOf([
      rule('b', { pass: 'is.b', when: 'is.e' }),
      rule('it', { met: ['b'] }),
    ]);
    expect(statusesOf(set, { facts: { is: { e: false } } }).it).toBe(
      'not-applicable',
    );
  });

  it('take their list from a parameter, by phase', () => {
    const text = setOf(met({ met: 'param.essential' }), {
      phases: ['bootstrap', 'scale'],
      phase: 'bootstrap',
      parameters: {
        essential: {
          description: 'Essential rules',
          value: ['a'],
          phases: { scale: ['a', 'b'] },
        },
      },
    });
    const input = { facts: { is: { ...is, b: false } } };
    expect(statusesOf(text, input).it).toBe('pass');
    expect(statusesOf(load(text, { phase: 'scale' }), input).it).toBe(
      'waiting',
    );
  });
});

describe('dimensions', () => {
  const set = load(
    setOf(
      [
        rule('o1', { dimension: 'own', pass: 'is.a' }),
        rule('o2', { dimension: 'own', level: 'two', pass: 'is.b' }),
        rule('v1', { dimension: 'value', pass: 'is.c' }),
      ],
      {
        dimensions: [
          { id: 'own', title: 'Ownership' },
          { id: 'value', title: 'Goals' },
        ],
      },
    ),
  );

  it('have a level each and none overall', () => {
    const evaluation = evaluate(
      set,
      inputOf({ facts: { is: { a: true, b: false, c: false } } }),
    );
    expect(evaluation.dimensions).toEqual({ own: 1, value: 0 });
    expect(evaluation).not.toHaveProperty('level');
    expect(evaluation).not.toHaveProperty('earned');
  });
});

describe('faults', () => {
  const text = setOf(
    [
      fault('review', {
        pass: 'review.age <= 90',
        severity: [
          { when: 'review.age > 180', severity: 'high' },
          { when: 'is.a', severity: 'low' },
          { severity: 'medium' },
        ],
      }),
      fault('headless', {
        subject: 'Domain',
        pass: 'domain.led',
        severity: 'high',
      }),
      fault('side-job', { pass: 'is.b', severity: 'low', off: true }),
    ],
    { levels: [] },
  );
  const set = load(text);
  const product = (input: Partial<EvaluationInput>) =>
    resultsOf(set, input).review;

  it.each([
    [90, 'pass', undefined],
    [91, 'fail', 'medium'],
    [180, 'fail', 'medium'],
    [181, 'fail', 'high'],
    [null, 'unknown', undefined],
  ])('of a review %s days ago', (age, status, severity) => {
    const result = product({ facts: { review: { age }, is: { a: false } } });
    expect(result.status).toBe(status);
    expect(result.severity).toBe(severity);
  });

  it('pass over a severity that cannot be judged', () => {
    expect(product({ facts: { review: { age: 100 } } }).severity).toBe(
      'medium',
    );
  });

  it('keep their severity while they are set aside', () => {
    const waivers = [
      { rule: 'review', reason: 'r', until: '2026-04-01', approvedBy: 'x' },
    ];
    expect(product({ facts: { review: { age: 200 } }, waivers })).toMatchObject(
      { status: 'waived', severity: 'high' },
    );
  });

  it('make no level', () => {
    const evaluation = evaluate(set, inputOf());
    expect(Object.keys(evaluation).sort()).toEqual([
      'notes',
      'results',
      'ruleSet',
      'version',
    ]);
  });

  it('are judged for the kind of subject they are about', () => {
    expect(set.subjects).toEqual(['DataProduct', 'Domain']);
    const domain = { subject: 'Domain', facts: { domain: { led: false } } };
    expect(statusesOf(set, domain)).toEqual({ headless: 'fail' });
    expect(() => evaluate(set, inputOf({ subject: 'Group' }))).toThrow(
      'The rule set “sample” has no rules about a Group.',
    );
  });

  it('that are off can be switched on', () => {
    expect(resultsOf(set)['side-job']).toBeUndefined();
    const on = load(text, { rules: { 'side-job': { off: false } } });
    expect(statusesOf(on, { facts: { is: { b: false } } })['side-job']).toBe(
      'fail',
    );
  });
});
