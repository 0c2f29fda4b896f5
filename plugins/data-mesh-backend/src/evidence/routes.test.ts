import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import {
  answerResponseSchema,
  entityEvidenceSchema,
  EvidenceResponse,
  evidenceResponseSchema,
  evidenceSourcesSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import request from 'supertest';
import { createDocument } from 'zod-openapi';
import { evidencePaths } from '../http/openapi/evidence';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { Evidence } from './Evidence';
import { addEvidenceRoutes } from './routes';

const item = {
  entityRef: 'dataproduct:default/orders',
  key: 'promises.kept',
  value: true,
  observedAt: '2026-03-01',
  source: 'pipeline',
};
const answer = { entityRef: item.entityRef, key: item.key, value: true };

describe('evidence routes', () => {
  const noted: unknown[] = [];
  const auditor = mockServices.auditor.mock({
    createEvent: async ({ eventId }) => ({
      success: async options => void noted.push([eventId, options?.meta]),
      fail: async ({ error }) => void noted.push([eventId, error.name]),
    }),
  });
  const evidence = {
    put: jest.fn(
      async (items: readonly unknown[]): Promise<EvidenceResponse> => ({
        items: items.map((_, at) =>
          at % 2 ? { status: 'refused', problem: 'no.' } : { status: 'stored' },
        ),
      }),
    ),
    answer: jest.fn(async ({ entityRef }: { entityRef: string }) => ({
      results: {
        entity: { ref: entityRef, title: 'Orders', exists: true },
        items: [],
        may: { answer: [], askForWaiver: false, decideWaivers: false },
      },
    })),
    getEvidence: jest.fn(async (ref: string) => {
      if (ref !== item.entityRef) {
        throw new NotFoundError(`There is no ${ref}`);
      }
      return { items: [], history: [] };
    }),
    getSources: jest.fn(async () => ({ sources: [], keys: [] })),
  };
  const router = PromiseRouter();
  addEvidenceRoutes(router, {
    httpAuth: mockServices.httpAuth(),
    auditor,
    visibility: { resolve: async () => 'all' } as unknown as VisibilityResolver,
    evidence: evidence as unknown as Evidence,
  });
  router.use(express.json({ limit: '16kb' }));
  const app = express().use(router).use(mockErrorHandler());
  const service = mockCredentials.service.header();

  beforeEach(() => {
    noted.length = 0;
    jest.clearAllMocks();
  });

  it('take as many items as are allowed, and answer for each', async () => {
    const items = Array.from({ length: 500 }, (_, i) => ({
      ...item,
      source: `pipeline-${i}`,
      note: 'x'.repeat(1000),
      link: `https://ci.example/${'x'.repeat(400)}`,
    }));
    const { status, body } = await request(app)
      .put('/evidence')
      .set('Authorization', service)
      .send({ items });

    expect(status).toBe(200);
    expect(evidenceResponseSchema.strict().safeParse(body).error).toBe(
      undefined,
    );
    expect(noted).toEqual([['evidence-put', { stored: 250, refused: 250 }]]);
    expect(evidence.put).toHaveBeenCalledWith(items, expect.anything());
  });

  it.each([
    [400, { items: [] }],
    [400, { items: Array(501).fill(item) }],
    [400, { item }],
    [400, item],
    [413, { items: [{ ...item, note: 'x'.repeat(1024 * 1024) }] }],
  ])('refuse with %d what is no request', async (expected, body) => {
    const { status } = await request(app).put('/evidence').send(body);
    expect(status).toBe(expected);
    expect(evidence.put).not.toHaveBeenCalled();
    expect(noted).toEqual(
      expected === 400 ? [['evidence-put', 'InputError']] : [],
    );
  });

  it('take answers of people only', async () => {
    const send = (header: string, body: object = answer) =>
      request(app).post('/answers').set('Authorization', header).send(body);
    const person = mockCredentials.user.header();

    const { status, body } = await send(person);
    expect(status).toBe(200);
    expect(answerResponseSchema.strict().safeParse(body).error).toBeUndefined();
    expect(noted).toEqual([['question-answer', { entityRef: item.entityRef }]]);

    expect((await send(service)).status).toBe(403);
    expect((await send(person, { ...answer, sauce: 1 })).status).toBe(400);
    expect((await send(person, { ...answer, link: 'x' })).status).toBe(400);
    expect(evidence.answer).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['/evidence/by-entity/DataProduct/default/Orders', entityEvidenceSchema],
    ['/evidence/sources', evidenceSourcesSchema],
  ])('answer %s by its schema', async (path, schema) => {
    const { status, body } = await request(app).get(path);
    expect(status).toBe(200);
    expect(schema.strict().safeParse(body).error).toBeUndefined();
  });

  it.each([
    '/evidence/by-entity/group/default/team-a',
    '/evidence/by-entity/domain/default/none',
  ])('do not find %s', async path => {
    expect((await request(app).get(path)).status).toBe(404);
  });

  it('are described', () => {
    const { paths, components } = createDocument({
      openapi: '3.1.0',
      info: { title: 'x', version: '1' },
      paths: evidencePaths,
    });
    expect(Object.keys(paths ?? {})).toEqual([
      '/evidence',
      '/evidence/by-entity/{kind}/{namespace}/{name}',
      '/evidence/sources',
      '/answers',
    ]);
    expect(components?.schemas).toHaveProperty('EvidenceItem');
  });
});
