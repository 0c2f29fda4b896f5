import { z } from 'zod';
import { ruleSetOutlineSchema } from '../../results';
import { loadRuleSet } from '../compile/loadRuleSet';
import {
  fault,
  load,
  problemsOf,
  rule,
  setOf,
  vocabulary,
} from '../testing/samples';
import { outlineOf } from './outlineOf';

describe('outlineOf', () => {
  const ask = { text: 'Is it?', who: ['owner'], days: 90 };

  it('holds the texts of a set and none of its expressions', () => {
    const set = load(
      setOf(
        [
          rule('first', { pass: 'is.a', off: true }),
          rule('second', {
            ask,
            after: ['first'],
            rollout: { grace: '2026-03-01' },
          }),
          rule('third', {
            level: 'two',
            weight: 'should',
            met: ['first', 'second'],
            covers: ['OF-01'],
            rollout: 'draft',
          }),
        ],
        {
          title: 'Sample',
          caps: [{ when: 'is.a', level: 'one', reason: 'a' }],
        },
      ),
    );
    const outline = outlineOf(set, '2026-03-01');
    expect(ruleSetOutlineSchema.parse(outline)).toEqual(outline);
    expect(outline).toMatchObject({
      id: 'sample',
      title: 'Sample',
      subject: 'DataProduct',
      rules: [
        {
          id: 'second',
          level: 1,
          weight: 'must',
          // What is off is nowhere to be seen.
          after: [],
          rollout: 'grace',
          graceUntil: '2026-03-01',
          counted: false,
          ask: { ...ask, key: 'answer.second' },
        },
        {
          id: 'third',
          level: 2,
          weight: 'should',
          met: ['second'],
          metAlone: true,
          covers: ['OF-01'],
          rollout: 'draft',
          counted: false,
        },
      ],
    });
    expect(JSON.stringify(outline)).not.toContain('is.a');
  });

  it('has what to write, and what kind of answers and evidence are asked for', () => {
    const write = { spec: { owner: 'group:default/{name}' } };
    const { ruleSet } = loadRuleSet(
      setOf([
        rule('asked', {
          pass: 'is.a',
          write,
          needs: ['last.review', 'unknown.form'],
          ask: { text: 'When?', who: ['owner'], key: 'last.review' },
        }),
      ]),
      {
        file: 'any.yaml',
        vocabulary: {
          ...vocabulary,
          evidence: {
            'last.review': { value: z.iso.date(), example: '2026-01-25' },
            'unknown.form': {},
          },
        },
      },
    );
    const outline = outlineOf(ruleSet!, '2026-03-01');
    expect(ruleSetOutlineSchema.parse(outline)).toEqual(outline);
    expect(outline.rules[0]).toMatchObject({
      write,
      ask: { value: 'date' },
      examples: { 'last.review': '2026-01-25' },
    });
  });

  it.each([
    [
      'a text',
      'spec.owner',
      'write: It must be a group of keys, but is a text.',
    ],
    ['nothing', {}, 'write: It must have “metadata” or “spec”.'],
    [
      'another part of an entity',
      { kind: 'x', spec: { a: 'b' } },
      'write.kind: There is no field “kind” here.',
    ],
    ['no field', { spec: {} }, 'write.spec: It must name a field.'],
    [
      'a field without a value',
      { spec: { a: { b: null } } },
      'write.spec.a: It must be text, numbers, lists and groups.',
    ],
  ])('refuses to write %s', (_, write, problem) => {
    expect(problemsOf(setOf([rule('it', { pass: 'is.a', write })]))).toEqual([
      expect.stringContaining(problem),
    ]);
  });

  it('is of a day', () => {
    const rollout = { grace: '2026-03-01' };
    const set = load(setOf([rule('it', { pass: 'is.a', rollout })]));
    expect(outlineOf(set, '2026-03-02').rules[0]).toMatchObject({
      rollout: 'enforced',
      graceUntil: undefined,
      counted: true,
    });
  });

  it('is of a kind of subject, and knows a severity that is fixed', () => {
    const byFact = [{ when: 'is.b', severity: 'high' }, { severity: 'low' }];
    const set = load(
      setOf(
        [
          fault('fixed', { pass: 'is.a', severity: 'high' }),
          fault('depends', { pass: 'is.a', severity: byFact }),
          fault('led', {
            pass: 'domain.led',
            subject: 'Domain',
            severity: 'low',
          }),
        ],
        { levels: [] },
      ),
    );
    const severities = (subject: string) =>
      outlineOf(set, '2026-03-01', subject).rules.map(({ id, severity }) => [
        id,
        severity,
      ]);
    expect(severities('DataProduct')).toEqual([
      ['fixed', 'high'],
      ['depends', undefined],
    ]);
    expect(severities('Domain')).toEqual([['led', 'low']]);
    expect(() => severities('Group')).toThrow('no rules about a Group');
  });
});
