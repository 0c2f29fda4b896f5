import { keptMeasure } from '../__testUtils__/kept';
import { howItStands } from './howItStands';

describe('howItStands', () => {
  const reading = (date: string, value: number) => ({ date, value });
  it.each<[Parameters<typeof keptMeasure>[2], string, string]>([
    [
      {},
      '2026-06-01',
      '10 h on 2026-01-01, from 10, wants 2 by 2026-12-31: no reading yet',
    ],
    [
      { readings: [reading('2026-05-30', 6)], fields: { unit: '' } },
      '2026-06-01',
      '6 on 2026-05-30, from 10, wants 2 by 2026-12-31: on course',
    ],
    [
      { readings: [reading('2026-02-01', 9)] },
      '2026-06-01',
      '9 h on 2026-02-01, from 10, wants 2 by 2026-12-31: no recent reading',
    ],
    [
      {
        readings: [reading('2026-05-30', 4)],
        fields: {
          unit: '%',
          direction: 'keep-in-range',
          target: { date: '2026-12-31', from: 3, to: 5 },
        },
      },
      '2026-06-01',
      '4 % on 2026-05-30, from 10, wants 3 to 5 until 2026-12-31: on course',
    ],
    [
      { fields: { baseline: undefined, target: undefined } },
      '2026-06-01',
      'cannot be told',
    ],
  ])('puts %j on %s into words', (measure, today, words) => {
    expect(howItStands(keptMeasure('m', 'n', measure), today)).toBe(words);
  });
});
