import { TODAY, inputOf, load, rule, setOf } from '../testing/samples';
import { explain } from './explain';

describe('explain', () => {
  const set = load(
    setOf(
      [
        rule('it', {
          when: "product.lifecycle != 'retired'",
          pass: 'contract.described >= param.least && (is.a || is.b)',
          needs: [{ key: 'slo.kept', days: 30 }],
        }),
        rule('asked', { ask: { text: 'Is it?', who: ['owner'] } }),
      ],
      { parameters: { least: { value: 0.8, description: 'At least' } } },
    ),
  );

  it('tells what a rule read and what each part comes to', () => {
    const input = inputOf({
      facts: {
        product: { lifecycle: 'production' },
        contract: { described: 'most' },
        is: { a: true },
      },
      evidence: { 'slo.kept': { value: true, observedAt: '2026-02-20' } },
      delivered: new Set(['slo.kept']),
    });
    expect(explain(set, 'it', input)).toEqual({
      result: {
        rule: 'it',
        code: 'C-it',
        status: 'unknown',
        counted: true,
        reason:
          'Not known: Share of the fields that are described (contract.described: it is no number).',
        lacks: ['contract.described'],
      },
      parts: [
        {
          of: 'when',
          text: 'product.lifecycle != "retired"',
          outcome: 'true',
        },
        {
          of: 'pass',
          text: 'contract.described >= param.least',
          outcome: 'unknown',
        },
        { of: 'pass', text: 'is.a || is.b', outcome: 'true' },
      ],
      facts: [
        {
          name: 'product.lifecycle',
          description: 'Lifecycle',
          source: 'catalog',
          value: 'production',
        },
        {
          name: 'contract.described',
          description: 'Share of the fields that are described',
          source: 'contract',
          value: null,
          refusal: 'it is no number',
        },
        {
          name: 'is.a',
          description: 'A holds',
          source: 'catalog',
          value: true,
        },
        {
          name: 'is.b',
          description: 'B holds',
          source: 'catalog',
          value: null,
        },
      ],
      parameters: [{ name: 'least', description: 'At least', value: 0.8 }],
      evidence: [
        {
          key: 'slo.kept',
          state: 'current',
          observed: '2026-02-20',
          until: '2026-03-22',
          delivered: true,
        },
      ],
    });
  });

  it('tells the state of an answer', () => {
    const evidence = { 'answer.asked': { value: true, observedAt: TODAY } };
    expect(explain(set, 'asked', inputOf({ evidence }))).toMatchObject({
      result: { status: 'pass' },
      evidence: [{ key: 'answer.asked', state: 'current', delivered: false }],
    });
  });

  it('knows no rule that is not there', () => {
    expect(explain(set, 'other', inputOf())).toBeUndefined();
  });
});
