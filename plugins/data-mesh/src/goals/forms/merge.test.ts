import * as fc from 'fast-check';
import { merge } from './merge';

describe('merge', () => {
  it('keeps what was written here, and tells what clashes', () => {
    const base = { title: 'a', owner: 'x', horizon: '2027' };
    const mine = { title: 'mine', owner: 'x', horizon: '2027' };
    const theirs = { title: 'theirs', owner: 'y', horizon: '2027' };
    expect(merge(base, mine, theirs)).toEqual({
      draft: { title: 'mine', owner: 'y', horizon: '2027' },
      clashes: [
        { field: 'title', theirs: 'theirs', mine: 'mine', isBoth: true },
        { field: 'owner', theirs: 'y', mine: 'x', isBoth: false },
      ],
    });
  });

  it('does not clash where both wrote the same, or each another field', () => {
    expect(merge({ a: '1' }, { a: '2' }, { a: '2' }).clashes).toEqual([]);
    expect(merge<string, string>({}, { b: '2' }, { c: '3' })).toEqual({
      draft: { b: '2', c: '3' },
      clashes: [{ field: 'c', theirs: '3', mine: undefined, isBoth: false }],
    });
  });

  it('never loses what was written here', () => {
    const fields = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.constantFrom('', '1', '2', '3'),
    );
    fc.assert(
      fc.property(fields, fields, fields, (base, mine, theirs) => {
        const { draft } = merge(base, mine, theirs);
        const changed = Object.keys(mine).filter(
          field => mine[field] !== (base[field] ?? ''),
        );
        expect(changed.map(field => draft[field])).toEqual(
          changed.map(field => mine[field]),
        );
      }),
    );
  });
});
