import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  DataMeshClient,
  Review,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import { once } from 'node:events';
import { AddressInfo } from 'node:net';
import request from 'supertest';
import { createDocument } from 'zod-openapi';
import { reviewPaths } from '../http/openapi/reviews';
import { addReviewRoutes } from './routes';
import { StaleReviewError } from './StaleReviewError';

const review: Review = {
  id: 'R',
  domain: { ref: 'domain:default/care', title: 'Care', exists: true },
  state: 'open',
  participants: [],
  products: [],
  startedAt: '2026-03-01T08:00:00.000Z',
  version: 1,
  may: ['hold'],
};

describe('review routes', () => {
  const noted: unknown[] = [];
  const auditor = mockServices.auditor.mock({
    createEvent: async ({ eventId }) => ({
      success: async options => void noted.push([eventId, options?.meta]),
      fail: async ({ error }) => void noted.push([eventId, error.name]),
    }),
  });
  const reviews = {
    list: jest.fn(async () => ({ items: [], mayHold: [] })),
    get: jest.fn(async () => ({ review })),
    start: jest.fn(async () => ({ isNew: true, review })),
    change: jest.fn(async () => review),
    say: jest.fn(async () => review),
    close: jest.fn(async () => ({ review })),
    abandon: jest.fn(async () => review),
  };
  const router = PromiseRouter();
  addReviewRoutes(router, {
    httpAuth: mockServices.httpAuth(),
    auditor,
    reviews,
  });
  const app = express().use(router).use(mockErrorHandler());
  const saying = { version: 0, decision: 'keep' };
  const writes = [
    ['post', '/reviews', { domain: 'care' }, 'review-start', reviews.start],
    ['patch', '/reviews/R', { version: 1 }, 'review-change', reviews.change],
    [
      'put',
      '/reviews/R/products/DataProduct/default/Orders',
      saying,
      'review-say',
      reviews.say,
    ],
    ['post', '/reviews/R/close', { version: 1 }, 'review-close', reviews.close],
    [
      'post',
      '/reviews/R/abandon',
      { version: 1 },
      'review-abandon',
      reviews.abandon,
    ],
  ] as const;

  beforeEach(() => {
    noted.length = 0;
    jest.clearAllMocks();
  });

  it.each(writes)('%s %s is audited', async (method, path, body, event) => {
    const { status } = await request(app)[method](path).send(body);
    expect(status).toBe(event === 'review-start' ? 201 : 200);
    expect(noted).toEqual([
      [event, expect.objectContaining({ id: 'R', version: 1 })],
    ]);
  });

  it.each(writes)('%s %s is for people', async (method, path, body) => {
    const { status } = await request(app)
      [method](path)
      .set('Authorization', mockCredentials.service.header())
      .send(body);
    expect(status).toBe(403);
    expect(noted).toEqual([]);
  });

  it.each(writes)(
    '%s %s refuses what is none',
    async (method, path, _, e, call) => {
      const { status } = await request(app)[method](path).send({ nonsense: 1 });
      expect(status).toBe(400);
      expect(noted).toEqual([[e, 'InputError']]);
      expect(call).not.toHaveBeenCalled();
    },
  );

  it('tells the product by its ref', async () => {
    await request(app).put(writes[2][1]).send(saying);
    expect(reviews.say).toHaveBeenCalledWith(
      'R',
      'dataproduct:default/orders',
      saying,
      expect.anything(),
    );
    const { status } = await request(app)
      .put('/reviews/R/products/API/default/orders')
      .send(saying);
    expect(status).toBe(404);
  });

  it('answers the one that is under way with 200', async () => {
    reviews.start.mockResolvedValueOnce({ isNew: false, review });
    const { status } = await request(app)
      .post('/reviews')
      .send({ domain: 'care' });
    expect(status).toBe(200);
  });

  it('tells of a conflict', async () => {
    reviews.close.mockRejectedValueOnce(new StaleReviewError(review));
    const { status } = await request(app)
      .post('/reviews/R/close')
      .send({ version: 1 });
    expect(status).toBe(409);
    expect(noted).toEqual([['review-close', 'ConflictError']]);
  });

  it('are read by services too', async () => {
    for (const path of ['/reviews?domain=care&limit=5', '/reviews/R']) {
      const { status } = await request(app)
        .get(path)
        .set('Authorization', mockCredentials.service.header());
      expect(status).toBe(200);
    }
    expect(reviews.list).toHaveBeenCalledWith(
      { domain: 'care', limit: 5 },
      expect.anything(),
    );
    expect((await request(app).get('/reviews?nonsense=1')).status).toBe(400);
  });

  it('are what the client calls', async () => {
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { port } = server.address() as AddressInfo;
      const client = new DataMeshClient({
        discoveryApi: {
          getBaseUrl: async () => `http://127.0.0.1:${port}`,
        },
      });
      const end = { version: 1 };
      expect(await client.getReviews({ domain: 'care', limit: 1 })).toEqual({
        items: [],
        mayHold: [],
      });
      expect(await client.getReview('R')).toEqual({ review });
      expect(await client.startReview({ domain: 'care' })).toEqual(review);
      expect(await client.changeReview('R', end)).toEqual(review);
      expect(
        await client.sayAboutProduct('R', 'orders', {
          version: 0,
          decision: 'keep',
        }),
      ).toEqual(review);
      expect(await client.closeReview('R', end)).toEqual({ review });
      expect(await client.abandonReview('R', end)).toEqual(review);
      for (const call of Object.values(reviews)) {
        expect(call).toHaveBeenCalledTimes(1);
      }
    } finally {
      server.close();
    }
  });

  it('are described', () => {
    const { paths } = createDocument({
      openapi: '3.1.0',
      info: { title: 'x', version: '1' },
      paths: reviewPaths,
    });
    expect(Object.keys(paths ?? {})).toHaveLength(5);
  });
});
