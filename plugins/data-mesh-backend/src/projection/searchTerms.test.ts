import fc from 'fast-check';
import { sortKeyOf, termsOf, wordsOf } from './searchTerms';

describe('wordsOf', () => {
  it.each([
    ['temperature_class', ['temperature', 'class']],
    ['temperatureClass', ['temperature', 'class']],
    ['HTTPServer2Go', ['http', 'server2', 'go']],
    ['cold-chain', ['cold', 'chain']],
    ['  Labor  für Blutbilder ', ['labor', 'fur', 'blutbilder']],
    ['orders.v2/items[0]', ['orders', 'v2', 'items', '0']],
    ['検査 結果', ['検査', '結果']],
    ['!?', []],
    ['', []],
  ])('%s', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('keeps words short enough for an index', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
        for (const word of wordsOf(text)) {
          expect(Buffer.byteLength(word)).toBeLessThanOrEqual(4 * 64);
        }
      }),
    );
  });
});

describe('termsOf', () => {
  it('adds what is written together', () => {
    expect([...termsOf('Cold-chain temperature_class x')]).toEqual([
      'cold',
      'chain',
      'coldchain',
      'temperature',
      'class',
      'temperatureclass',
      'x',
    ]);
  });

  it('finds every text by the words of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), text => {
        const terms = termsOf(text);
        for (const word of text.split(/\s+/).flatMap(wordsOf)) {
          expect(terms).toContain(word);
        }
      }),
    );
  });
});

describe('sortKeyOf', () => {
  it.each([
    ['Ärzte', 'arzte'],
    [' Zoo', 'zoo'],
  ])('%s', (title, key) => {
    expect(sortKeyOf(title)).toBe(key);
  });
});
