import createKnex, { Knex } from 'knex';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { EvidenceStore, MOST_EARLIER_VALUES } from './EvidenceStore';
import { Word } from './foldEvidence';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const RECEIVED = { receivedAt: '2026-04-01T00:00:00.000Z' };
const at = (day: number) => new Date(Date.UTC(2026, 2, day)).toISOString();

const word = (value: unknown, day: number, more: Partial<Word> = {}): Word => ({
  entityRef: 'dataproduct:default/orders',
  key: 'promises.kept',
  source: 'pipeline',
  way: 'push',
  value,
  observedAt: at(day),
  ...more,
});

describe.each(databases.eachSupportedId())('EvidenceStore on %s', id => {
  async function setUp() {
    const knex = await migrated(await databases.init(id));
    return { knex, store: new EvidenceStore(knex) };
  }

  it('keeps the newest word of each source, and what was said before', async () => {
    const { store } = await setUp();
    const all = [
      word(true, 1),
      word(true, 2, { source: 'other', expiresAt: at(9) }),
      word(7, 3, { key: 'usage.last30Days', note: 'n', link: 'https://a.b' }),
      word('2026-02-01', 3, { entityRef: 'dataproduct:default/x' }),
    ];
    expect(await store.put(all, RECEIVED)).toEqual(Array(4).fill('stored'));
    expect(await store.put(all, RECEIVED)).toEqual(Array(4).fill('unchanged'));
    expect(
      await store.put(
        [word(false, 5), word(true, 4), word(false, 0)],
        RECEIVED,
      ),
    ).toEqual(['stored', 'stored', 'kept-as-history']);

    const read = await store.read(['dataproduct:default/orders', 'x:y/z']);
    expect([...read.keys()]).toEqual(['dataproduct:default/orders']);
    expect(read.get('dataproduct:default/orders')).toEqual([
      {
        key: 'promises.kept',
        value: true,
        observedAt: at(2),
        expiresAt: at(9),
        way: 'push',
        source: 'other',
      },
      {
        key: 'promises.kept',
        value: false,
        observedAt: at(5),
        way: 'push',
        source: 'pipeline',
      },
      {
        key: 'usage.last30Days',
        value: 7,
        observedAt: at(3),
        way: 'push',
        source: 'pipeline',
      },
    ]);
    expect((await store.read()).size).toBe(2);
    expect(await store.getDelivered()).toEqual(
      new Set(['promises.kept', 'usage.last30Days']),
    );
    const { current, earlier } = await store.getWords(
      'dataproduct:default/orders',
    );
    expect(current[2]).toMatchObject({ note: 'n', link: 'https://a.b' });
    expect(earlier).toMatchObject([
      { value: true, since: at(1), observedAt: at(4) },
      { value: false, since: at(0), observedAt: at(0) },
    ]);
  });

  it('leaves alone what is known, where only new words are wanted', async () => {
    const { store } = await setUp();
    await store.put([word(false, 5)], RECEIVED);
    const words = [
      word(true, 9),
      word(true, 1, { source: 'new' }),
      word(false, 2, { source: 'new' }),
    ];
    expect(await store.put(words, { ...RECEIVED, onlyNew: true })).toEqual([
      'unchanged',
      'stored',
      'stored',
    ]);
    expect(await store.put(words, { ...RECEIVED, onlyNew: true })).toEqual(
      Array(3).fill('unchanged'),
    );
    const { current, earlier } = await store.getWords(
      'dataproduct:default/orders',
    );
    expect(current.map(({ value }) => value)).toEqual([false, false]);
    expect(earlier).toMatchObject([{ value: true }]);
  });

  it('takes many in a few statements', async () => {
    const { knex, store } = await setUp();
    const statements: string[] = [];
    knex.on('query', ({ sql }) => statements.push(sql));
    const many = (day: number, value: boolean) =>
      Array.from({ length: 3000 }, (_, i) =>
        word(value, day, { entityRef: `dataproduct:default/p${i}` }),
      );
    await store.put(many(2, true), RECEIVED);
    expect(statements.length).toBeLessThanOrEqual(4);
    statements.length = 0;
    const statuses = await store.put(
      [...many(1, false), ...many(3, false)],
      RECEIVED,
    );
    expect(statements.length).toBeLessThanOrEqual(8);
    expect(new Set(statuses)).toEqual(new Set(['kept-as-history', 'stored']));
    expect(await knex('evidence_history')).toHaveLength(6000);
  });

  it('does all or nothing', async () => {
    const { knex, store } = await setUp();
    await expect(
      store.put([word(true, 1)], {
        ...RECEIVED,
        alongside: async (_, [status]) => {
          throw new Error(`was ${status}`);
        },
      }),
    ).rejects.toThrow('was stored');
    expect(await knex('evidence')).toEqual([]);
  });

  it('follows a product that was renamed', async () => {
    const { knex, store } = await setUp();
    const rename = async (name: string, gone: boolean) =>
      knex('subjects')
        .insert({
          ref: `dataproduct:default/${name}`,
          kind: 'dataproduct',
          title: name,
          sort_title: name,
          data: '{}',
          digest: '',
          seen_at: at(1),
          history_key: '#one',
          gone_at: gone ? at(2) : null,
        })
        .onConflict('ref')
        .merge();
    const older = { entityRef: 'dataproduct:default/older' };
    await rename('older', false);
    await store.put([word(true, 1, older), word(false, 2, older)], RECEIVED);
    await store.put(
      [word(7, 1, { ...older, key: 'usage.last30Days' })],
      RECEIVED,
    );
    expect([...(await store.read()).keys()]).toEqual([older.entityRef]);

    await rename('older', true);
    await rename('newer', false);
    const newer = { entityRef: 'dataproduct:default/newer' };
    await store.put(
      [word(9, 3, { ...newer, key: 'usage.last30Days' })],
      RECEIVED,
    );
    const read = await store.read([newer.entityRef]);
    expect(read.get(newer.entityRef)?.map(({ value }) => value)).toEqual([
      false,
      9,
    ]);
    const { earlier } = await store.getWords(newer.entityRef);
    expect(earlier.map(({ value }) => value)).toEqual([true]);
    expect((await store.read([older.entityRef])).size).toBe(1);
  });

  it('prunes what nobody is shown any more', async () => {
    const { store } = await setUp();
    const days = Array.from({ length: MOST_EARLIER_VALUES + 6 }, (_, i) => i);
    await store.put(
      days.map(day => word(day, day, { key: 'usage.last30Days' })),
      RECEIVED,
    );
    await store.put([word(true, 1), word(false, 2)], RECEIVED);

    expect(await store.prune()).toBe(5);
    expect(await store.prune()).toBe(0);
    const { earlier } = await store.getWords('dataproduct:default/orders');
    expect(earlier).toHaveLength(MOST_EARLIER_VALUES);
    expect(earlier[0]).toMatchObject({ value: MOST_EARLIER_VALUES + 4 });
  });

  it('puts writers at once in a row, whoever is first', async () => {
    const { knex, store } = await setUp();
    const replica = await secondConnection(knex);
    const stores = [store, new EvidenceStore(replica)];
    const words = Array.from({ length: 24 }, (_, day) =>
      word(day, day, {
        key: 'usage.last30Days',
      }),
    );
    const shuffled = [...words].sort((a, b) =>
      Number(a.value) % 7 < Number(b.value) % 7 ? -1 : 1,
    );
    const others = Array.from({ length: 40 }, (_, i) =>
      word(true, 1, { entityRef: `dataproduct:default/p${i}` }),
    );
    const outcomes = await Promise.all(
      shuffled.map((one, i) =>
        stores[i % 2].put(
          i % 3 ? [one, ...others] : [...[...others].reverse(), one],
          RECEIVED,
        ),
      ),
    );
    await (replica === knex ? undefined : replica.destroy());

    expect(outcomes).toHaveLength(24);
    const { current, earlier } = await store.getWords(
      'dataproduct:default/orders',
    );
    expect(current).toMatchObject([{ value: 23 }]);
    expect(earlier.map(({ value }) => value)).toEqual(
      Array.from({ length: 23 }, (_, i) => 22 - i),
    );
  });
});

/** Another replica; SQLite has one connection for all. */
async function secondConnection(knex: Knex): Promise<Knex> {
  if (!knex.client.config.client.includes('pg')) {
    return knex;
  }
  const { connection } = knex.client.config;
  return createKnex({
    client: 'pg',
    // Knex hides the password from whoever lists the properties
    connection: { ...connection, password: connection.password },
  });
}
