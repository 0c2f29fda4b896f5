import { mockCredentials } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { entityOf, productOf } from '../__testUtils__/entities';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { createReads } from '../__testUtils__/reads';
import { createMesh } from '../__testUtils__/results';

jest.setTimeout(120_000);

const databases = createTestDatabases();
const CARE = 'domain:default/care';
const product = (name: string) => `dataproduct:default/${name}`;

/** Enough others, so that one that is missing does not look like a failure. */
const OTHERS: Entity[] = [
  entityOf('Group', 'team-a'),
  entityOf('User', 'ann', { memberOf: ['team-a'] }),
  entityOf('Domain', 'care', { owner: 'team-a' }),
  ...Array.from({ length: 9 }, (_, n) =>
    productOf(`other-${n}`, { domain: 'care' }),
  ),
];
const orders = (name: string, productId?: string) =>
  productOf(name, { domain: 'care', ...(productId && { productId }) });

describe.each(databases.eachSupportedId())('what is read on %s', id => {
  let knex: Knex;
  const service = mockCredentials.service();

  async function setUp(entities: Entity[]) {
    knex = await migrated(await databases.init(id));
    const mesh = createMesh(knex, [...OTHERS, ...entities]);
    await mesh.pass.run();
    const { ruleSets, clock } = mesh;
    const reads = createReads(knex, { ruleSets, clock });
    /** Another catalog, some hours later. */
    const goOn = async (hours: number, next: Entity[]) => {
      mesh.clock.passHours(hours);
      mesh.catalog.set([...OTHERS, ...next]);
      await mesh.pass.run();
    };
    return { ...reads, goOn };
  }

  it('of a deleted product stays for those who see its domain', async () => {
    const { results, changes, goOn } = await setUp([orders('orders')]);
    const ref = product('orders');
    const before = await results.getResults(ref, 'all', service);
    expect(before.gone).toBeUndefined();

    await goOn(1, []);
    const buried = await results.getResults(ref, new Set([CARE]), service);
    expect(buried.gone).toBe('2026-03-01T09:00:00.000Z');
    expect(buried.items).toEqual(before.items);

    // The projection forgets it, and what is left is its history.
    await goOn(30, []);
    await goOn(1, []);
    expect(await knex('levels').where({ subject_ref: ref })).toEqual([]);
    const gone = await results.getResults(ref, new Set([CARE]), service);
    expect(gone).toMatchObject({
      entity: { ref, title: 'orders', exists: false },
      items: [],
      gone: expect.any(String),
    });
    const history = await changes.getChanges(ref, {}, new Set([CARE]));
    expect(history.items.at(-1)).toMatchObject({
      entity: { ref, exists: false },
      before: null,
      cause: { kind: 'baseline' },
    });
    const stranger = new Set([product('other-1')]);
    await expect(results.getResults(ref, stranger, service)).rejects.toThrow(
      `There is no ${ref}`,
    );
    await expect(changes.getChanges(ref, {}, stranger)).rejects.toThrow(
      `There is no ${ref}`,
    );
  });

  it('of a renamed product goes on under its product id', async () => {
    const { changes, results, goOn } = await setUp([orders('orders', 'P-1')]);
    await goOn(1, [orders('lab-orders', 'P-1')]);
    const ref = product('lab-orders');
    const visible = new Set([ref, CARE]);
    expect(
      (await results.getResults(ref, visible, service)).items,
    ).toHaveLength(2);
    const { items } = await changes.getChanges(ref, {}, visible);
    expect(items.map(({ entity }) => entity.ref)).toContain(product('orders'));
    expect(items.at(-1)?.cause.kind).toBe('baseline');

    // Under its former name it is gone, and tells only what was then.
    const former = await changes.getChanges(
      product('orders'),
      {},
      new Set([CARE]),
    );
    expect(new Set(former.items.map(({ entity }) => entity.ref))).toEqual(
      new Set([product('orders')]),
    );
  });
});
