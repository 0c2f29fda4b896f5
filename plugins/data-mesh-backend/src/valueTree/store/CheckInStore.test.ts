import fc from 'fast-check';
import { Knex } from 'knex';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import { CheckInStore, StoredCheckIn } from './CheckInStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('CheckInStore on %s', id => {
  let knex: Knex;
  let store: CheckInStore;

  beforeEach(async () => {
    knex = await migrated(await databases.init(id));
    store = new CheckInStore(knex);
  });

  let count = 0;
  const checkIn = (
    measureId: string,
    date: string,
    rest: Partial<StoredCheckIn> = {},
  ): StoredCheckIn => ({
    id: `c-${String(count++).padStart(4, '0')}`,
    measureId,
    date,
    value: 1,
    by: 'user:default/ann',
    at: '2026-03-01T00:00:00.000Z',
    ...rest,
  });

  it('keeps one that holds for a day', async () => {
    const full = checkIn('m', '2026-02-01', {
      value: 30.5,
      confidence: 'low',
      note: 'By “hand”',
      link: 'https://example.com/x',
    });
    const second = checkIn('m', '2026-02-01', { value: 31 });
    const other = checkIn('n', '2026-02-01');
    expect(await store.insert([full, second, other])).toEqual(
      new Set([full.id, other.id]),
    );
    expect(await store.find(full.id)).toEqual(full);
    expect(await store.ofDay('m', '2026-02-01')).toEqual(full);
    expect(await store.ofDay('m', '2026-02-02')).toBeUndefined();

    expect(await store.supersede(full.id, second.id)).toBe(true);
    expect(await store.supersede(full.id, 'third')).toBe(false);
    expect((await store.insert([second])).size).toBe(1);
    expect(await store.ofDay('m', '2026-02-01')).toEqual(second);
    expect(await store.find(full.id)).toEqual({
      ...full,
      supersededBy: second.id,
    });
  });

  it('finds the newest by the day they tell of', async () => {
    const days = [
      ...['07', '02', '05', '01', '03', '06', '04'].map(day =>
        checkIn('m', `2026-02-${day}`, { value: Number(day) }),
      ),
      checkIn('m', '2026-02-08', { value: 99, supersededBy: 'x' }),
      checkIn('n', '2026-02-01'),
    ];
    await store.insert(days);
    expect((await store.recent('m')).map(({ value }) => value)).toEqual([
      3, 4, 5, 6, 7,
    ]);
    const newest = await store.newest(['m', 'n', 'none'], 3);
    expect(newest.map(one => `${one.measureId} ${one.date}`)).toEqual([
      'm 2026-02-06',
      'm 2026-02-07',
      'm 2026-02-08',
      'n 2026-02-01',
    ]);

    const seen: StoredCheckIn[] = [];
    for (;;) {
      const { checkIns, total } = await store.page('m', {
        after: seen.at(-1),
        limit: 3,
      });
      expect(total).toBe(8);
      if (checkIns.length === 0) {
        break;
      }
      seen.push(...checkIns);
    }
    expect(seen.map(({ date }) => date.slice(-1))).toEqual([...'87654321']);
  });

  it('gives every value back as it is', async () => {
    const values = [
      0.1 + 0.2,
      1e15,
      -1e15,
      1e-300,
      0,
      ...fc.sample(fc.double({ min: -1e15, max: 1e15, noNaN: true }), 300),
    ];
    await store.insert(
      values.map((value, i) => checkIn(`m-${i}`, '2026-02-01', { value })),
    );
    const kept = await store.newest(
      values.map((_, i) => `m-${i}`),
      1,
    );
    const byMeasure = new Map(kept.map(one => [one.measureId, one.value]));
    values.forEach((value, i) =>
      expect(byMeasure.get(`m-${i}`)).toBe(value === 0 ? 0 : value),
    );
  });
});
