import createKnex, { Knex } from 'knex';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { createTestDatabases } from '../__testUtils__/projection';
import { signsOfRows } from './signsOfRows';
import { isPostgres } from './sql';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('signsOfRows on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.init(id);
    for (const name of ['things', 'others']) {
      await knex.schema.createTable(name, table => {
        table.text('name').primary();
        table.integer('level');
      });
    }
    await knex('things').insert([
      { name: 'a', level: 1 },
      { name: 'b', level: 2 },
    ]);
  });
  const read = () =>
    signsOfRows(knex, {
      things: ['things'],
      both: [`things where name < 'b'`, 'others'],
    });

  it('are the same as long as nothing is written', async () => {
    expect(await read()).toEqual(await read());
  });

  it.each<[string, (of: Knex) => Promise<unknown>]>([
    ['a row', async of => of('things').insert({ name: 'c', level: 3 })],
    [
      'a change',
      async of => of('things').where({ name: 'a' }).update('level', 5),
    ],
    [
      'what changes places',
      async of => of('things').update({ level: of.raw('3 - level') }),
    ],
    [
      'what is written as it was',
      async of => of('things').update({ level: of.raw('level') }),
    ],
    ['what goes', async of => of('things').where({ name: 'a' }).delete()],
    [
      'what comes for what goes',
      async of =>
        of.transaction(async trx => {
          await trx('things').where({ name: 'a' }).delete();
          await trx('things').insert({ name: 'a', level: 1 });
        }),
    ],
  ])('are others after %s', async (_what, write) => {
    const before = await read();
    await write(knex);
    expect((await read()).things).not.toBe(before.things);
  });

  it('are of their own rows on PostgreSQL, and of all on SQLite', async () => {
    const before = await read();
    await knex('things').where({ name: 'b' }).update({ level: 5 });
    const after = await read();
    expect(after.things).not.toBe(before.things);
    expect(after.both === before.both).toBe(isPostgres(knex));

    await knex('others').insert({ name: 'x' });
    expect((await read()).both).not.toBe(after.both);
  });

  it('tell of what was begun early and committed late', async () => {
    if (!isPostgres(knex)) {
      // One transaction at a time, anyway.
      return;
    }
    const early = await knex.transaction();
    await early('things').insert({ name: 'early' });
    await knex('things').insert({ name: 'late' });
    const before = await read();
    await early.commit();
    expect((await read()).things).not.toBe(before.things);
  });
});

describe('signsOfRows of a SQLite file', () => {
  const directory = createMockDirectory();

  it('tell of what another process wrote', async () => {
    const [one, two] = [1, 2].map(() =>
      createKnex({
        client: 'better-sqlite3',
        connection: { filename: directory.resolve('file.sqlite') },
        useNullAsDefault: true,
      }),
    );
    try {
      await one.schema.createTable('things', table => {
        table.text('name');
      });
      const read = async () =>
        (await signsOfRows(one, { things: ['things'] })).things;
      const before = await read();
      expect(await read()).toBe(before);
      await two('things').insert({ name: 'a' });
      expect(await read()).not.toBe(before);
    } finally {
      await one.destroy();
      await two.destroy();
    }
  });
});
