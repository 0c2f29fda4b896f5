import { Use } from '../projection/deriveUses';
import { walkUsers } from './walkUsers';

/** Uses written as `product < user`; `~` means that it is only intended. */
function usesOf(...lines: string[]): Use[] {
  return lines.map(line => {
    const [product, sign, user] = line.split(' ');
    return {
      product,
      user,
      source: 'declared',
      state: sign === '~' ? 'intended' : 'active',
    };
  });
}

describe('walkUsers', () => {
  it.each<[string, string[], string[]]>([
    ['nobody', [], []],
    ['direct users', ['a < b', 'a < team'], ['b', 'team']],
    ['a chain', ['a < b', 'b < c', 'c < team'], ['b', 'b c', 'b c team']],
    ['a circle', ['a < b', 'b < c', 'c < a', 'c < b'], ['b', 'b c']],
    ['the shortest way', ['a < b', 'b < team', 'a < team'], ['b', 'team']],
    [
      'two ways of one length',
      ['a < b', 'a < c', 'b < d', 'c < d'],
      ['b', 'c', 'b d'],
    ],
    [
      'intended use, directly only',
      ['a ~ b', 'a < c', 'c ~ d', 'b < e'],
      ['b', 'c'],
    ],
  ])('%s', (_, lines, expected) => {
    const { users } = walkUsers('a', usesOf(...lines));
    expect(
      users.map(({ user, through }) => [...through, user].join(' ')),
    ).toEqual(expected);
  });

  it('ends at a thousand and says so', () => {
    const lines = Array.from({ length: 1001 }, (_, i) => `p < team-${i}`);
    const all = walkUsers('p', usesOf(...lines.slice(1)));
    expect(all).toMatchObject({ complete: true });
    expect(all.users).toHaveLength(1000);
    const some = walkUsers('p', usesOf(...lines));
    expect(some).toMatchObject({ complete: false });
    expect(some.users).toHaveLength(1000);
  });
});
