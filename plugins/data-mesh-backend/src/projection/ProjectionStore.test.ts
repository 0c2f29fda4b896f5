import { productOf, stitch } from '../__testUtils__/entities';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { projectEntity } from './projectEntity';
import { ProjectionStore } from './ProjectionStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const EARLY = '2026-01-01T00:00:00.000Z';
const LATE = '2026-01-01T00:00:01.000Z';

describe.each(databases.eachSupportedId())('ProjectionStore on %s', id => {
  async function setUp() {
    const knex = await migrated(await databases.init(id));
    return { knex, store: new ProjectionStore(knex) };
  }
  const item = (name: string, title: string) => {
    const [entity] = stitch([productOf(name, {}, { title })]);
    return { entity: projectEntity(entity) };
  };
  const refOf = (name: string) => `dataproduct:default/${name}`;

  it('lets what was read later win, also over a whole batch', async () => {
    const { knex, store } = await setUp();
    expect(await store.save([item('a', 'Late')], LATE)).toEqual([refOf('a')]);
    expect(
      await store.save([item('b', 'Early'), item('a', 'Early')], EARLY),
    ).toEqual([refOf('b')]);
    expect(
      (await knex('subjects').orderBy('ref')).map(row => row.title),
    ).toEqual(['Late', 'Early']);
    const titles = await knex('search_terms').where({ source: 'title' });
    expect(titles.map(row => `${row.ref} ${row.term}`).sort()).toEqual([
      `${refOf('a')} late`,
      `${refOf('b')} early`,
    ]);
  });

  it('buries nothing that was seen later', async () => {
    const { store } = await setUp();
    await store.save([item('a', 'A')], LATE);
    expect(await store.bury([refOf('a')], EARLY)).toEqual([]);
    expect(await store.bury([refOf('a')], LATE)).toEqual([refOf('a')]);
    expect(await store.bury([refOf('a')], LATE)).toEqual([]);
    expect(await store.getKnown()).toEqual(
      new Map([[refOf('a'), { digest: '', gone: true }]]),
    );
    expect(await store.removeGone(LATE)).toBe(0);
    expect(await store.removeGone('2026-02-01T00:00:00.000Z')).toBe(1);
    expect(await store.getKnown()).toEqual(new Map());
  });

  it('saves a batch whole or not at all', async () => {
    const { knex, store } = await setUp();
    await store.save([item('a', 'Before')], EARLY);
    const bad = item('b', 'B');
    bad.entity.edges = [...bad.entity.edges, ...bad.entity.edges];
    await expect(store.save([item('a', 'After'), bad], LATE)).rejects.toThrow();
    expect(await knex('subjects')).toMatchObject([{ title: 'Before' }]);
    expect(await knex('search_terms').where({ term: 'after' })).toEqual([]);
  });

  it('counts by kind', async () => {
    const { store } = await setUp();
    await store.save([item('a', 'A'), item('b', 'B')], EARLY);
    await store.bury([refOf('b')], LATE);
    expect(await store.countByKind()).toEqual({ dataproduct: 1 });
  });
});
