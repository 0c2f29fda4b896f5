import { explanationSchema } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Explanation } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import { Knex } from 'knex';
import { entityOf, productOf } from '../__testUtils__/entities';
import { FakeCatalog } from '../__testUtils__/FakeCatalog';
import {
  createProjection,
  createTestDatabases,
  migrated,
} from '../__testUtils__/projection';
import { allBut, createReads } from '../__testUtils__/reads';
import { defaultRuleSets } from '../__testUtils__/ruleSets';

jest.setTimeout(120_000);

const databases = createTestDatabases();
const ORDERS = 'dataproduct:default/orders';
const SECRET = 'dataproduct:default/secret';

const EXPLANATION: Explanation = {
  result: {
    rule: 'purpose-in-one-sentence',
    code: 'DP-D1',
    status: 'fail',
    counted: true,
    reason: `Much the same: ${SECRET}, dataproduct:default/other.`,
  },
  parts: [
    {
      of: 'pass',
      text: 'similar.products.size() == 0',
      outcome: 'unknown',
      error: `cannot read ${SECRET}`,
    },
  ],
  facts: [
    {
      name: 'similar.products',
      description: 'Products that are much the same',
      source: 'catalog',
      value: [SECRET, 'dataproduct:default/other'],
    },
    {
      name: 'owner.ref',
      description: 'Its owner, as written',
      source: 'catalog',
      value: 'group:default/hidden-team',
      refusal: `because of ${SECRET}`,
    },
    {
      name: 'purpose.length',
      description: 'Characters of its purpose',
      source: 'catalog',
      value: 12,
    },
  ],
  parameters: [],
  evidence: [],
};

describe.each(databases.eachSupportedId())('explaining on %s', id => {
  let knex: Knex;
  let reads: ReturnType<typeof createReads>;
  const asked: string[][] = [];
  const maturity = { ruleSet: 'data-product-maturity', rule: 'DP-D1' };

  beforeAll(async () => {
    knex = await migrated(await databases.init(id));
    const catalog = new FakeCatalog([
      entityOf('Group', 'hidden-team'),
      productOf('orders'),
      productOf('other'),
      productOf('secret'),
    ]);
    await createProjection(knex, catalog).pass.run();
    reads = createReads(knex, {
      ruleSets: defaultRuleSets(),
      explainer: {
        explain: async (ref, ruleSet, rule) => {
          asked.push([ref, ruleSet, rule]);
          return rule === EXPLANATION.result.rule
            ? { explanation: EXPLANATION, today: '2026-03-01' }
            : undefined;
        },
      },
    });
  });

  it('tells all to who may see all, by id or code of the rule', async () => {
    for (const rule of ['DP-D1', 'purpose-in-one-sentence']) {
      const told = await reads.explanations.explain(
        ORDERS,
        { ...maturity, rule },
        'all',
      );
      expect(explanationSchema.strict().safeParse(told).error).toBeUndefined();
      expect(told).toMatchObject({
        ...EXPLANATION,
        today: '2026-03-01',
        rule: { id: 'purpose-in-one-sentence', code: 'DP-D1' },
      });
    }
    expect(asked[0]).toEqual([
      ORDERS,
      'data-product-maturity',
      'purpose-in-one-sentence',
    ]);
  });

  it('leaves out whatever names what is hidden', async () => {
    const visible = await allBut(knex, SECRET, 'group:default/hidden-team');
    const told = await reads.explanations.explain(ORDERS, maturity, visible);
    expect(JSON.stringify(told)).not.toMatch(/secret|hidden-team/);
    expect(told.result.reason).toBe(
      'Much the same: …, dataproduct:default/other.',
    );
    expect(told.facts.map(({ value }) => value)).toEqual([
      ['dataproduct:default/other'],
      null,
      12,
    ]);
  });

  it.each([
    [ORDERS, { ...maturity, rule: 'none' }],
    [ORDERS, { ...maturity, rule: 'DP-O1' }],
    [ORDERS, { ruleSet: 'domain-maturity', rule: 'DM-O1' }],
    ['dataproduct:default/none', maturity],
  ])('does not find %s %j', async (ref, rule) => {
    await expect(reads.explanations.explain(ref, rule, 'all')).rejects.toThrow(
      expect.objectContaining({ name: 'NotFoundError' }),
    );
  });

  it('does not evaluate what the caller may not see', async () => {
    asked.length = 0;
    await expect(
      reads.explanations.explain(ORDERS, maturity, await allBut(knex, ORDERS)),
    ).rejects.toThrow(`There is no ${ORDERS}`);
    expect(asked).toEqual([]);
  });
});
