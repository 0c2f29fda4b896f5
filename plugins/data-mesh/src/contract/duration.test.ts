import { readDuration } from './duration';

describe('readDuration', () => {
  it.each([
    ['1', 'h', { count: 1, unit: 'hour' }],
    ['4', 'd', { count: 4, unit: 'day' }],
    ['3', 'years', { count: 3, unit: 'year' }],
    ['3', 'Yr', { count: 3, unit: 'year' }],
    ['0.5', 'h', { count: 0.5, unit: 'hour' }],
    ['30d', undefined, { count: 30, unit: 'day' }],
    ['30 days', undefined, { count: 30, unit: 'day' }],
    ['90 s', undefined, { count: 90, unit: 'second' }],
    ['15', 'min', { count: 15, unit: 'minute' }],
    ['PT4H', undefined, { count: 4, unit: 'hour' }],
    ['PT4M', undefined, { count: 4, unit: 'minute' }],
    ['P4M', undefined, { count: 4, unit: 'month' }],
    ['P30D', undefined, { count: 30, unit: 'day' }],
    ['P4H', undefined, undefined],
    ['5', 'm', undefined],
    ['5', undefined, undefined],
    ['soon', 'h', undefined],
    ['99.9', '%', undefined],
    ['1', 'constructor', undefined],
    ['', '', undefined],
  ])('%s %s', (value, unit, expected) => {
    expect(readDuration(value, unit)).toEqual(expected);
  });
});
