import {
  createMockDirectory,
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import {
  ruleSetListSchema,
  ruleSetManagePermission,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import request from 'supertest';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { KeptTexts } from './KeptTexts';
import { addRuleSetRoutes } from './routes';
import { RuleSets } from './RuleSets';
import { RuleSetsService } from './RuleSetsService';
import { RuleSetTexts } from './RuleSetTexts';

const BEA = 'user:default/bea';

describe('rule set routes', () => {
  const dir = createMockDirectory();
  const events: string[] = [];
  let delivered: Set<string>;

  async function start(mayRead: boolean = true) {
    const config = mockServices.rootConfig({
      data: {
        dataMesh: {
          phase: 'scale',
          ruleSets: {
            'ownership-faults': { rules: { orphan: { title: 'Nobody' } } },
          },
        },
      },
    });
    const ruleSets = await RuleSets.load({
      config,
      texts: new RuleSetTexts({
        urlReader: mockServices.urlReader.mock(),
        kept: {} as KeptTexts,
      }),
      logger: mockServices.logger.mock(),
    });
    const may: VisibilityResolver['may'] = async (permission, credentials) => {
      const { userEntityRef } = credentials.principal as {
        userEntityRef?: string;
      };
      return permission.name === ruleSetManagePermission.name
        ? userEntityRef === BEA
        : mayRead;
    };
    const visibility = {
      may,
      require: async (...args: Parameters<typeof may>) => {
        if (!(await may(...args))) {
          throw new NotAllowedError(args[0].name);
        }
      },
    } as VisibilityResolver;
    const router = PromiseRouter();
    addRuleSetRoutes(router, {
      httpAuth: mockServices.httpAuth(),
      auditor: mockServices.auditor.mock({
        createEvent: async ({ eventId }) => ({
          success: async ({ meta } = {}) => {
            events.push(`${eventId} ${JSON.stringify(meta)}`);
          },
          fail: async ({ error }) => {
            events.push(`${eventId} ${error.name}`);
          },
        }),
      }),
      visibility,
      ruleSets: new RuleSetsService({
        ruleSets,
        evidence: { getDelivered: async () => delivered },
        visibility,
        now: () => new Date('2026-03-01T00:00:00Z'),
      }),
    });
    const app = express().use(router).use(mockErrorHandler());
    const get = (person: string = BEA) =>
      request(app)
        .get('/rule-sets')
        .set('Authorization', mockCredentials.user.header(person));
    const reload = (person: string = BEA) =>
      request(app)
        .post('/rule-sets/reload')
        .set('Authorization', mockCredentials.user.header(person));
    return { get, reload, config };
  }

  beforeEach(() => {
    events.length = 0;
    delivered = new Set();
    dir.clear();
  });

  it('show the sets in force with their texts', async () => {
    const { get } = await start();
    const { status, body } = await get();
    expect(status).toBe(200);
    const { items } = ruleSetListSchema.strict().parse(body);
    expect(
      items.map(({ id, origin, changed, phase, outlines }) => ({
        id,
        origin,
        changed,
        phase,
        rules: outlines.map(
          ({ subject, rules }) => `${rules.length} ${subject}`,
        ),
      })),
    ).toEqual([
      {
        id: 'data-product-maturity',
        origin: 'default',
        changed: false,
        phase: 'scale',
        rules: ['39 DataProduct'],
      },
      {
        id: 'domain-maturity',
        origin: 'default',
        changed: false,
        phase: 'scale',
        rules: ['39 Domain'],
      },
      {
        id: 'ownership-faults',
        origin: 'default',
        changed: true,
        phase: 'scale',
        rules: expect.arrayContaining([
          expect.stringMatching(/^\d+ DataProduct$/),
          expect.stringMatching(/^\d+ Domain$/),
        ]),
      },
    ]);
    expect(items[2].outlines[0].rules[0].title).toBe('Nobody');
  });

  it('name the rules whose evidence has never arrived', async () => {
    const { get } = await start();
    const notMeasured = async () =>
      (await get()).body.items.flatMap(
        (item: { notMeasured: { rule: string; keys: string[] }[] }) =>
          item.notMeasured,
      );
    const before: { rule: string; keys: string[] }[] = await notMeasured();
    expect(before.length).toBeGreaterThan(0);
    // What people are asked for can always be told.
    expect(before.flatMap(({ keys }) => keys)).not.toContain('promises.kept');

    delivered = new Set(before[0].keys);
    const after: { rule: string; keys: string[] }[] = await notMeasured();
    expect(after.map(({ rule }) => rule)).not.toContain(before[0].rule);
    expect(after.flatMap(({ keys }) => keys)).not.toContain(before[0].keys[0]);
  });

  it('load them anew for those who may, and show them what is wrong', async () => {
    const { get, reload, config } = await start();
    config.update({
      data: {
        dataMesh: {
          ruleSets: {
            'domain-maturity': { title: 'Ours' },
            'ownership-faults': { titel: 'Ours' },
          },
        },
      },
    });
    const { status, body } = await reload();
    expect(status).toBe(200);
    const [, domains, faults] = ruleSetListSchema.strict().parse(body).items;
    expect(domains).toMatchObject({ changed: true, problems: [] });
    expect(domains.outlines[0].title).toBe('Ours');
    expect(faults.problems).toEqual([
      expect.stringContaining('There is no field “titel” here.'),
    ]);
    expect(faults.outlines[0].rules[0].title).toBe('Nobody');

    const others = await get('user:default/ann');
    expect(others.body.items[2].problems).toEqual([]);
    expect(events).toEqual([
      'rule-sets-reload {"exchanged":["data-product-maturity","domain-maturity"]}',
    ]);
  });

  it('need permission', async () => {
    const { get, reload } = await start();
    expect((await reload('user:default/ann')).status).toBe(403);
    expect(events).toEqual(['rule-sets-reload NotAllowedError']);
    expect((await get('user:default/ann')).status).toBe(200);
    expect((await (await start(false)).get()).status).toBe(403);
  });
});
