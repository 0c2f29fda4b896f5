import fc from 'fast-check';
import { foldEvidence, KnownWord, Word } from './foldEvidence';

const at = (day: number) => `2026-03-${String(day).padStart(2, '0')}T00:00:00Z`;
const RECEIVED = '2026-04-01T00:00:00Z';

const word = (value: unknown, day: number, more: Partial<Word> = {}): Word => ({
  entityRef: 'dataproduct:default/orders',
  key: 'promises.kept',
  source: 'pipeline',
  way: 'push',
  value,
  observedAt: at(day),
  ...more,
});
const known = (value: unknown, since: number, until: number): KnownWord => ({
  ...word(value, until),
  since: at(since),
  receivedAt: at(until),
});
const fold = (
  before: KnownWord | undefined,
  words: Word[],
  options: { earlier?: KnownWord[]; newestIsLast?: boolean } = {},
) =>
  foldEvidence(before, options.earlier ?? [], words, {
    receivedAt: RECEIVED,
    ...options,
  });

describe('foldEvidence', () => {
  it.each<[string, Word[], string[], unknown, number, number, unknown[]]>([
    ['the first word', [], ['stored'], true, 5, 5, []],
    ['an equal value later', [word(true, 7)], ['stored'], true, 5, 7, []],
    ['another value', [word(false, 7)], ['stored'], false, 7, 7, [true]],
    ['the same again', [word(true, 5)], ['unchanged'], true, 5, 5, []],
    [
      'a correction of the same time',
      [word(false, 5)],
      ['stored'],
      false,
      5,
      5,
      [true],
    ],
    [
      'an older value',
      [word(false, 3)],
      ['kept-as-history'],
      true,
      5,
      5,
      [false],
    ],
    [
      'several, in any order',
      [word(true, 9), word(false, 7), word(false, 8)],
      ['stored', 'stored', 'stored'],
      true,
      9,
      9,
      [true, false],
    ],
    [
      'another link only',
      [word(true, 5, { link: 'https://a.example' })],
      ['stored'],
      true,
      5,
      5,
      [],
    ],
  ])('takes %s', (_, words, statuses, value, since, until, history) => {
    const folded = words.length
      ? fold(known(true, 5, 5), words)
      : fold(undefined, [word(true, 5)]);

    expect(folded.statuses).toEqual(statuses);
    expect(folded.current).toMatchObject({
      value,
      since: at(since),
      observedAt: at(until),
    });
    expect(folded.history.map(one => one.value)).toEqual(history);
  });

  it('knows what it has been told before', () => {
    const earlier = [known(false, 1, 3)];
    const { statuses, history } = fold(
      known(true, 5, 9),
      [word(false, 2), word(true, 6), word(true, 2)],
      { earlier },
    );

    expect(statuses).toEqual(['unchanged', 'unchanged', 'kept-as-history']);
    expect(history).toHaveLength(1);
  });

  it('lets a person correct the day as well', () => {
    const { current, history, statuses } = fold(
      known('2026-03-01', 9, 9),
      [word('2026-02-01', 4)],
      { newestIsLast: true },
    );

    expect(statuses).toEqual(['stored']);
    expect(current).toMatchObject({ value: '2026-02-01', observedAt: at(4) });
    expect(history).toMatchObject([{ value: '2026-03-01' }]);
  });

  it('loses no value, ends at the newest, and changes nothing when told again', () => {
    const words = fc.array(
      fc.record({ value: fc.boolean(), day: fc.integer({ min: 1, max: 28 }) }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(words, all => {
        // A source says one thing at a time
        const distinct = [...new Map(all.map(one => [one.day, one])).values()];
        const told = distinct.map(({ value, day }) => word(value, day));
        const first = fold(undefined, told);
        const again = fold(first.current, told, { earlier: first.history });

        const newest = Math.max(...distinct.map(({ day }) => day));
        expect(first.current.observedAt).toBe(at(newest));
        const kept = [first.current, ...first.history].map(one => one.value);
        expect(new Set(kept)).toEqual(new Set(told.map(one => one.value)));
        expect(again.statuses).toEqual(told.map(() => 'unchanged'));
        expect(again.current).toEqual(first.current);
        expect(again.history).toEqual([]);
      }),
    );
  });
});
