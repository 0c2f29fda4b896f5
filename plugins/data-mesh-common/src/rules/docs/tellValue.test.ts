import { tellValue } from './tellValue';

describe('tellValue', () => {
  it.each([
    [true, undefined, 'yes'],
    [0.125, 'share', '12.5 %'],
    [12, 'days ago', '12 days ago'],
    [['a', 'b'], undefined, 'a, b'],
    [[], undefined, 'none'],
    [{ analyst: ['sql', 'file'] }, undefined, 'analyst: sql, file'],
    ['yes', undefined, 'yes'],
    [3, undefined, '3'],
  ] as const)('%j as %s', (value, unit, told) => {
    expect(tellValue(value, unit)).toBe(told);
  });
});
