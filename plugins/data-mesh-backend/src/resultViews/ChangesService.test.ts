import {
  ChangesQuery,
  changeListSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { encodeTime } from 'ulid';
import { entityOf, productOf } from '../__testUtils__/entities';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import {
  createProjection,
  createTestDatabases,
  migrated,
} from '../__testUtils__/projection';
import { allBut, createReads, statementsOf } from '../__testUtils__/reads';
import { defaultRuleSets } from '../__testUtils__/ruleSets';
import { Visibility } from '../visibility/Visibility';

jest.setTimeout(120_000);

const databases = createTestDatabases();
const ORDERS = 'dataproduct:default/orders';
const CARE = 'domain:default/care';

/** Rows as evaluation writes them. */
function changeRow(day: number, fields: Record<string, unknown> = {}) {
  const at = new Date(Date.UTC(2026, 1, day, 9)).toISOString();
  return {
    id: `${encodeTime(Date.parse(at), 10)}${String(day).padStart(16, '0')}`,
    at,
    subject_ref: ORDERS,
    history_key: ORDERS,
    domain_ref: CARE,
    rule_set: 'data-product-maturity',
    rule: null,
    before: '2',
    after: '3',
    cause: 'evidence',
    ...fields,
  };
}

function levelRow(subject: string, fields: Record<string, unknown> = {}) {
  return {
    subject_ref: subject,
    rule_set: 'data-product-maturity',
    history_key: subject,
    domain_ref: CARE,
    version: 1,
    level: 3,
    data: JSON.stringify({ notes: [] }),
    digest: 'd',
    inputs: '{}',
    inputs_digest: 'i',
    changed_at: '2026-02-01T00:00:00Z',
    ...fields,
  };
}

describe.each(databases.eachSupportedId())('the history on %s', id => {
  let knex: Knex;
  let reads: ReturnType<typeof createReads>;
  const changes = (
    query: ChangesQuery = {},
    visible: Visibility = 'all',
    ref: string = ORDERS,
  ) => reads.changes.getChanges(ref, query, visible);
  const days = async (query: ChangesQuery) =>
    (await changes(query)).items.map(({ at }) => Number(at.slice(8, 10)));

  beforeAll(async () => {
    knex = await migrated(await databases.init(id));
    const catalog = new FakeCatalog([
      entityOf('Domain', 'care', {}, { title: 'Patient care' }),
      entityOf('User', 'ann', {}, { title: 'Ann' }),
      productOf('orders', { domain: 'care' }, { title: 'Lab orders' }),
      productOf('renamed', { domain: 'care' }, { title: 'Renamed' }),
    ]);
    await createProjection(knex, catalog).pass.run();
    reads = createReads(knex, { ruleSets: defaultRuleSets() });
    await knex('levels').insert([
      levelRow(ORDERS),
      levelRow('dataproduct:default/renamed', { history_key: 'product-7' }),
      levelRow('dataproduct:default/buried', {
        gone_at: '2026-02-20T00:00:00Z',
      }),
    ]);
    await knex('result_changes').insert([
      changeRow(1, { cause: 'baseline', before: null }),
      changeRow(2, {
        rule: 'promises-kept',
        before: 'fail',
        after: 'pass',
        cause: 'answer',
        detail: JSON.stringify({
          key: 'promises.kept',
          by: 'user:default/ann',
        }),
      }),
      changeRow(3, {
        cause: 'contract',
        detail: JSON.stringify({ entity: 'api:default/none' }),
      }),
      changeRow(4, {
        rule_set: 'ownership-faults',
        rule: 'no-longer-there',
        before: 'fail',
        after: 'pass',
        cause: 'entity',
        detail: JSON.stringify({ entity: CARE }),
      }),
      changeRow(5, { before: '3', after: '2', cause: 'time' }),
      changeRow(6, {
        subject_ref: 'dataproduct:default/before',
        history_key: 'product-7',
      }),
      changeRow(7, {
        subject_ref: 'dataproduct:default/renamed',
        history_key: 'product-7',
      }),
      changeRow(8, {
        subject_ref: 'dataproduct:default/forgotten',
        history_key: 'product-9',
      }),
      changeRow(9, {
        subject_ref: 'dataproduct:default/homeless',
        history_key: 'dataproduct:default/homeless',
        domain_ref: null,
      }),
      changeRow(10, {
        subject_ref: 'dataproduct:default/buried',
        history_key: 'dataproduct:default/buried',
      }),
    ]);
  });

  it('is told with causes, the newest first', async () => {
    const list = await changes();
    expect(changeListSchema.strict().safeParse(list).error).toBeUndefined();
    expect(list.items.map(({ at }) => at.slice(0, 10))).toEqual([
      '2026-02-05',
      '2026-02-04',
      '2026-02-03',
      '2026-02-02',
      '2026-02-01',
    ]);
    expect(list.items[0]).toMatchObject({
      entity: { title: 'Lab orders', exists: true },
      before: '3',
      after: '2',
      cause: { kind: 'time' },
    });
    expect(list.items[1]).toMatchObject({
      rule: 'no-longer-there',
      title: undefined,
      cause: { kind: 'entity', entity: { title: 'Patient care' } },
    });
    expect(list.items[2].cause.entity).toMatchObject({ exists: false });
    expect(list.items[3]).toMatchObject({
      rule: 'promises-kept',
      code: 'DP-T3',
      title: expect.any(String),
      cause: { kind: 'answer', key: 'promises.kept', by: { title: 'Ann' } },
    });
    expect(list.items[4]).toMatchObject({ before: null });
  });

  it.each<[ChangesQuery, number[]]>([
    [{ only: 'levels' }, [5, 3, 1]],
    [{ only: 'rules' }, [4, 2]],
    [{ ruleSet: 'ownership-faults' }, [4]],
    [{ from: '2026-02-03' }, [5, 4, 3]],
    [{ to: '2026-02-03' }, [3, 2, 1]],
    [{ from: '2026-02-02', to: '2026-02-03', only: 'levels' }, [3]],
  ])('can be narrowed by %j', async (query, expected) => {
    expect(await days(query)).toEqual(expected);
  });

  it('is paged', async () => {
    const first = await changes({ limit: 2 });
    const second = await changes({ limit: 2, cursor: first.nextCursor });
    const third = await changes({ limit: 2, cursor: second.nextCursor });
    expect(third.nextCursor).toBeUndefined();
    expect(
      [first, second, third].flatMap(({ items }) =>
        items.map(({ at }) => Number(at.slice(8, 10))),
      ),
    ).toEqual([5, 4, 3, 2, 1]);
    await expect(
      changes({ only: 'rules', cursor: first.nextCursor }),
    ).rejects.toThrow('cursor: it belongs to another search');
    await expect(changes({ cursor: 'x' })).rejects.toThrow('cursor: ');
  });

  it('leaves out of causes what is hidden', async () => {
    const visible = await allBut(knex, 'user:default/ann', CARE);
    const { items } = await changes({}, visible);
    expect(items[1].cause).toEqual({ kind: 'entity' });
    expect(items[3].cause).toEqual({ kind: 'answer', key: 'promises.kept' });
    const noOrders = await allBut(knex, ORDERS);
    await expect(changes({}, noOrders)).rejects.toThrow('There is no');
  });

  it('goes on where a product was renamed', async () => {
    const ref = 'dataproduct:default/renamed';
    const { items } = await changes({}, 'all', ref);
    expect(items.map(({ entity }) => [entity.title, entity.exists])).toEqual([
      ['Renamed', true],
      ['before', false],
    ]);
  });

  it.each(['forgotten', 'buried'])(
    'of a product that is gone (%s) is for those who see its domain',
    async name => {
      const ref = `dataproduct:default/${name}`;
      const service = { $$type: '@backstage/BackstageCredentials' } as any;
      for (const visible of ['all' as const, new Set([CARE])]) {
        const { items } = await changes({}, visible, ref);
        expect(items).toHaveLength(1);
        expect(items[0].entity).toMatchObject({ ref, exists: false });
        expect(
          await reads.results.getResults(ref, visible, service),
        ).toMatchObject({
          entity: { ref, exists: false },
          items: name === 'buried' ? [{ level: 3 }] : [],
          gone: expect.stringMatching(/^2026-02-/),
          may: { answer: [], askForWaiver: false, decideWaivers: false },
        });
      }
      await expect(changes({}, new Set([ORDERS]), ref)).rejects.toThrow(
        `There is no ${ref}`,
      );
    },
  );

  it('of what was in no domain is for those who see everything', async () => {
    const ref = 'dataproduct:default/homeless';
    expect((await changes({}, 'all', ref)).items).toHaveLength(1);
    await expect(changes({}, await allBut(knex), ref)).rejects.toThrow(
      'There is no',
    );
  });

  it('does not tell of a hidden product that goes on with the history', async () => {
    await knex('result_changes').insert(
      changeRow(11, {
        subject_ref: 'dataproduct:default/renamed',
        history_key: 'dataproduct:default/buried',
      }),
    );
    const ref = 'dataproduct:default/buried';
    expect((await changes({}, 'all', ref)).items).toHaveLength(2);
    const visible = await allBut(knex, 'dataproduct:default/renamed');
    expect((await changes({}, visible, ref)).items).toHaveLength(1);
  });

  it('takes four statements', async () => {
    expect(await statementsOf(knex, () => changes())).toBe(4);
    expect(await statementsOf(knex, () => changes({ limit: 1 }))).toBe(4);
  });
});
