import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  waiverListSchema,
  WaiverRecord,
  waiverSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { Respondent } from '@backstage-data-mesh/plugin-data-mesh-common/rules';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import { Knex } from 'knex';
import request from 'supertest';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { AuditLog } from '../audit/AuditLog';
import { KeptTexts } from '../ruleSets/KeptTexts';
import { RuleSets } from '../ruleSets/RuleSets';
import { RuleSetTexts } from '../ruleSets/RuleSetTexts';
import { Visibility } from '../visibility/Visibility';
import { addWaiverRoutes } from './routes';
import { WaiverService } from './WaiverService';
import { WaiverStore } from './WaiverStore';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const ANN = 'user:default/ann';
const BEA = 'user:default/bea';
const ORDERS = 'dataproduct:default/orders';

describe.each(databases.eachSupportedId())('waiver routes on %s', id => {
  let knex: Knex;
  let ruleSets: RuleSets;
  let today: string;
  let visible: Visibility;
  let managers: string[];
  let roles: Record<string, Respondent[]>;
  const now = jest.fn(async (_refs: readonly string[]) => {});
  const events: string[] = [];

  beforeAll(async () => {
    ruleSets = await RuleSets.load({
      config: mockServices.rootConfig(),
      texts: new RuleSetTexts({
        urlReader: mockServices.urlReader.mock(),
        kept: {} as KeptTexts,
      }),
      logger: mockServices.logger.mock(),
    });
  });

  beforeEach(async () => {
    jest.clearAllMocks();
    events.length = 0;
    today = '2026-03-01';
    visible = 'all';
    managers = [BEA];
    roles = { [ANN]: ['product-owner'] };
    knex = await migrated(await databases.init(id));
    for (const ref of [
      ORDERS,
      'dataproduct:default/forecast',
      'domain:default/care',
      ANN,
      BEA,
    ]) {
      await knex('subjects').insert({
        ref,
        kind: ref.split(':')[0],
        title: ref.split('/')[1].toLocaleUpperCase('en-US'),
        sort_title: ref,
        data: '{}',
        digest: 'x',
        seen_at: '2026-01-01T00:00:00.000Z',
      });
    }
  });

  function app() {
    const waivers = new WaiverService({
      knex,
      store: new WaiverStore(knex),
      ruleSets,
      respondents: {
        rolesFor: async ({ principal }, refs) =>
          new Map(
            refs
              .filter(ref => ref === ORDERS)
              .map(ref => [ref, new Set(roles[principal.userEntityRef])]),
          ),
      },
      visibility: {
        resolve: async () => visible,
        may: async (_permission, { principal }) =>
          managers.includes(
            (principal as { userEntityRef?: string }).userEntityRef ?? '',
          ),
      },
      audit: new AuditLog(),
      reevaluation: { mark: async () => {}, now },
      now: () => new Date(`${today}T12:00:00Z`),
    });
    const auditor = mockServices.auditor.mock({
      createEvent: async ({ eventId }) => ({
        success: async ({ meta } = {}) => {
          events.push(`${eventId} ${meta?.state}`);
        },
        fail: async ({ error }) => {
          events.push(`${eventId} failed: ${error.name}`);
        },
      }),
    });
    const router = PromiseRouter();
    router.use(express.json());
    addWaiverRoutes(router, {
      httpAuth: mockServices.httpAuth(),
      auditor,
      waivers,
    });
    return express().use(router).use(mockErrorHandler());
  }

  const as = (person: string) => mockCredentials.user.header(person);
  const wanted = {
    entityRef: 'orders',
    ruleSet: 'data-product-maturity',
    rule: 'contract-present',
    reason: 'The fields change until summer',
    until: '2026-06-30',
  };
  const ask = (body: object = {}, person: string = ANN) =>
    request(app())
      .post('/waivers')
      .set('Authorization', as(person))
      .send({ ...wanted, ...body });
  const asked = async (body: object = {}): Promise<WaiverRecord> =>
    waiverSchema.strict().parse((await ask(body)).body);
  const decide = (
    { id: waiver, version }: { id: string; version: number },
    decision: string,
    person: string = BEA,
    note?: string,
  ) =>
    request(app())
      .post(`/waivers/${waiver}/decision`)
      .set('Authorization', as(person))
      .send({ decision, version, note });
  const list = async (query: string = '', person: string = BEA) => {
    const { body, status } = await request(app())
      .get(`/waivers${query}`)
      .set('Authorization', as(person));
    expect(status).toBe(200);
    return waiverListSchema.strict().parse(body);
  };

  it('has an exception asked for by one and approved by another', async () => {
    const { status, body } = await ask();
    expect(status).toBe(201);
    const waiver = waiverSchema.strict().parse(body);
    expect(waiver).toMatchObject({
      entity: { ref: ORDERS, title: 'ORDERS', exists: true },
      code: 'DP-T1',
      state: 'asked',
      askedBy: { ref: ANN },
      version: 1,
      may: ['revoke'],
    });
    expect((await list()).items[0].may).toEqual(['approve', 'decline']);
    expect(now).not.toHaveBeenCalled();

    const approved = await decide(
      waiver,
      'approve',
      BEA,
      'Until summer, then no more',
    );
    expect(approved.status).toBe(200);
    expect(waiverSchema.strict().parse(approved.body)).toMatchObject({
      state: 'approved',
      decidedBy: { ref: BEA, title: 'BEA' },
      decisionNote: 'Until summer, then no more',
      version: 2,
      may: ['revoke'],
    });
    expect(now.mock.calls).toEqual([[[ORDERS]]]);
    const granted = await new WaiverStore(knex).read();
    expect(granted.get(ORDERS)).toMatchObject([
      { rule: 'contract-present', until: '2026-06-30', approvedBy: BEA },
    ]);

    expect(events).toEqual(['waiver-ask asked', 'waiver-decide approved']);
    const log = await knex('audit_log').orderBy('id');
    expect(
      log.map(({ by, action, subject_ref, before, after }) => ({
        by,
        action,
        subject_ref,
        before: before && JSON.parse(before).state,
        after: JSON.parse(after).state,
      })),
    ).toEqual([
      {
        by: ANN,
        action: 'waiver-asked',
        subject_ref: ORDERS,
        before: null,
        after: 'asked',
      },
      {
        by: BEA,
        action: 'waiver-approved',
        subject_ref: ORDERS,
        before: 'asked',
        after: 'approved',
      },
    ]);
  });

  it.each<[string, object, number, string]>([
    [
      'another rule set',
      { ruleSet: 'x' },
      400,
      'there are data-product-maturity, domain-maturity, ownership-faults',
    ],
    [
      'another rule',
      { rule: 'x' },
      400,
      'has no rule “x” about dataproduct:default/orders',
    ],
    [
      'a rule about another kind',
      { entityRef: 'domain:care' },
      400,
      'has no rule “contract-present” about domain:default/care',
    ],
    [
      'another entity',
      { entityRef: 'none' },
      404,
      'There is no dataproduct:default/none',
    ],
    ['no entity ref', { entityRef: ':/' }, 400, 'is no entity ref'],
    [
      'a day that is over',
      { until: '2026-02-28' },
      400,
      'from 2026-03-01 to 2027-03-02',
    ],
    ['more than a year', { until: '2027-03-03' }, 400, 'holds at most a year'],
    ['no day', { until: 'soon' }, 400, 'until: '],
    ['a short reason', { reason: 'because' }, 400, 'reason: '],
    ['more fields', { state: 'approved' }, 400, 'Unrecognized key: "state"'],
    [
      'what is for others',
      { entityRef: 'forecast' },
      403,
      'is asked for by its owner team, its product owner, the owner of its domain or the data lead of its domain',
    ],
  ])('refuses to ask with %s', async (_case, body, status, message) => {
    const response = await ask(body);
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(message);
    expect((await list()).total).toBe(0);
    expect(events).toEqual([expect.stringMatching(/^waiver-ask failed: /)]);
  });

  it.each(['2026-03-01', '2027-03-02'])('takes the day %s', async until => {
    expect((await ask({ until })).status).toBe(201);
  });

  it('lets those ask who decide, though not decide on it', async () => {
    const { body, status } = await ask({ entityRef: 'forecast' }, BEA);
    expect(status).toBe(201);
    for (const decision of ['approve', 'decline']) {
      const refused = await decide(body, decision);
      expect(refused.status).toBe(403);
      expect(refused.body.error.message).toContain('somebody else decides');
    }
    expect((await decide(body, 'revoke')).body.state).toBe('revoked');
  });

  it('takes one open request for a rule', async () => {
    const first = await asked();
    const second = await ask({ reason: 'Another reason for the same' });
    expect(second.status).toBe(409);
    expect(second.body.error.message).toContain('waits for a decision');
    await decide(first, 'decline');
    expect((await ask()).status).toBe(201);
  });

  it('is asked for by people, and decided on by people', async () => {
    const token = mockCredentials.service.header();
    const { id: waiver, version } = await asked();
    const target = request(app());
    expect(
      (await target.post('/waivers').set('Authorization', token).send(wanted))
        .status,
    ).toBe(403);
    expect(
      (
        await request(app())
          .post(`/waivers/${waiver}/decision`)
          .set('Authorization', token)
          .send({ decision: 'approve', version })
      ).status,
    ).toBe(403);
    const { body } = await request(app())
      .get('/waivers')
      .set('Authorization', token);
    expect(body.items[0].may).toEqual([]);
  });

  it('needs the permission to approve and decline', async () => {
    const waiver = await asked();
    for (const decision of ['approve', 'decline']) {
      const { status, body } = await decide(
        waiver,
        decision,
        'user:default/cem',
      );
      expect(status).toBe(403);
      expect(body.error.message).toContain('data-mesh.waiver.manage');
    }
    expect((await decide(waiver, 'revoke', 'user:default/cem')).status).toBe(
      403,
    );
    expect((await decide({ ...waiver, id: 'none' }, 'approve')).status).toBe(
      404,
    );
    expect((await decide(waiver, 'erase')).status).toBe(400);
  });

  it('answers a stale decision with the exception as it is now', async () => {
    const waiver = await asked();
    const [a, b] = await Promise.all([
      decide(waiver, 'approve'),
      decide(waiver, 'decline'),
    ]);
    const [won, lost] = a.status === 200 ? [a, b] : [b, a];
    expect([won.status, lost.status]).toEqual([200, 409]);
    expect(lost.body.error).toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('has changed since you read it'),
      current: { id: waiver.id, state: won.body.state, version: 2 },
    });
    expect(await knex('audit_log')).toHaveLength(2);
  });

  it('may be taken back by those who decide and the one who asked', async () => {
    for (const person of [ANN, BEA]) {
      const { body } = await decide(await asked(), 'approve');
      expect((await decide(body, 'revoke', 'user:default/cem')).status).toBe(
        403,
      );
      now.mockClear();
      const revoked = await decide(body, 'revoke', person);
      expect(revoked.body).toMatchObject({ state: 'revoked', may: [] });
      expect(now.mock.calls).toEqual([[[ORDERS]]]);
      for (const decision of ['approve', 'decline', 'revoke']) {
        const again = await decide(revoked.body, decision);
        expect(again.status).toBe(400);
        expect(again.body.error.message).toContain('revoked already');
      }
    }
    expect((await new WaiverStore(knex).read()).size).toBe(0);
  });

  it('is not decided on once it is over', async () => {
    const { body: approved } = await decide(await asked(), 'approve');
    const open = await asked({ rule: 'promises-kept' });
    today = '2026-07-01';
    expect((await list('?state=expired')).items).toMatchObject([
      { id: approved.id, state: 'expired', may: [] },
    ]);
    const refused = await decide(approved, 'revoke');
    expect(refused.status).toBe(400);
    expect(refused.body.error.message).toContain('Its last day was 2026-06-30');

    const late = await decide(open, 'approve');
    expect(late.body.error.message).toContain('it can only be declined');
    expect((await list('?state=asked')).items[0].may).toEqual(['decline']);
    expect((await decide(open, 'decline')).status).toBe(200);
  });

  it('shows nothing about what the viewer may not see', async () => {
    const waiver = await asked();
    visible = new Set(['domain:default/care']);
    expect(await list()).toEqual({ items: [], total: 0 });
    expect((await decide(waiver, 'approve')).status).toBe(404);
    expect((await ask({ rule: 'promises-kept' })).status).toBe(404);

    visible = new Set([ORDERS]);
    expect((await list()).items).toMatchObject([
      { id: waiver.id, askedBy: { title: 'Somebody', exists: false } },
    ]);
  });

  it('lists by entity and state, a page at a time', async () => {
    const first = await asked();
    await asked({ rule: 'promises-kept' });
    await ask({ entityRef: 'forecast' }, BEA);
    await decide(first, 'decline');
    expect((await list('?entity=orders')).total).toBe(2);
    expect((await list('?entity=orders&state=asked')).total).toBe(1);
    expect((await list('?state=asked&state=declined')).total).toBe(3);

    const seen = [];
    let cursor: string | undefined;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(
        `?limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      );
      expect(page.total).toBe(3);
      seen.push(...page.items.map(item => item.id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(new Set(seen).size).toBe(3);
    expect(seen).toHaveLength(3);
  });

  it.each(['cursor=x', 'state=maybe', 'entity=::', 'limit=0', 'status=asked'])(
    'refuses %s',
    async query => {
      const { status } = await request(app())
        .get(`/waivers?${query}`)
        .set('Authorization', as(BEA));
      expect(status).toBe(400);
    },
  );
});
