import { mockServices } from '@backstage/backend-test-utils';
import { EarlierWaiver } from '@backstage-data-mesh/plugin-data-mesh-node';
import { Knex } from 'knex';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { AuditLog } from '../audit/AuditLog';
import { KeptTexts } from '../ruleSets/KeptTexts';
import { RuleSets } from '../ruleSets/RuleSets';
import { RuleSetTexts } from '../ruleSets/RuleSetTexts';
import { WaiverIntake } from './WaiverIntake';
import { WaiverStore } from './WaiverStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const EARLIER: EarlierWaiver = {
  entityRef: 'dataproduct:default/Orders',
  ruleSet: 'data-product-maturity',
  rule: 'contract-present',
  reason: 'The fields change until summer',
  askedBy: 'ann',
  approvedBy: 'user:default/bea',
  until: '2026-06-30T00:00:00Z',
};

describe.each(databases.eachSupportedId())('WaiverIntake on %s', id => {
  let knex: Knex;
  let intake: WaiverIntake;
  const mark = jest.fn(async (_refs: readonly string[]) => {});

  beforeEach(async () => {
    jest.clearAllMocks();
    knex = await migrated(await databases.init(id));
    const ruleSets = await RuleSets.load({
      config: mockServices.rootConfig(),
      texts: new RuleSetTexts({
        urlReader: mockServices.urlReader.mock(),
        kept: new KeptTexts(knex),
      }),
      logger: mockServices.logger.mock(),
    });
    intake = new WaiverIntake({
      knex,
      store: new WaiverStore(knex),
      ruleSets,
      audit: new AuditLog(),
      reevaluation: { mark },
      now: () => new Date('2026-03-01T00:00:00Z'),
    });
  });

  it('takes in what was granted before, once', async () => {
    const expired = { ...EARLIER, until: '2026-02-17' };
    expect(await intake.takeIn([EARLIER, expired, EARLIER], 'demo')).toEqual({
      taken: 2,
      known: 0,
      problems: [],
    });
    expect(mark.mock.calls).toEqual([[['dataproduct:default/orders']]]);

    const more = { ...EARLIER, rule: 'promises-kept' };
    expect(await intake.takeIn([more, EARLIER], 'demo')).toEqual({
      taken: 1,
      known: 1,
      problems: [],
    });
    const granted = await new WaiverStore(knex).read();
    expect(granted.get('dataproduct:default/orders')).toHaveLength(3);
    expect(
      await new WaiverStore(knex).list(
        { today: '2026-03-01', states: ['approved'] },
        { limit: 10 },
        'all',
      ),
    ).toMatchObject({
      total: 2,
      waivers: [
        { askedBy: 'user:default/ann', decidedBy: 'user:default/bea' },
        {},
      ],
    });
    const log = await knex('audit_log');
    expect(log.map(({ by, action }) => `${by} ${action}`)).toEqual(
      Array(3).fill('demo waiver-taken-in'),
    );
  });

  it('leaves one as it is that was taken back since', async () => {
    await intake.takeIn([EARLIER], 'demo');
    await knex('waivers').update({ state: 'revoked', version: 2 });
    expect(await intake.takeIn([EARLIER], 'demo')).toMatchObject({ known: 1 });
    expect((await new WaiverStore(knex).read()).size).toBe(0);
  });

  it('takes the others in when one is wrong', async () => {
    const wrong: Partial<EarlierWaiver>[] = [
      { entityRef: '::' },
      { rule: 'none' },
      { ruleSet: 'none' },
      { until: 'soon' },
      { reason: ' ' },
      { approvedBy: 'user:default/ANN' },
    ];
    const { taken, problems } = await intake.takeIn(
      [...wrong.map(fields => ({ ...EARLIER, ...fields })), EARLIER],
      'demo',
    );
    expect(taken).toBe(1);
    expect(problems).toEqual([
      'waivers[0]: entityRef: “::” is no entity ref',
      'waivers[1]: rule: there is no rule “none” of data-product-maturity about dataproduct:default/orders',
      'waivers[2]: rule: there is no rule “contract-present” of none about dataproduct:default/orders',
      'waivers[3]: until: “soon” is no day, such as 2026-12-31',
      'waivers[4]: reason: it is missing',
      'waivers[5]: approvedBy: user:default/ann has asked for it as well',
    ]);
  });

  it('takes in nothing', async () => {
    expect(await intake.takeIn([], 'demo')).toEqual({
      taken: 0,
      known: 0,
      problems: [],
    });
  });
});
