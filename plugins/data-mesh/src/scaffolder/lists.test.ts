import { replaceAt, storable, withoutAt } from './lists';

describe('lists in a form', () => {
  it('are changed in one place', () => {
    expect(replaceAt(['a', 'b', 'c'], 1, 'x')).toEqual(['a', 'x', 'c']);
    expect(withoutAt(['a', 'b', 'c'], 1)).toEqual(['a', 'c']);
  });

  it('hold no key without a value, however deep', () => {
    const items = [{ a: 1, b: undefined, c: { d: undefined, e: [{}] } }];
    expect(Object.keys(storable(items)[0])).toEqual(['a', 'c']);
    expect(Object.keys(storable(items)[0].c)).toEqual(['e']);
  });
});
