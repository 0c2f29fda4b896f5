import { question } from '../testing/myWork';
import { answerOf, problemsOf, TypedAnswer } from './answerOf';

const typed = (change: Partial<TypedAnswer>): TypedAnswer => ({
  value: '',
  note: '',
  link: '',
  observed: '',
  ...change,
});

describe('answerOf', () => {
  it.each([
    ['yes-no', { value: 'yes' }, { value: true }],
    ['yes-no', { value: 'not-yet' }, { value: false, note: 'Not yet' }],
    [
      'yes-no',
      { value: 'not-yet', note: ' in May ' },
      { value: false, note: 'Not yet. in May' },
    ],
    [
      'number',
      { value: '3', observed: '2026-01-01' },
      { value: 3, observedAt: '2026-01-01' },
    ],
    [
      'date',
      { value: '2026-01-01', observed: '2026-02-01' },
      { value: '2026-01-01' },
    ],
    ['choice', { value: 'not-yet' }, { value: 'not-yet' }],
  ] as const)('of %s %j', (value, change, answer) => {
    expect(answerOf(question({ value }), typed(change), 'Not yet')).toEqual({
      entityRef: 'domain:default/patient-services',
      key: 'answer.decisions-are-agreed',
      ...answer,
    });
  });

  it.each([
    ['yes-no', ''],
    ['number', 'many'],
    ['date', ''],
  ] as const)('is none of %s “%s”', (kind, value) => {
    expect(
      answerOf(question({ value: kind }), typed({ value }), ''),
    ).toBeUndefined();
  });
});

describe('problemsOf', () => {
  const today = '2026-03-01';
  it.each([
    ['date', { value: '2026-03-02' }, { value: 'future' }],
    ['number', { value: '9999' }, {}],
    ['yes-no', { link: 'ftp://a.example' }, { link: 'wrong' }],
    ['yes-no', { link: 'https://a.example' }, {}],
    ['yes-no', { observed: '2026-03-02' }, { observed: 'future' }],
    ['yes-no', { observed: today }, {}],
  ] as const)('of %s %j', (value, change, problems) => {
    expect(problemsOf({ value }, typed(change), today)).toEqual(problems);
  });
});
