import { soughtWords, weighWords } from './similarity';

describe('soughtWords', () => {
  it.each<[string[], string[]]>([
    [['lab-orders'], ['lab', 'order']],
    [
      ['Orders of all Clinics', 'orders per clinic'],
      ['order', 'clinic'],
    ],
    [['The data of a product'], []],
    [
      ['status', 'access', 'gas'],
      ['status', 'access', 'gas'],
    ],
    [['Übersicht 2026'], ['ubersicht', '2026']],
    [['', ' ', '!'], []],
  ])('takes from %j what tells something', (texts, expected) => {
    expect(soughtWords(...texts).map(({ word }) => word)).toEqual(expected);
  });

  it('looks for both numbers of a noun', () => {
    expect(soughtWords('orders', undefined)).toEqual([
      { word: 'order', terms: ['order', 'orders'] },
    ]);
  });

  it('does not look for more than a sentence holds', () => {
    const text = Array.from({ length: 500 }, (_, i) => `word${i}x`).join(' ');
    expect(soughtWords(text)).toHaveLength(60);
  });
});

describe('weighWords', () => {
  it('gives a rare word more weight, and a new one most', () => {
    const words = soughtWords('common rare new');
    const frequency = new Map([
      ['common', 80],
      ['rare', 2],
    ]);
    const weights = weighWords(words, 100, frequency);
    const [common, rare, fresh] = [...weights.values()];
    expect(common).toBeGreaterThan(0);
    expect(rare).toBeGreaterThan(common);
    expect(fresh).toBeGreaterThan(rare);
  });
});
