import {
  ResultsList,
  ResultsQuery,
  resultsListSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { allBut, createDemoReads, statementsOf } from '../__testUtils__/reads';
import { Visibility } from '../visibility/Visibility';

jest.setTimeout(120_000);

const databases = createTestDatabases();

describe.each(databases.eachSupportedId())('the list of results on %s', id => {
  let knex: Knex;
  let demo: Awaited<ReturnType<typeof createDemoReads>>;
  const list = (query: ResultsQuery = {}, visible: Visibility = 'all') =>
    demo.resultsList.listResults(query, visible);
  const names = ({ items }: ResultsList) =>
    items.map(({ entity }) => entity.ref.split('/')[1]);

  beforeAll(async () => {
    knex = await migrated(await databases.init(id));
    demo = await createDemoReads(knex);
  });

  it('has products with their level and what is unmet', async () => {
    const found = await list({ limit: 100 });
    expect(resultsListSchema.strict().safeParse(found).error).toBeUndefined();
    expect(found.total).toBe(19);
    expect(found.items).toHaveLength(19);
    const risk = found.items.find(({ entity }) =>
      entity.ref.endsWith('/no-show-risk'),
    );
    expect(risk).toMatchObject({
      domain: { title: 'Patient services' },
      owner: { exists: true },
      level: 2,
      target: 3,
      since: null,
      unmet: [
        { code: 'DP-T3', status: 'unknown', counted: true },
        { code: 'DP-V6' },
      ],
    });
  });

  it.each<[ResultsQuery, (row: Record<string, any>) => boolean]>([
    [{ level: ['0'] }, ({ level }) => level === 0],
    [{ level: ['2', '3'] }, ({ level }) => level === 2 || level === 3],
    [
      { domain: ['commercial'] },
      ({ domain_ref: ref }) => ref === 'domain:default/commercial',
    ],
    [{ domain: ['commercial', 'nowhere'], level: ['4'] }, () => false],
  ])('filters by %j', async (query, keeps) => {
    const rows = await knex('levels').where({
      rule_set: 'data-product-maturity',
    });
    const expected = rows.filter(keeps).map(row => row.subject_ref);
    const found = await list({ ...query, limit: 100 });
    expect(found.items.map(({ entity }) => entity.ref).sort()).toEqual(
      expected.sort(),
    );
    expect(found.total).toBe(expected.length);
  });

  it('finds by rule and status, and tells what was found', async () => {
    const expected = await knex('results').where({
      rule_set: 'ownership-faults',
      code: 'OF-14',
      status: 'fail',
    });
    const found = await list({
      ruleSet: 'ownership-faults',
      rule: ['OF-14'],
      status: ['fail'],
      limit: 100,
    });
    expect(names(found).sort()).toEqual(
      expected.map(row => row.subject_ref.split('/')[1]).sort(),
    );
    expect(expected.length).toBeGreaterThan(0);
    for (const { unmet } of found.items) {
      expect(unmet.every(({ status }) => status === 'fail')).toBe(true);
      expect(unmet.map(({ code }) => code)).toContain('OF-14');
      expect(unmet.every(({ severity }) => severity)).toBe(true);
    }
    const waived = await list({ status: ['waived'] });
    expect(names(waived)).toEqual(['invoice-ledger']);
    expect(waived.items[0].unmet).toMatchObject([{ status: 'waived' }]);
  });

  it('has domains in a set about domains', async () => {
    const { items } = await list({ ruleSet: 'domain-maturity', limit: 100 });
    expect(items).toHaveLength(6);
    expect(items[0]).toMatchObject({
      entity: { ref: 'domain:default/clinical-research' },
      dimensions: { ownership: 2 },
    });
  });

  it.each([
    [{ level: ['two'] }, 'level: "two" is no level'],
    [{ domain: ['::'] }, 'domain: "::" is no entity ref'],
    [{ cursor: 'x' }, 'cursor: this is no cursor'],
    [
      { ruleSet: 'none' },
      'ruleSet: there is no rule set “none”; there are data-',
    ],
  ])('refuses %j', async (query, message) => {
    await expect(list(query)).rejects.toThrow(message);
  });

  it('pages without losing or repeating one', async () => {
    const whole = names(await list({ limit: 100 }));
    const pages: string[][] = [];
    let page = await list({ limit: 7 });
    pages.push(names(page));
    while (page.nextCursor) {
      expect(page.total).toBe(19);
      page = await list({ limit: 7, cursor: page.nextCursor });
      pages.push(names(page));
    }
    expect(pages.map(({ length }) => length)).toEqual([7, 7, 5]);
    expect(pages.flat()).toEqual(whole);

    const { nextCursor: cursor } = await list({ limit: 7 });
    await expect(list({ cursor, level: ['2'] })).rejects.toThrow(
      'cursor: it belongs to another search',
    );
  });

  it('leaves out what is hidden, also of counts and filters', async () => {
    const risk = 'dataproduct:default/no-show-risk';
    const hidden = await list({ limit: 100 }, await allBut(knex, risk));
    expect(hidden.total).toBe(18);
    expect(JSON.stringify(hidden)).not.toContain('no-show-risk');

    const domain = 'domain:default/patient-services';
    const visible = await allBut(knex, domain);
    expect((await list({ domain: [domain] }, visible)).total).toBe(0);
    const all = await list({ limit: 100 }, visible);
    expect(all.total).toBe(19);
    expect(JSON.stringify(all)).not.toContain(domain);

    const owner = 'group:default/team-patient-access';
    expect((await list({ owner: [owner] })).total).toBeGreaterThan(0);
    expect(
      (await list({ owner: [owner] }, await allBut(knex, owner))).total,
    ).toBe(0);
    expect((await list({}, new Set())).total).toBe(0);
  });

  it('takes as many statements for one as for all', async () => {
    const visible = await allBut(knex);
    const counts = [
      await statementsOf(knex, () => list({ limit: 1 }, visible)),
      await statementsOf(knex, () => list({ limit: 100 }, visible)),
      await statementsOf(knex, () =>
        list({ limit: 100, status: ['fail'] }, visible),
      ),
    ];
    expect(counts).toEqual([5, 5, 5]);
  });
});
