import { z } from 'zod';
import { SAID, declareEvidence } from './declareEvidence';
import { checkEvidenceValue, findEvidenceKey } from './findEvidence';

describe('checkEvidenceValue', () => {
  it.each([
    ['promises.kept', true],
    ['usage.last30Days', 0],
    ['usage.lastUsedAt', '2026-02-28'],
    ['consumers.stillUsing', 'problem'],
    ['capacity.forData', 12.5],
    ['answer.stands-alone', false],
  ])('takes %s: %j', (key, value) => {
    expect(checkEvidenceValue(key, value)).toBeUndefined();
  });

  it.each([
    ['promises.kept', 'true', 'The value of “promises.kept” (promises kept)'],
    ['usage.last30Days', -1, 'The value of “usage.last30Days”'],
    ['usage.last30Days', 1.5, 'The value of “usage.last30Days”'],
    ['usage.lastUsedAt', '28.2.2026', 'The value of “usage.lastUsedAt”'],
    ['capacity.forData', 101, 'The value of “capacity.forData”'],
    ['answer.stands-alone', 'yes', 'The value of “answer.stands-alone”'],
    ['answer.Stands', true, 'There is no evidence key “answer.Stands”'],
    ['toString', true, 'There is no evidence key “toString”'],
  ])('refuses %s: %j', (key, value, message) => {
    expect(checkEvidenceValue(key, value)).toContain(message);
  });

  it('finds what is declared', () => {
    expect(findEvidenceKey('promises.kept')).toMatchObject({ validDays: 30 });
  });
});

describe('declareEvidence', () => {
  it('refuses an example that does not fit', () => {
    expect(() =>
      declareEvidence({
        'a.b': {
          subject: 'DataProduct',
          title: 't',
          description: 'd',
          value: z.boolean(),
          example: 1,
          ways: SAID,
        },
      }),
    ).toThrow('The example of the evidence key “a.b” does not fit.');
  });
});
