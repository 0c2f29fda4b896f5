import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { createMesh, dumpResults } from '../__testUtils__/results';
import { WORLD } from '../__testUtils__/world';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const ORDERS = 'dataproduct:default/orders';

const answer = {
  key: 'answer.stands-alone',
  value: true,
  observedAt: '2026-03-01',
  way: 'portal' as const,
  source: 'user:default/ann',
};
const waiver = {
  id: 'waiver',
  ruleSet: 'data-product-maturity',
  rule: 'documented',
  reason: 'The pages are being moved',
  until: '2026-03-10',
  approvedBy: 'user:default/ann',
};

describe.each(databases.eachSupportedId())('ResultsWriter on %s', id => {
  async function setUp() {
    const knex = await migrated(await databases.init(id));
    const mesh = createMesh(knex, WORLD);
    await mesh.pass.run();
    /** Runs something after an evaluation has read evidence. */
    const meanwhile = (work: () => Promise<void>) => {
      const { read } = mesh.evidence;
      mesh.evidence.read = async refs => {
        mesh.evidence.read = read;
        const old = await mesh.evidence.read(refs);
        await work();
        return old;
      };
    };
    const told = async () => {
      const rows = await knex('result_changes')
        .where({ subject_ref: ORDERS })
        .whereNotNull('rule')
        .orderBy('id');
      return rows.map(({ rule, after, cause }) => `${rule} ${after} ${cause}`);
    };
    return { ...mesh, meanwhile, changes: told };
  }

  it('never overwrites what was written since it looked', async () => {
    const { results, evidence, waivers, meanwhile, changes, knex } =
      await setUp();
    waivers.granted.set(ORDERS, [waiver]);
    let between: object = {};
    meanwhile(async () => {
      evidence.say(ORDERS, answer);
      await results.now([ORDERS]);
      between = await dumpResults(knex);
    });
    await results.evaluateAll();
    // It would have known of the waiver only.
    expect(await dumpResults(knex)).toEqual(between);
    expect(await changes()).toEqual([
      'documented waived waiver',
      'stands-alone pass answer',
    ]);
  });

  it('looks again when others were first and somebody waits', async () => {
    const { results, evidence, waivers, meanwhile, changes } = await setUp();
    evidence.say(ORDERS, answer);
    meanwhile(async () => {
      waivers.granted.set(ORDERS, [waiver]);
      await results.evaluateAll();
      evidence.say(ORDERS, { ...answer, key: 'promises.kept', way: 'push' });
    });
    await results.now([ORDERS]);
    expect(await changes()).toEqual([
      'documented waived waiver',
      'stands-alone pass answer',
      'promises-kept pass evidence',
    ]);
  });

  it('tells everything once, however many evaluate at once', async () => {
    const { results, evidence, changes, clock } = await setUp();
    evidence.say(ORDERS, answer);
    await results.mark([ORDERS]);
    clock.passHours(1);
    await Promise.all([
      results.now([ORDERS]),
      results.evaluateAll(),
      results.work(),
      results.evaluateAll(),
    ]);
    expect(await changes()).toEqual(['stands-alone pass answer']);
  });
});
