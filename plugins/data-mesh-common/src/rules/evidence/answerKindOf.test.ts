import { z } from 'zod';
import { answerKindOf } from './answerKindOf';
import { EvidenceDeclarations } from './declareEvidence';
import { evidenceKeys } from './evidenceKeys';

describe('answerKindOf', () => {
  it.each([
    ['nothing else said', undefined, { value: 'yes-no' }],
    ['a flag', z.boolean(), { value: 'yes-no' }],
    ['a day', z.iso.date(), { value: 'date' }],
    ['a count', z.int().min(0), { value: 'number' }],
    ['a share', z.number().max(100), { value: 'number' }],
    [
      'some words',
      z.enum(['yes', 'no', 'problem']),
      { value: 'choice', choices: ['yes', 'no', 'problem'] },
    ],
    ['free text', z.string(), undefined],
    ['a group', z.object({ a: z.string() }), undefined],
  ])('%s', (_, schema, kind) => {
    expect(answerKindOf(schema)).toEqual(kind);
  });

  it('knows the answers to all questions', () => {
    const declarations: EvidenceDeclarations = evidenceKeys;
    const unanswerable = Object.entries(declarations)
      .filter(([, { ask, value }]) => ask && !answerKindOf(value))
      .map(([key]) => key);
    // The profile of a domain has its own way to say where it wants to be.
    expect(unanswerable).toEqual(['profile.aspiration']);
  });
});
