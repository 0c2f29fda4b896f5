import { Knex } from 'knex';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import { keptMeasure } from '../__testUtils__/kept';
import { MeasureStore } from './MeasureStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('MeasureStore on %s', id => {
  let knex: Knex;
  let store: MeasureStore;

  beforeEach(async () => {
    knex = await migrated(await databases.init(id));
    store = new MeasureStore(knex);
  });

  it('keeps all that is said of measures, in their order', async () => {
    const full = keptMeasure('full', 'a', {
      position: 2,
      managedBy: 'tree-1',
      readings: [{ date: '2026-02-01', value: 9.5 }],
      fields: {
        primary: false,
        owner: 'user:default/ann',
        direction: 'keep-in-range',
        target: { date: '2026-12-31', from: 1, to: 5, tolerance: 0.5 },
        scale: ['bad', 'fair', 'good', 'fine', 'best'],
      },
    });
    const first = keptMeasure('x', 'a', { position: 1 });
    const other = keptMeasure('y', 'b');
    await store.insert([full, other, first]);
    expect(await store.all()).toEqual([first, full, other]);
    expect(await store.ofNodes(['a'])).toEqual([first, full]);
    expect(await store.byIds(['y', 'none'])).toEqual([other]);
    expect(await store.lock('full')).toEqual(full);
    expect(
      await knex('measures').where({ id: 'full' }).first('owner_ref'),
    ).toEqual({ owner_ref: 'user:default/ann' });
    expect((await store.insert([first])).size).toBe(0);
  });

  it('writes what is still as it was read, but no readings', async () => {
    const measure = keptMeasure('x', 'a');
    await store.insert([measure]);
    await store.setReadings([
      { id: 'x', readings: [{ date: '2026-02-01', value: 1e-7 }] },
    ]);
    const next = {
      ...measure,
      version: 2,
      fields: { ...measure.fields, name: 'New', primary: false },
    };
    expect((await store.update([next])).size).toBe(1);
    expect((await store.update([next])).size).toBe(0);
    expect(await store.find('x')).toEqual({
      ...next,
      readings: [{ date: '2026-02-01', value: 1e-7 }],
    });
    const gone = { ...next, version: 3, goneAt: '2026-03-01T00:00:00.000Z' };
    await store.update([gone]);
    expect(await store.all()).toEqual([]);
    expect(await store.find('x')).toBeUndefined();
    expect(await store.byIdsEver(['x'])).toMatchObject([{ version: 3 }]);
  });
});
