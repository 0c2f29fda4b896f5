import fc from 'fast-check';
import { createTestDatabases } from '../__testUtils__/projection';
import { insertRows, isAmong, isRowAmong, updateRows } from './sql';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('SQL helpers on %s', id => {
  async function setUp() {
    const knex = await databases.init(id);
    await knex.schema.createTable('things', table => {
      table.integer('number').primary();
      table.text('text');
    });
    const insert = (rows: { number: number; text?: string | null }[]) =>
      insertRows(knex, {
        table: 'things',
        columns: { number: 'integer', text: 'text' },
        rows,
        onConflict: '(number) do update set text = excluded.text',
        returning: 'number',
      });
    return { knex, insert };
  }

  it('insert any text as it is, but for what cannot be stored', async () => {
    const { knex, insert } = await setUp();
    const odd = ['\0', '\ud800', '\udc00x', '\\u0000', '\\\\ud800', '"', "'?"];
    const texts = [
      ...odd,
      ...fc.sample(fc.string({ unit: 'binary' }), 200),
      ...fc.sample(
        fc.array(fc.constantFrom(...odd)).map(parts => parts.join('')),
        200,
      ),
    ];
    await insert(texts.map((text, number) => ({ number, text })));
    const rows = await knex('things').orderBy('number');
    expect(rows.map(row => row.text)).toEqual(
      texts.map(text => text.replace(/\0|\p{Surrogate}/gu, '\ufffd')),
    );
  });

  it('insert nothing, updates and what is absent', async () => {
    const { knex, insert } = await setUp();
    expect(await insert([])).toEqual([]);
    expect(await insert([{ number: 1, text: 'a' }, { number: 2 }])).toEqual([
      { number: 1 },
      { number: 2 },
    ]);
    await insert([{ number: 1, text: null }]);
    expect(await knex('things').orderBy('number')).toEqual([
      { number: 1, text: null },
      { number: 2, text: null },
    ]);
  });

  it('compare with more values than a statement takes parameters', async () => {
    const { knex, insert } = await setUp();
    await insert([{ number: 1, text: 'value-69999' }]);
    const values = Array.from({ length: 70_000 }, (_, i) => `value-${i}`);
    expect(
      await knex('things').where(isAmong(knex, 'text', values)),
    ).toHaveLength(1);
    expect(await knex('things').where(isAmong(knex, 'text', []))).toEqual([]);
  });

  it('compare several columns at once', async () => {
    const { knex } = await setUp();
    await knex.schema.createTable('pairs', table => {
      table.text('a');
      table.text('b');
    });
    const insert = (rows: { a: string; b: string }[]) =>
      insertRows(knex, {
        table: 'pairs',
        columns: { a: 'text', b: 'text' },
        rows,
        returning: ['a', 'b'],
      });
    const rows = [
      { a: '1', b: 'x' },
      { a: '2', b: "y'" },
      { a: '\0', b: '3' },
    ];
    expect(await insert(rows)).toEqual([
      ...rows.slice(0, 2),
      { a: '\ufffd', b: '3' },
    ]);
    const among = (wanted: { a: string; b: string }[]) =>
      knex('pairs').where(isRowAmong(knex, ['a', 'b'], wanted));
    expect(await among([rows[1], rows[2]])).toHaveLength(2);
    expect(await among([{ a: '1', b: "y'" }])).toEqual([]);
    expect(await among([])).toEqual([]);
  });

  it('update the rows that are still as they were read', async () => {
    const { knex, insert } = await setUp();
    await insert([
      { number: 1, text: 'a' },
      { number: 2, text: 'b' },
      { number: 3, text: 'c' },
    ]);
    const update = (rows: { number: number; text: string; before: string }[]) =>
      updateRows(knex, {
        table: 'things',
        columns: { number: 'integer', text: 'text', before: 'text' },
        rows,
        set: ['text'],
        where: 'number = new_number and text = new_before',
        returning: ['number'],
      });

    expect(await update([])).toEqual([]);
    expect(
      await update([
        { number: 1, text: 'A?', before: 'a' },
        { number: 2, text: 'B', before: 'x' },
        { number: 4, text: 'D', before: 'd' },
      ]),
    ).toEqual([{ number: 1 }]);
    expect(await knex('things').orderBy('number')).toEqual([
      { number: 1, text: 'A?' },
      { number: 2, text: 'b' },
      { number: 3, text: 'c' },
    ]);
  });
});
