import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  changeListSchema,
  domainListSchema,
  domainProfileSchema,
  entityResultsSchema,
  explanationSchema,
  myWorkSchema,
  resultsListSchema,
  whatIfSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import express, { Express } from 'express';
import PromiseRouter from 'express-promise-router';
import request from 'supertest';
import { z } from 'zod';
import { createDocument } from 'zod-openapi';
import { migrated } from '../__testUtils__/projection';
import { createDemoReads } from '../__testUtils__/reads';
import { addDomainRoutes } from '../domains/routes';
import { domainPaths } from '../http/openapi/domains';
import { myWorkPaths } from '../http/openapi/myWork';
import { resultPaths } from '../http/openapi/results';
import { addMyWorkRoutes } from '../myWork/routes';
import { addResultRoutes } from './routes';

jest.setTimeout(120_000);

const RISK = '/results/by-entity/dataproduct/default/no-show-risk';

describe('the routes of results', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const readNow = jest.fn(async () => false);
  let app: Express;

  beforeAll(async () => {
    const knex = await migrated(await databases.init('SQLITE_3'));
    const demo = await createDemoReads(knex);
    const options = {
      ...demo,
      httpAuth: mockServices.httpAuth(),
      projection: { readNow },
    };
    const router = PromiseRouter();
    router.use(express.json({ limit: '16kb' }));
    addResultRoutes(router, options);
    addDomainRoutes(router, options);
    addMyWorkRoutes(router, options);
    app = express().use(router).use(mockErrorHandler());
  });

  it.each<[string, z.ZodObject]>([
    ['/results', resultsListSchema],
    ['/results?ruleSet=domain-maturity&limit=2', resultsListSchema],
    ['/results?rule=DP-T3&status=unknown&level=2', resultsListSchema],
    [RISK, entityResultsSchema],
    ['/results/by-entity/Domain/Default/Diagnostics', entityResultsSchema],
    [`${RISK}/changes`, changeListSchema],
    [`${RISK}/changes?only=levels&from=2026-01-01`, changeListSchema],
    [`${RISK}/explain/data-product-maturity/promises-kept`, explanationSchema],
    [`${RISK}/explain/data-product-maturity/DP-T3`, explanationSchema],
    ['/domains', domainListSchema],
    ['/domains/by-entity/domain/default/commercial', domainProfileSchema],
    ['/my-work', myWorkSchema],
  ])('answers %s by its schema', async (path, schema) => {
    const { status, body } = await request(app).get(path);
    expect([status, body.error]).toEqual([200, undefined]);
    expect(schema.strict().safeParse(body).error).toBeUndefined();
  });

  it('answers what-if by its schema', async () => {
    const { status, body } = await request(app)
      .post(`${RISK}/what-if`)
      .send({ fixed: ['promises-kept'] });
    expect(status).toBe(200);
    expect(whatIfSchema.strict().parse(body)).toMatchObject({ level: 4 });
  });

  it.each([
    ['/results?limit=0', 'limit: '],
    ['/results?status=bad', 'status: '],
    ['/results?level=high', 'level: '],
    ['/results?levels=1', 'Unrecognized key: "levels"'],
    ['/results?cursor=x', 'cursor: '],
    [`${RISK}/changes?from=yesterday`, 'from: '],
    [`${RISK}/changes?only=all`, 'only: '],
    ['/domains?owner=::', 'owner: '],
    ['/domains?limit=5', 'Unrecognized key: "limit"'],
  ])('refuses %s and names the parameter', async (path, message) => {
    const { status, body } = await request(app).get(path);
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
  });

  it.each([
    [{}, 'fixed: '],
    [{ fixed: ['x'], more: 1 }, 'Unrecognized key: "more"'],
    [{ fixed: ['no-such-rule'] }, 'fixed: data-product-maturity has no rule'],
    [{ fixed: 'promises-kept' }, 'fixed: '],
  ])('refuses to suppose %j', async (body, message) => {
    const response = await request(app).post(`${RISK}/what-if`).send(body);
    expect(response.status).toBe(400);
    expect(response.body.error.message).toContain(message);
  });

  it.each([
    '/results/by-entity/dataproduct/default/none',
    '/results/by-entity/group/default/team-lab-data',
    '/results/by-entity/dataproduct/default/none/changes',
    `${RISK}/explain/data-product-maturity/none`,
    `${RISK}/explain/none/DP-T3`,
    '/domains/by-entity/domain/default/none',
    '/domains/by-entity/dataproduct/default/no-show-risk',
  ])('does not find %s', async path => {
    expect((await request(app).get(path)).status).toBe(404);
  });

  it('looks once in the catalog for what is not known yet', async () => {
    readNow.mockClear();
    await request(app).get('/results/by-entity/dataproduct/default/new');
    await request(app).get('/domains/by-entity/domain/default/new');
    expect(readNow.mock.calls).toEqual([
      ['dataproduct:default/new'],
      ['domain:default/new'],
    ]);
  });

  it('has work for people only', async () => {
    const { status } = await request(app)
      .get('/my-work')
      .set('Authorization', mockCredentials.service.header());
    expect(status).toBe(403);
  });

  it('is what the document says', () => {
    const document = createDocument({
      openapi: '3.1.0',
      info: { title: 'Test', version: '1' },
      paths: { ...resultPaths, ...domainPaths, ...myWorkPaths },
    });
    const operations = Object.entries(document.paths ?? {}).flatMap(
      ([path, methods]) =>
        Object.entries(methods).map(
          ([method, { operationId }]) => `${method} ${path} ${operationId}`,
        ),
    );
    const entity = '/results/by-entity/{kind}/{namespace}/{name}';
    expect(operations).toEqual([
      'get /results listResults',
      `get ${entity} getResults`,
      `get ${entity}/changes getResultChanges`,
      `get ${entity}/explain/{ruleSet}/{rule} explainResult`,
      `post ${entity}/what-if whatIf`,
      'get /domains getDomains',
      'get /domains/by-entity/{kind}/{namespace}/{name} getDomainProfile',
      'get /my-work getMyWork',
    ]);
    const refs = [
      ...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g),
    ].map(([, name]) => name);
    const known = Object.keys(document.components?.schemas ?? {});
    expect(refs.filter(name => !known.includes(name))).toEqual([]);
  });
});
