import { Knex } from 'knex';
import { createTestDatabases, migrated } from '../../__testUtils__/projection';
import { measureFields } from '../__testUtils__/kept';
import { DecisionStore, StoredDecision } from './DecisionStore';
import { LinkStore, StoredLink } from './LinkStore';
import { StoredVersion, VersionStore } from './VersionStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const ANN = 'user:default/ann';

describe.each(databases.eachSupportedId())('Records on %s', id => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await migrated(await databases.init(id));
  });

  it('keep decisions, the newest first', async () => {
    const store = new DecisionStore(knex);
    const decision = (number: number, rest: Partial<StoredDecision>) => ({
      id: `d-${number}`,
      nodeId: 'a',
      date: '2026-02-01',
      type: 'continue' as const,
      reason: 'It works',
      measures: [],
      participants: [],
      by: ANN,
      at: '2026-02-01T00:00:00.000Z',
      ...rest,
    });
    const full = decision(1, {
      reviewId: 'r',
      type: 'stop',
      learning: 'Nobody asked for it',
      measures: [{ id: 'm', name: 'Hours', text: '3 h' }],
      participants: [ANN],
    });
    const plain = decision(2, {});
    await store.insert([full, plain, decision(3, { nodeId: 'b' })]);
    expect(await store.ofNodes(['a'])).toEqual([plain, full]);
    expect(await store.ofReview('r')).toEqual([full]);
    expect(await store.ofNodes([])).toEqual([]);
  });

  it('keep a link once', async () => {
    const store = new LinkStore(knex);
    const link: StoredLink = {
      id: '1',
      nodeId: 'a',
      provider: 'github',
      ref: 'o/r#1',
      url: 'https://github.com/o/r/issues/1',
      title: 'An item',
      state: 'open',
      seenAt: '2026-02-01T00:00:00.000Z',
      triedAt: '2026-02-02T00:00:00.000Z',
      problem: 'No access',
      by: ANN,
      createdAt: '2026-01-01T00:00:00.000Z',
    };
    const same = { ...link, id: '2' };
    const other = { ...link, id: '3', nodeId: 'b' };
    const entity: StoredLink = {
      id: '4',
      nodeId: 'b',
      provider: 'catalog',
      ref: 'dataproduct:default/orders',
      by: ANN,
      createdAt: '2026-01-01T00:00:00.000Z',
    };
    const added = await store.insert([link, same, other, entity]);
    expect(added).toEqual(new Set(['1', '3', '4']));
    expect(await store.all()).toEqual([link, other, entity]);
    expect(await store.ofNodes(['b'])).toEqual([other, entity]);
    expect(await store.toEntities([entity.ref, link.ref])).toEqual([entity]);
    expect(await store.find('3')).toEqual(other);
    expect(await store.delete('3')).toBe(true);
    expect(await store.delete('3')).toBe(false);
    expect(await store.find('3')).toBeUndefined();
  });

  it('keep what was said, and tell what was said on a day', async () => {
    const store = new VersionStore(knex);
    let count = 0;
    const version = (
      day: string,
      rest: Partial<StoredVersion> & { title?: string },
    ): StoredVersion => {
      const { title = 'Goal', ...more } = rest;
      count++;
      return {
        id: `v-${String(count).padStart(2, '0')}`,
        nodeId: 'a',
        version: count,
        action: 'edited',
        data: { fields: { title }, state: 'active' },
        by: ANN,
        at: `2026-${day}T12:00:00.000Z`,
        ...more,
      };
    };
    const hours = (name: string) => ({ fields: measureFields({ name }) });
    const all = [
      version('01-10', { action: 'added' }),
      version('01-10', { measureId: 'm', action: 'added', data: hours('H') }),
      version('01-11', { measureId: 'n', action: 'added', data: hours('N') }),
      version('02-01', { measureId: 'm', data: hours('Hours') }),
      version('03-01', { title: 'New', nodeId: 'other' }),
      version('03-02', { title: 'New' }),
      version('03-03', { measureId: 'n', action: 'deleted', data: hours('N') }),
    ];
    await store.append(all);

    const page = await store.page('a', { limit: 3 });
    expect(page.map(one => one.id)).toEqual(['v-07', 'v-06', 'v-04']);
    expect(page[0]).toEqual({ ...all[6], before: all[2].data });
    expect(page[1]).toEqual({ ...all[5], before: all[0].data });
    expect(page[2].before).toEqual(all[1].data);
    const next = await store.page('a', { beforeId: page[2].id, limit: 3 });
    expect(next.map(one => [one.id, one.before])).toEqual([
      ['v-03', undefined],
      ['v-02', undefined],
      ['v-01', undefined],
    ]);

    const onDay = async (day: string) =>
      (await store.onDay('a', day)).map(one => one.id);
    expect(await onDay('2026-01-09')).toEqual([]);
    expect(await onDay('2026-01-10')).toEqual(['v-01', 'v-02']);
    expect(await onDay('2026-03-01')).toEqual(['v-01', 'v-04', 'v-03']);
    expect(await onDay('2026-03-02')).toEqual(['v-06', 'v-04', 'v-03']);
    expect(await onDay('2026-03-03')).toEqual(['v-06', 'v-04']);
  });
});
