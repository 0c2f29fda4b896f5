import { tellValue } from './tell';

describe('tellValue', () => {
  it.each([
    [true, undefined, 'yes'],
    [false, undefined, 'no'],
    [3, undefined, '3'],
    [1 / 3, undefined, '0.3333'],
    [0.8, 'share', '80 %'],
    [0.7999, 'share', '79.9 %'],
    [0.29, 'share', '29 %'],
    [1, 'share', '100 %'],
    [1, 'days', '1 day'],
    [30, 'days', '30 days'],
    [0, 'days ago', '2026-03-01'],
    [59, 'days ago', '2026-01-01'],
    [1e12, 'days ago', 'long ago'],
    ['x', undefined, '“x”'],
    ['', undefined, 'nothing'],
    [[], undefined, 'none'],
    [['a', 'b'], undefined, 'a, b'],
    [
      [...'abcdefghijklm'],
      undefined,
      'a, b, c, d, e, f, g, h, i, j and 3 more',
    ],
  ] as const)('tells %j in %s as %s', (value, unit, told) => {
    expect(tellValue(value, unit, '2026-03-01')).toBe(told);
  });
});
