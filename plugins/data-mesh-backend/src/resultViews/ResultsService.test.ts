import { mockCredentials } from '@backstage/backend-test-utils';
import {
  entityResultsSchema,
  evidenceWritePermission,
  waiverManagePermission,
  whatIfSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Knex } from 'knex';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import {
  allBut,
  createDemoReads,
  createReads,
  person,
  statementsOf,
} from '../__testUtils__/reads';

jest.setTimeout(120_000);

const databases = createTestDatabases();
const product = (name: string) => `dataproduct:default/${name}`;

describe.each(databases.eachSupportedId())('results on %s', id => {
  let knex: Knex;
  let demo: Awaited<ReturnType<typeof createDemoReads>>;
  const service = mockCredentials.service();

  beforeAll(async () => {
    knex = await migrated(await databases.init(id));
    demo = await createDemoReads(knex);
  });

  it('tell all that is stored of a product, in the order of the rules', async () => {
    const ref = product('no-show-risk');
    const found = await demo.results.getResults(ref, 'all', service);

    expect(entityResultsSchema.strict().safeParse(found).error).toBeUndefined();
    expect(found).toMatchObject({
      entity: { ref, title: 'No-show risk', exists: true },
      may: { answer: [], askForWaiver: false, decideWaivers: false },
    });
    const [maturity, faults] = found.items;
    expect(maturity).toMatchObject({
      ruleSet: 'data-product-maturity',
      level: 2,
      target: 3,
      since: null,
    });
    const outline = demo.outlines.of('data-product-maturity', 'DataProduct');
    expect(maturity.results.map(({ rule }) => rule)).toEqual(
      outline?.rules.map(rule => rule.id),
    );
    expect(maturity.results.map(({ weight }) => weight)).toEqual(
      outline?.rules.map(({ weight }) => weight),
    );
    expect(maturity.results.find(({ code }) => code === 'DP-T3')).toMatchObject(
      {
        status: 'unknown',
        reason: expect.stringContaining('2026-01-15'),
        lacks: ['promises.kept'],
      },
    );
    // A set of faults has no level, and asks for none.
    expect(faults).toMatchObject({ ruleSet: 'ownership-faults' });
    expect(faults).not.toMatchObject({ target: null });
    expect(faults.level).toBeUndefined();
  });

  it('of a domain have levels per dimension', async () => {
    const { items } = await demo.results.getResults(
      'domain:default/diagnostics',
      'all',
      service,
    );
    expect(
      items.find(({ ruleSet }) => ruleSet === 'domain-maturity'),
    ).toMatchObject({
      dimensions: { ownership: 4, value: 3, sustainability: 1 },
      target: null,
    });
  });

  it('say what a person may do', async () => {
    const ref = product('no-show-risk');
    const owner = await demo.results.getResults(
      ref,
      'all',
      person('yusuf.demir'),
    );
    expect(owner.may).toEqual({
      answer: expect.arrayContaining(['promises-kept', 'reviewed']),
      askForWaiver: true,
      decideWaivers: true,
    });
    const modest = createReads(knex, {
      ruleSets: demo.ruleSets,
      denied: [waiverManagePermission],
    });
    const stranger = person('nobody');
    expect((await modest.results.getResults(ref, 'all', stranger)).may).toEqual(
      { answer: [], askForWaiver: false, decideWaivers: false },
    );
    const { may } = await modest.results.getResults(
      ref,
      'all',
      person('yusuf.demir'),
    );
    expect(may).toMatchObject({ askForWaiver: true, decideWaivers: false });

    const silent = createReads(knex, {
      ruleSets: demo.ruleSets,
      denied: [evidenceWritePermission],
    });
    expect(
      (await silent.results.getResults(ref, 'all', person('yusuf.demir'))).may
        .answer,
    ).toEqual([]);
  });

  it('are found by those who may see the entity', async () => {
    const ref = product('no-show-risk');
    for (const visible of [await allBut(knex, ref), new Set<string>()]) {
      await expect(
        demo.results.getResults(ref, visible, service),
      ).rejects.toThrow(`There is no ${ref}`);
      await expect(
        demo.results.whatIf(
          ref,
          { ruleSet: 'data-product-maturity', fixed: [] },
          visible,
        ),
      ).rejects.toThrow(`There is no ${ref}`);
    }
    await expect(
      demo.results.getResults(product('none'), 'all', service),
    ).rejects.toThrow('There is no dataproduct:default/none');
  });

  it('do not name in reasons what is hidden', async () => {
    const ref = product('no-show-risk');
    await knex('results')
      .where({ subject_ref: ref, code: 'DP-T3' })
      .update({
        data: JSON.stringify({
          reason:
            'Much like dataproduct:default/shipments, and Group:default/x.',
        }),
      });
    const reasonFor = async (visible: 'all' | Set<string>) => {
      const { items } = await demo.results.getResults(ref, visible, service);
      return items[0].results.find(({ code }) => code === 'DP-T3')?.reason;
    };
    expect(await reasonFor('all')).toContain('dataproduct:default/shipments');
    expect(await reasonFor(await allBut(knex, product('shipments')))).toBe(
      'Much like …, and Group:default/x.',
    );
  });

  it('take the same number of statements for every entity', async () => {
    const some = await allBut(knex, product('shipments'));
    const count = (ref: string) =>
      statementsOf(knex, () => demo.results.getResults(ref, some, service));
    expect([
      await count(product('lab-orders')),
      await count(product('regional-sales-extract')),
      await count('domain:default/commercial'),
    ]).toEqual([5, 5, 5]);
  });

  describe('if something was fixed', () => {
    const ask = (name: string, fixed: string[]) =>
      demo.results.whatIf(
        product(name),
        { ruleSet: 'data-product-maturity', fixed },
        'all',
      );

    it('tells the level, without storing anything', async () => {
      const before = await knex('results').orderBy(['subject_ref', 'rule']);
      const answer = await ask('no-show-risk', ['promises-kept']);

      expect(whatIfSchema.strict().parse(answer)).toEqual({
        level: 4,
        target: 3,
        passing: ['promises-kept'],
      });
      expect(await ask('no-show-risk', [])).toMatchObject({
        level: 2,
        passing: [],
      });
      expect(await knex('results').orderBy(['subject_ref', 'rule'])).toEqual(
        before,
      );
    });

    it('agrees with the level that is stored, for all products', async () => {
      const rows = await knex('levels').where({
        rule_set: 'data-product-maturity',
      });
      for (const { subject_ref: ref, level } of rows) {
        const name = ref.split('/')[1];
        expect(await ask(name, [])).toMatchObject({ level });
      }
      expect(rows).toHaveLength(19);
    });

    it('stays below a cap', async () => {
      const outline = demo.outlines.of('data-product-maturity', 'DataProduct');
      const rules = outline?.rules.map(rule => rule.id) ?? [];
      const capped = await knex('subjects')
        .where({ kind: 'dataproduct' })
        .whereIn('lifecycle', ['candidate', 'deprecated']);
      expect(capped.length).toBeGreaterThan(0);
      for (const { ref, lifecycle } of capped) {
        expect(await ask(ref.split('/')[1], rules)).toMatchObject({
          level: lifecycle === 'candidate' ? 1 : 2,
        });
      }
      expect(await ask('no-show-risk', rules)).toMatchObject({ level: 4 });
    });

    it('names rules that there are not', async () => {
      await expect(ask('no-show-risk', ['promises-kept', 'x'])).rejects.toThrow(
        'fixed: data-product-maturity has no rule x',
      );
      await expect(
        demo.results.whatIf(
          product('no-show-risk'),
          { ruleSet: 'domain-maturity', fixed: [] },
          'all',
        ),
      ).rejects.toThrow('has no results of a rule set domain-maturity');
    });
  });
});
