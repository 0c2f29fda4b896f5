import { domainProfile, domainRow } from '../../testing/domains';
import { ruleSets } from '../../testing/ruleSets';
import { differencesFrom, levelWords, profileOf } from './profileOf';

const [outline] = ruleSets().items.find(
  ({ id }) => id === 'domain-maturity',
)!.outlines;
const row = domainRow();

describe('a profile', () => {
  it('has the dimensions in the order of the rules, by their words', () => {
    const profile = domainProfile({ aspiration: { ownership: 3 } });
    expect(
      profileOf(profile, row, outline).map(({ title, now, want }) =>
        [title, now, want].join(' '),
      ),
    ).toEqual([
      'Ownership 1 3',
      'Shared rules 3 ',
      'Able to act 2 ',
      'Goals 3 ',
      'Kept alive 2 ',
      'Give and take 3 ',
    ]);
  });

  it('is there without the words', () => {
    const points = profileOf(domainProfile(), row, undefined);
    expect(points.map(({ title }) => title)).toEqual(
      Object.keys(row.dimensions),
    );
    expect(levelWords(undefined, points)).toEqual(['0', '1', '2', '3', '4']);
    expect(levelWords(outline, points)).toHaveLength(5);
  });

  it('is compared with an earlier one', () => {
    const points = profileOf(domainProfile(), row, outline);
    const before = {
      day: '2026-05-25',
      dimensions: { ownership: 0, governance: 3, gone: 1 },
    };
    expect(differencesFrom(before, points)).toEqual([
      { title: 'Ownership', from: 0, to: 1 },
    ]);
    expect(differencesFrom(undefined, points)).toEqual([]);
  });
});
