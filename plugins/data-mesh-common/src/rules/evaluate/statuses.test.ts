import {
  TODAY,
  inputOf,
  load,
  resultsOf,
  rule,
  setOf,
  statusesOf,
} from '../testing/samples';
import { EvaluationInput, evaluate } from './evaluate';

/** Each line of the seven statuses, by example. */
describe('statuses', () => {
  const one = (fields: object) => setOf([rule('it', { ...fields })]);
  const told = (set: string, input: Partial<EvaluationInput> = {}) => {
    const { status, reason } = resultsOf(set, input).it;
    return { status, reason };
  };
  const delivered = new Set(['slo.kept', 'usage.lastUsedAt']);

  describe('pass and fail', () => {
    it('tell what the facts are', () => {
      const set = one({ pass: "is.a && product.lifecycle == 'production'" });
      const production = { lifecycle: 'production' };
      expect(
        told(set, { facts: { is: { a: true }, product: production } }),
      ).toEqual({ status: 'pass', reason: undefined });
      expect(
        told(set, { facts: { is: { a: false }, product: production } }),
      ).toEqual({ status: 'fail', reason: 'A holds: no.' });
      expect(
        told(set, {
          facts: { is: { a: false }, product: { lifecycle: 'candidate' } },
        }),
      ).toEqual({
        status: 'fail',
        reason: 'A holds: no; Lifecycle: “candidate”.',
      });
    });

    it('tell a threshold that is missed', () => {
      const set = setOf(
        [rule('it', { pass: 'contract.described >= param.least' })],
        {
          parameters: {
            least: { value: 0.8, description: 'At least', unit: 'share' },
          },
        },
      );
      expect(told(set, { facts: { contract: { described: 0.7999 } } })).toEqual(
        {
          status: 'fail',
          reason:
            'Share of the fields that are described: 79.9 % (At least: 80 %).',
        },
      );
      expect(
        told(set, { facts: { contract: { described: 0.8 } } }).status,
      ).toBe('pass');
    });

    it('tell an age as a day, so that the words hold tomorrow', () => {
      const set = one({ pass: 'review.age <= 90' });
      const today = told(set, { facts: { review: { age: 100 } } });
      const tomorrow = told(set, {
        facts: { review: { age: 101 } },
        today: '2026-03-02',
      });
      expect(today.reason).toBe('Last review: 2025-11-21.');
      expect(tomorrow).toEqual(today);
    });
  });

  describe('unknown', () => {
    it.each([
      ['absent', {}],
      ['null', { is: { a: null } }],
      ['in a group that is no group', { is: 7 }],
    ])('is a fact that is %s', (_case, facts) => {
      expect(told(one({ pass: 'is.a' }), { facts })).toEqual({
        status: 'unknown',
        reason: 'Not known: A holds (is.a).',
      });
      expect(resultsOf(one({ pass: '!is.a' }), { facts }).it).toMatchObject({
        status: 'unknown',
        lacks: ['is.a'],
      });
    });

    it.each([
      ['product.deep.ports > 1', { deep: { ports: 1.5 } }, 'no whole number'],
      ['product.purpose != ""', { purpose: true }, 'no text'],
      [
        'product.purpose != ""',
        { purpose: 'x'.repeat(10_001) },
        'longer than 10000 characters',
      ],
      ['product.tags != []', { tags: 'x' }, 'no list'],
      ['product.tags != []', { tags: [1] }, 'it is no text'],
      [
        'product.tags != []',
        { tags: Array(1001).fill('x') },
        'more than 1000 entries',
      ],
      [
        'product.tags != []',
        { tags: Array(11).fill('x'.repeat(10_000)) },
        'longer than 100000 characters together',
      ],
    ])('is %s on a value that does not fit', (pass, product, message) => {
      const { status, reason } = told(one({ pass }), { facts: { product } });
      expect(status).toBe('unknown');
      expect(reason).toContain(message);
    });

    it('is not what the other facts decide', () => {
      const or = one({ pass: 'is.a || is.b' });
      const and = one({ pass: 'is.a && is.b' });
      expect(told(or, { facts: { is: { b: true } } }).status).toBe('pass');
      expect(told(or, { facts: { is: { b: false } } }).status).toBe('unknown');
      expect(told(and, { facts: { is: { b: false } } }).status).toBe('fail');
      expect(told(and, { facts: { is: { b: true } } }).status).toBe('unknown');
    });

    it('is a rule of which it cannot be told whether it applies', () => {
      const set = one({ when: 'is.a', pass: 'is.b' });
      expect(told(set, { facts: { is: { b: true } } })).toEqual({
        status: 'unknown',
        reason: 'Whether it applies cannot be told. Not known: A holds (is.a).',
      });
    });

    it('is what goes wrong while it runs, for that rule alone', () => {
      const set = setOf([
        rule('it', { pass: '10 / (product.deep.ports - 1) > 2' }),
        rule('other', { pass: 'is.a' }),
      ]);
      const facts = { product: { deep: { ports: 1 } }, is: { a: true } };
      expect(told(set, { facts })).toEqual({
        status: 'unknown',
        reason: 'It cannot be judged: division by zero.',
      });
      expect(statusesOf(set, { facts }).other).toBe('pass');
    });

    const kept = (observedAt: string, expiresAt?: string) => ({
      'slo.kept': { value: true, observedAt, expiresAt },
    });

    it.each([
      ['30 days old', kept('2026-01-30T23:59:00Z'), 'pass', undefined],
      [
        '31 days old',
        kept('2026-01-29T23:59:00Z'),
        'unknown',
        'The last “Promises kept” is of 2026-01-29 and held until 2026-02-28.',
      ],
      [
        'expiring today',
        kept('2026-02-20', '2026-03-01T00:01:00Z'),
        'pass',
        undefined,
      ],
      [
        'expired yesterday',
        kept('2026-02-20', '2026-02-28T23:00:00Z'),
        'unknown',
        'The last “Promises kept” is of 2026-02-20 and held until 2026-02-28.',
      ],
      [
        'of tomorrow, elsewhere',
        kept('2026-03-02T03:00:00Z'),
        'pass',
        undefined,
      ],
      [
        'of the future',
        kept('2026-03-03T00:00:00Z'),
        'unknown',
        'The date of the last “Promises kept” cannot be relied on.',
      ],
      [
        'without a date',
        kept('soon'),
        'unknown',
        'The date of the last “Promises kept” cannot be relied on.',
      ],
      [
        'missing',
        {},
        'unknown',
        'Nothing has been delivered yet for “Promises kept”.',
      ],
    ])('is evidence %s', (_case, evidence, status, reason) => {
      const set = one({
        pass: 'is.a',
        needs: [{ key: 'slo.kept', days: 30 }],
      });
      const facts = { is: { a: true } };
      expect(told(set, { facts, evidence, delivered })).toEqual({
        status,
        reason,
      });
    });

    it('comes with the evidence that is missing even where facts say fail', () => {
      const set = one({ pass: 'is.a', needs: ['slo.kept'] });
      const facts = { is: { a: false } };
      expect(resultsOf(set, { facts, delivered }).it).toMatchObject({
        status: 'unknown',
        lacks: ['slo.kept'],
      });
    });

    it('takes the days of the evidence key where the rule names none', () => {
      const set = one({ pass: 'is.a', needs: ['usage.lastUsedAt'] });
      const facts = { is: { a: true } };
      const at = (observedAt: string) => ({
        'usage.lastUsedAt': { value: 'x', observedAt },
      });
      const statusAt = (day: string) =>
        told(set, { facts, delivered, evidence: at(day) }).status;
      expect(statusAt('2026-01-30')).toBe('pass');
      expect(statusAt('2026-01-29')).toBe('unknown');
    });
  });

  describe('a question', () => {
    const ask = {
      text: 'Is it paid for?',
      who: ['domain-owner'],
      days: 90,
    };
    const answer = (
      value: unknown,
      observedAt = '2026-02-01T10:00:00Z',
    ): EvaluationInput['evidence'] => ({
      'answer.it': { value, observedAt },
    });

    it.each([
      ['yes', answer(true), { status: 'pass' }],
      [
        'no',
        answer(false),
        {
          status: 'fail',
          reason: 'The answer of 2026-02-01 is no: Is it paid for?',
        },
      ],
      [
        'nothing',
        {},
        {
          status: 'unknown',
          reason: 'Nobody has answered yet: Is it paid for?',
          lacks: ['answer.it'],
        },
      ],
      [
        'something else',
        answer('perhaps'),
        {
          status: 'unknown',
          reason: 'The answer of 2026-02-01 is neither yes nor no.',
        },
      ],
      [
        'yes, long ago',
        answer(true, '2025-12-01'),
        {
          status: 'pass',
        },
      ],
      [
        'yes, too long ago',
        answer(true, '2025-11-30'),
        {
          status: 'unknown',
          reason:
            'The last “answer” is of 2025-11-30 and held until 2026-02-28.',
        },
      ],
    ])('is answered with %s', (_case, evidence, expected) => {
      expect(resultsOf(one({ ask }), { evidence }).it).toMatchObject(expected);
    });

    it('may be the one of the evidence key, and then is never not measured', () => {
      const set = load(one({ pass: 'is.a', needs: ['funding.known'] }));
      expect(resultsOf(set).it).toMatchObject({
        status: 'unknown',
        reason: 'Nobody has answered yet: Is its running paid for?',
        lacks: ['funding.known'],
      });
    });

    it('may deliver evidence that machines deliver as well', () => {
      const set = one({
        pass: 'is.a',
        needs: ['slo.kept'],
        ask: { ...ask, days: 30 },
      });
      const facts = { is: { a: true } };
      const at = (observedAt: string) => ({
        'slo.kept': { value: true, observedAt },
      });
      expect(told(set, { facts }).status).toBe('unknown');
      expect(told(set, { facts, evidence: at(TODAY) }).status).toBe('pass');
      expect(told(set, { facts, evidence: at('2026-01-01') }).status).toBe(
        'unknown',
      );
    });
  });

  describe('waiting', () => {
    const set = load(
      setOf([
        rule('first', { pass: 'is.a' }),
        rule('second', { pass: 'is.b', after: ['first'] }),
        rule('third', { pass: 'is.c', after: ['second'] }),
      ]),
    );

    it.each([
      [{ a: true, b: false, c: true }, ['pass', 'fail', 'pass']],
      [{ a: false, b: false, c: false }, ['fail', 'waiting', 'waiting']],
      [{ a: false, b: true, c: false }, ['fail', 'pass', 'fail']],
      [{ a: false, c: false }, ['fail', 'waiting', 'waiting']],
      [{ b: false, c: false }, ['unknown', 'waiting', 'waiting']],
    ])('with %j', (is, statuses) => {
      const { first, second, third } = statusesOf(set, { facts: { is } });
      expect([first, second, third]).toEqual(statuses);
    });

    it('says for what', () => {
      const facts = { is: { a: false, b: false } };
      expect(resultsOf(set, { facts }).second).toMatchObject({
        reason: 'Waits for “Title of first”.',
        waitsFor: ['first'],
      });
    });

    it('does not wait for what does not apply, is a draft or is off', () => {
      const free = setOf([
        rule('elsewhere', { when: 'is.a', pass: 'is.b' }),
        rule('draft', { pass: 'is.b', rollout: 'draft' }),
        rule('off', { pass: 'is.b', off: true }),
        rule('it', { pass: 'is.b', after: ['elsewhere', 'draft', 'off'] }),
      ]);
      const facts = { is: { a: false, b: false } };
      expect(told(free, { facts }).status).toBe('fail');
    });
  });

  describe('waived', () => {
    const set = load(
      setOf([
        rule('first', { pass: 'is.a' }),
        rule('second', { pass: 'is.b', after: ['first'] }),
      ]),
    );
    const waiver = {
      rule: 'first',
      reason: 'moving house',
      until: '2026-03-01T08:00:00Z',
      approvedBy: 'user:default/a',
    };
    const facts = { is: { a: false, b: false } };

    it('is unmet and set aside, through the last day', () => {
      expect(resultsOf(set, { facts, waivers: [waiver] }).first).toMatchObject({
        status: 'waived',
        reason: 'Set aside until 2026-03-01: moving house',
        waivedUntil: '2026-03-01',
      });
    });

    it.each([
      ['expired', { ...waiver, until: '2026-02-28' }],
      ['never approved', { ...waiver, approvedBy: undefined }],
      ['without an end that can be read', { ...waiver, until: 'later' }],
      ['of another rule', { ...waiver, rule: 'third' }],
    ])('does not count when %s', (_case, other) => {
      expect(statusesOf(set, { facts, waivers: [other] }).first).toBe('fail');
    });

    it('holds as long as the longest of several', () => {
      const waivers = [
        waiver,
        { ...waiver, until: '2026-04-01', reason: 'longer' },
        { ...waiver, until: '2026-03-15' },
      ];
      expect(resultsOf(set, { facts, waivers }).first.waivedUntil).toBe(
        '2026-04-01',
      );
    });

    it('leaves what waits for it waiting, and what passes passing', () => {
      expect(statusesOf(set, { facts, waivers: [waiver] }).second).toBe(
        'waiting',
      );
      expect(
        statusesOf(set, { facts: { is: { a: true } }, waivers: [waiver] })
          .first,
      ).toBe('pass');
    });
  });

  describe('not applicable', () => {
    it('is what “when” leaves out, and says why', () => {
      const set = one({
        when: "product.lifecycle != 'retired'",
        pass: 'is.a',
      });
      expect(
        told(set, { facts: { product: { lifecycle: 'retired' } } }),
      ).toEqual({
        status: 'not-applicable',
        reason: 'Lifecycle: “retired”.',
      });
    });

    it('goes before evidence that nobody delivers', () => {
      const set = one({ when: 'is.a', pass: 'is.b', needs: ['slo.kept'] });
      expect(told(set, { facts: { is: { a: false } } }).status).toBe(
        'not-applicable',
      );
    });
  });

  describe('not measured', () => {
    const set = one({ when: 'is.b', pass: 'is.a', needs: ['slo.kept'] });
    const facts = { is: { a: true, b: true } };

    it('is a rule whose evidence has never arrived for anyone', () => {
      expect(told(set, { facts })).toEqual({
        status: 'not-measured',
        reason: 'Nothing has ever delivered “Promises kept”.',
      });
    });

    it('is not one whose evidence has arrived for another subject', () => {
      expect(told(set, { facts, delivered }).status).toBe('unknown');
    });

    it('is one also while it cannot be told whether it applies', () => {
      expect(told(set, { facts: { is: { a: true } } }).status).toBe(
        'not-measured',
      );
    });

    it('is not one that somebody can answer', () => {
      const asked = one({
        pass: 'is.a',
        needs: ['slo.kept'],
        ask: { text: 'Kept?', who: ['owner'] },
      });
      expect(told(asked, { facts }).status).toBe('unknown');
    });
  });

  it('refuses a day that is none', () => {
    const set = load(one({ pass: 'is.a' }));
    const at = (today: string) => () => evaluate(set, inputOf({ today }));
    expect(at('2026-02-31x')).toThrow('“2026-02-31x” is no day');
    expect(at('2026-02-30')).toThrow('is no day');
    expect(at('2026-13-01')).toThrow('is no day');
  });
});
