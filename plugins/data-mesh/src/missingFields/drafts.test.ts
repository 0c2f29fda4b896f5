import fc from 'fast-check';
import {
  fillableFields,
  SheetRow,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import {
  Drafts,
  pastedCells,
  readDrafts,
  shownValue,
  withPasted,
  withTyped,
} from './drafts';

function row(name: string, change: Partial<SheetRow> = {}): SheetRow {
  return {
    ref: `dataproduct:default/${name}`,
    title: name,
    fields: { owner: { value: 'group:default/lab' } },
    missing: [],
    hidden: [],
    ...change,
  };
}

describe('shownValue', () => {
  it.each([
    ['owner', 'group:default/lab', 'lab'],
    ['owner', 'user:default/ann', 'user:ann'],
    ['owner', 'group:emea/lab', 'emea/lab'],
    ['owner', 'user:emea/ann', 'user:emea/ann'],
    ['domain', 'domain:default/sales', 'sales'],
    ['purpose', 'group:default/x', 'group:default/x'],
  ] as const)('of %s %s', (field, value, shown) => {
    expect(
      shownValue(row('a', { fields: { [field]: { value } } }), field),
    ).toBe(shown);
  });
});

describe('withTyped', () => {
  it('keeps what differs from the file, and forgets what does not', () => {
    const a = row('a');
    let drafts = withTyped({}, a, 'owner', 'la');
    expect(drafts).toEqual({
      [a.ref]: { title: 'a', fields: { owner: 'la' } },
    });
    drafts = withTyped(drafts, a, 'purpose', 'x');
    drafts = withTyped(drafts, a, 'owner', 'lab');
    expect(drafts[a.ref].fields).toEqual({ purpose: 'x' });
    expect(withTyped(drafts, a, 'purpose', '')).toEqual({});
  });
});

describe('pastedCells', () => {
  it.each([
    ['a', [['a']]],
    ['a\nb\n', [['a'], ['b']]],
    ['a\r\nb\tc\r\n', [['a'], ['b', 'c']]],
    ['a\n\nb', [['a'], [''], ['b']]],
    ['"two\nlines"\t"a ""b"""\nc', [['two\nlines', 'a "b"'], ['c']]],
    ['"open\nb', [['"open'], ['b']]],
    ['', [['']]],
  ])('of %j', (text, cells) => {
    expect(pastedCells(text)).toEqual(cells);
  });

  it('gives back what a spreadsheet copies', () => {
    const quoted = (cell: string) =>
      /["\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
    const cell = fc.string({
      unit: fc.constantFrom('a', ' ', '"', '\t', '\n', 'ä'),
      maxLength: 6,
    });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(table, lines => {
        const text = lines
          .map(cells => `${cells.map(quoted).join('\t')}\n`)
          .join('');
        expect(pastedCells(text)).toEqual(lines);
      }),
    );
  });
});

describe('withPasted', () => {
  const rows = [row('a'), row('b', { hidden: ['domain'] }), row('c')];

  it('fills down and to the right, and leaves blank cells alone', () => {
    const { drafts, filled, left } = withPasted(
      {},
      rows,
      { row: 0, field: 'productOwner' },
      'ann\tsales\n\tsales\nbob\n',
    );
    expect(drafts).toEqual({
      [rows[0].ref]: {
        title: 'a',
        fields: { productOwner: 'ann', domain: 'sales' },
      },
      [rows[2].ref]: { title: 'c', fields: { productOwner: 'bob' } },
    });
    expect({ filled, left }).toEqual({ filled: 3, left: 0 });
  });

  it('counts lines that have no row, and cells beside the last field', () => {
    const last = fillableFields.at(-1)!;
    expect(
      withPasted({}, rows, { row: 2, field: last }, '1\tx\n2\n3'),
    ).toMatchObject({ filled: 1, left: 2 });
  });
});

describe('readDrafts', () => {
  const drafts: Drafts = { 'a:b/c': { title: 'c', fields: { owner: 'x' } } };
  it('reads what was kept', () => {
    expect(readDrafts(JSON.stringify(drafts))).toEqual(drafts);
  });
  it.each([
    null,
    '',
    '{',
    '3',
    'null',
    '[1]',
    '{"a":1}',
    '{"a":{"title":"a","fields":null}}',
    '{"a":{"title":"a","fields":{"owner":3}}}',
    '{"a":{"title":"a","fields":{"colour":"red"}}}',
  ])('takes %j for nothing', text => {
    expect(readDrafts(text)).toEqual({});
  });
});
