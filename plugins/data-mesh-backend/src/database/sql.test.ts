import fc from 'fast-check';
import { createTestDatabases } from '../__testUtils__/projection';
import { insertRows, isAmong } from './sql';

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
});
