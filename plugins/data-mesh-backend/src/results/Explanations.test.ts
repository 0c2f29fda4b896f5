import { Knex } from 'knex';
import { demoSetUp, plantDemoTree } from '../__testUtils__/demo';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { createMesh } from '../__testUtils__/results';

jest.setTimeout(120_000);

const databases = createTestDatabases();
const RISK = 'dataproduct:default/no-show-risk';
const SERVICES = 'domain:default/patient-services';

describe.each(databases.eachSupportedId())('Explanations on %s', id => {
  let knex: Knex;
  let mesh: ReturnType<typeof createMesh>;

  beforeAll(async () => {
    knex = await migrated(await databases.init(id));
    const { entities, ...options } = demoSetUp();
    await plantDemoTree(knex);
    mesh = createMesh(knex, entities, options);
    await mesh.pass.run();
  });

  it.each([RISK, SERVICES])(
    'judge every rule on %s as it is stored',
    async subject => {
      const stored = await knex('results').where({ subject_ref: subject });
      expect(stored.length).toBeGreaterThan(20);
      for (const { rule_set: ruleSet, rule, status, data } of stored) {
        const told = await mesh.results.explain(subject, ruleSet, rule);
        expect({
          rule,
          status: told?.explanation.result.status,
          reason: told?.explanation.result.reason,
          today: told?.today,
        }).toEqual({
          rule,
          status,
          reason: JSON.parse(data ?? '{}').reason,
          today: '2026-03-01',
        });
      }
    },
  );

  it('tell what was read, of evidence too', async () => {
    const told = await mesh.results.explain(
      RISK,
      'data-product-maturity',
      'promises-kept',
    );
    expect(told?.explanation.evidence).toEqual([
      expect.objectContaining({
        key: 'promises.kept',
        state: 'outdated',
        delivered: true,
      }),
    ]);
  });

  it.each([
    ['dataproduct:default/none', 'data-product-maturity', 'promises-kept'],
    [RISK, 'none', 'promises-kept'],
    [RISK, 'data-product-maturity', 'none'],
    [SERVICES, 'data-product-maturity', 'promises-kept'],
  ])('know nothing of %s by %s %s', async (ref, ruleSet, rule) => {
    await expect(
      mesh.results.explain(ref, ruleSet, rule),
    ).resolves.toBeUndefined();
  });
});
