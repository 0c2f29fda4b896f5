import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { startWaiverUpkeep } from './startWaiverUpkeep';
import { StoredWaiver, WaiverStore } from './WaiverStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const TODAY = '2026-03-01';

function waiverOf(
  id: string,
  fields: Partial<StoredWaiver> = {},
): StoredWaiver {
  return {
    id,
    subjectRef: 'dataproduct:default/orders',
    ruleSet: 'data-product-maturity',
    rule: 'contract-present',
    reason: 'The fields change until summer',
    until: '2026-06-30',
    state: 'asked',
    askedBy: 'user:default/ann',
    askedAt: '2026-02-01T00:00:00.000Z',
    version: 1,
    ...fields,
  };
}

const approved = {
  state: 'approved',
  decidedBy: 'user:default/bea',
  decidedAt: '2026-02-02T00:00:00.000Z',
} as const;

describe.each(databases.eachSupportedId())('WaiverStore on %s', id => {
  let knex: Knex;
  let store: WaiverStore;

  beforeEach(async () => {
    knex = await migrated(await databases.init(id));
    store = new WaiverStore(knex);
  });

  /** The products of the catalog, with their product ids. */
  async function catalogHas(products: Record<string, string | null>) {
    await knex('subjects').delete();
    for (const [name, key] of Object.entries(products)) {
      await knex('subjects').insert({
        ref: `dataproduct:default/${name}`,
        kind: 'dataproduct',
        title: name,
        sort_title: name,
        data: '{}',
        digest: 'x',
        seen_at: '2026-01-01T00:00:00.000Z',
        history_key: key,
      });
    }
  }

  const granted = async (refs?: string[]) =>
    [...(await store.read(refs))].flatMap(([ref, waivers]) =>
      waivers.map(waiver => `${ref.split('/')[1]} ${waiver.id}`),
    );

  it('gives back what was stored', async () => {
    const waiver = waiverOf('a', {
      ...approved,
      decisionNote: 'Fine',
      version: 3,
    });
    await store.insert(knex, waiver);
    expect(await store.find('a')).toEqual(waiver);
    expect(await store.find('b')).toBeUndefined();
  });

  it('reads for evaluation what was approved, also what is over', async () => {
    await store.insert(
      knex,
      waiverOf('a', { ...approved, until: '2026-02-03' }),
    );
    await store.insert(knex, waiverOf('b'));
    await store.insert(knex, waiverOf('c', { ...approved, state: 'revoked' }));
    await store.insert(
      knex,
      waiverOf('d', { ...approved, subjectRef: 'domain:default/care' }),
    );
    expect(await store.read()).toEqual(
      new Map([
        [
          'dataproduct:default/orders',
          [
            {
              id: 'a',
              ruleSet: 'data-product-maturity',
              rule: 'contract-present',
              reason: 'The fields change until summer',
              until: '2026-02-03',
              approvedBy: 'user:default/bea',
            },
          ],
        ],
        ['domain:default/care', [expect.objectContaining({ id: 'd' })]],
      ]),
    );
    expect(await granted(['domain:default/care'])).toEqual(['care d']);
    expect(await granted([])).toEqual([]);
  });

  it('keeps one open request for a rule on a subject', async () => {
    await store.insert(knex, waiverOf('a'));
    await expect(store.insert(knex, waiverOf('b'))).rejects.toThrow(
      ConflictError,
    );
    await store.insert(knex, waiverOf('c', { rule: 'purpose-stated' }));
    await store.decide(knex, { id: 'a', version: 1 }, approved);
    await store.insert(knex, waiverOf('d'));
    const rows = await knex('waivers').select('id').orderBy('id');
    expect(rows.map(row => row.id)).toEqual(['a', 'c', 'd']);
  });

  it('lets one of two decisions win', async () => {
    await store.insert(knex, waiverOf('a'));
    const outcomes = await Promise.all([
      store.decide(knex, { id: 'a', version: 1 }, approved),
      store.decide(
        knex,
        { id: 'a', version: 1 },
        { ...approved, state: 'declined' },
      ),
    ]);
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    expect(await store.find('a')).toMatchObject({
      state: outcomes[0] ? 'approved' : 'declined',
      version: 2,
    });
  });

  describe('follows a product by its id', () => {
    it('when it is renamed', async () => {
      await catalogHas({ orders: 'urn:orders' });
      await store.insert(knex, waiverOf('a', approved));
      expect(await granted()).toEqual(['orders a']);

      await catalogHas({ 'lab-orders': 'urn:orders' });
      expect(await granted()).toEqual(['lab-orders a']);
      expect(await granted(['dataproduct:default/lab-orders'])).toHaveLength(1);
      expect(await granted(['dataproduct:default/orders'])).toEqual([]);

      // Another product takes the name that has become free.
      await catalogHas({ 'lab-orders': 'urn:orders', orders: 'urn:other' });
      expect(await granted()).toEqual(['lab-orders a']);
      await catalogHas({ 'lab-orders': 'urn:orders', orders: null });
      expect(await granted()).toEqual(['lab-orders a']);
    });

    it('when it got the id later, and not to a copy', async () => {
      await catalogHas({ orders: null });
      await store.insert(knex, waiverOf('a', approved));
      await catalogHas({ orders: 'urn:orders', copy: 'urn:orders' });
      expect(await granted()).toEqual(['orders a']);
      const scheduler = mockServices.scheduler.mock();
      await startWaiverUpkeep({ store, scheduler });
      await scheduler.scheduleTask.mock.calls[0][0].fn(
        new AbortController().signal,
      );
      expect(await granted()).toEqual(['orders a']);
      await catalogHas({ 'lab-orders': 'urn:orders' });
      expect(await granted()).toEqual(['lab-orders a']);
    });

    it('and not when it is gone', async () => {
      await store.insert(knex, waiverOf('a', approved));
      await store.followProductIds();
      expect(await granted()).toEqual(['orders a']);
    });
  });

  describe('lists', () => {
    const ids = async (
      filter: Parameters<WaiverStore['list']>[0] | object = {},
      visibility: Parameters<WaiverStore['list']>[2] = 'all',
    ) => {
      const { waivers, total } = await store.list(
        { today: TODAY, ...filter },
        { limit: 100 },
        visibility,
      );
      expect(total).toBe(waivers.length);
      return waivers.map(waiver => waiver.id).join('');
    };

    beforeEach(async () => {
      const on = (day: number) => ({
        askedAt: `2026-02-0${day}T00:00:00.000Z`,
        rule: `rule-${day}`,
      });
      await catalogHas({ orders: null, forecast: null });
      await store.insert(knex, waiverOf('a', { ...on(1), ...approved }));
      await store.insert(
        knex,
        waiverOf('b', { ...on(3), ...approved, until: '2026-02-28' }),
      );
      await store.insert(knex, waiverOf('c', on(2)));
      await store.insert(
        knex,
        waiverOf('d', { ...on(2), subjectRef: 'dataproduct:default/forecast' }),
      );
    });

    it('the newest first, and by states and subjects', async () => {
      expect(await ids()).toBe('bdca');
      expect(await ids({ states: ['approved'] })).toBe('a');
      expect(await ids({ states: ['expired'] })).toBe('b');
      expect(await ids({ states: ['expired', 'asked'] })).toBe('bdc');
      expect(await ids({ states: ['declined'] })).toBe('');
      expect(await ids({ refs: ['dataproduct:default/forecast'] })).toBe('d');
    });

    it('only what may be seen', async () => {
      const visible = new Set(['dataproduct:default/forecast']);
      expect(await ids({}, visible)).toBe('d');
      expect(await ids({}, new Set<string>())).toBe('');
    });

    it('a page at a time', async () => {
      const pages = [];
      let after;
      for (;;) {
        const { waivers, total } = await store.list(
          { today: TODAY },
          { limit: 1, after },
          'all',
        );
        expect(total).toBe(4);
        if (waivers.length === 0) {
          break;
        }
        pages.push(waivers[0].id);
        after = waivers[0];
      }
      expect(pages.join('')).toBe('bdca');
    });
  });
});
