import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  checkInListSchema,
  checkInResponseSchema,
  measureSchema,
  nodeHistorySchema,
  ValueNode,
  valueNodeSchema,
  valueTreeSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Knex } from 'knex';
import request from 'supertest';
import { createDocument } from 'zod-openapi';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { valueTreePaths } from '../http/openapi/valueTree';
import { measureFields } from './__testUtils__/kept';
import { CARE, TreeWorld } from './__testUtils__/TreeWorld';
import { addValueTreeRoutes } from './routes';

jest.setTimeout(60_000);

const databases = createTestDatabases();

const ANN = mockCredentials.user.header('user:default/ann');
const BEA = mockCredentials.user.header('user:default/bea');
const SERVICE = mockCredentials.service.header();

type Method = 'get' | 'post' | 'patch' | 'delete';

describe.each(databases.eachSupportedId())('value tree routes on %s', id => {
  let knex: Knex;
  let world: TreeWorld;
  let router: Router;
  let app: express.Express;
  const events: string[] = [];

  beforeEach(async () => {
    events.length = 0;
    knex = await migrated(await databases.init(id));
    world = await TreeWorld.on(knex);
    router = PromiseRouter();
    addValueTreeRoutes(router, {
      httpAuth: mockServices.httpAuth(),
      auditor: mockServices.auditor.mock({
        createEvent: async ({ eventId }) => ({
          success: async ({ meta } = {}) => {
            events.push(`${eventId} ${JSON.stringify(meta)}`);
          },
          fail: async ({ error }) => {
            events.push(`${eventId} failed: ${error.name}`);
          },
        }),
      }),
      valueTree: world.tree,
    });
    app = express().use(router).use(mockErrorHandler());
  });

  const send = (
    method: Method,
    path: string,
    body?: object,
    token: string = ANN,
  ) => {
    const sent = request(app)[method](path).set('Authorization', token);
    return body ? sent.send(body) : sent;
  };
  const node = (body: unknown): ValueNode =>
    valueNodeSchema.strict().parse(body);
  const goal = (rest: object = {}) => ({
    id: 'goal',
    kind: 'goal',
    fields: { title: 'Less waiting', domain: 'care' },
    ...rest,
  });
  const add = async (rest: object = {}) =>
    node((await send('post', '/value-nodes', goal(rest))).body);

  it('serves the life of a goal', async () => {
    const added = await send(
      'post',
      '/value-nodes',
      goal({ measures: [measureFields()] }),
    );
    expect(added.status).toBe(201);
    const [measure] = node(added.body).measures;

    const changed = await send('patch', '/value-nodes/goal', {
      version: 1,
      fields: { title: 'No waiting' },
    });
    expect([changed.status, node(changed.body).node.title]).toEqual([
      200,
      'No waiting',
    ]);

    const bet = await send('post', '/value-nodes', {
      kind: 'bet',
      parentId: 'goal',
      fields: { title: 'If we call, they come' },
    });
    expect(bet.status).toBe(201);
    await add({ id: 'other' });
    const betPath = `/value-nodes/${bet.body.node.id}`;
    const moved = await send('post', `${betPath}/move`, {
      version: 1,
      parentId: 'other',
    });
    expect([moved.status, node(moved.body).node.parentId]).toEqual([
      200,
      'other',
    ]);
    const active = await send('post', `${betPath}/state`, {
      version: 2,
      state: 'active',
    });
    expect([active.status, node(active.body).node.state]).toEqual([
      200,
      'active',
    ]);
    const stopped = await send('post', `${betPath}/decisions`, {
      version: 3,
      type: 'stop',
      reason: 'Nobody came',
      learning: 'They want letters',
      measures: [measure.id],
    });
    expect([stopped.status, node(stopped.body).node.state]).toEqual([
      201,
      'stopped',
    ]);

    const links = `${betPath}/links`;
    const linked = await send('post', links, { entityRef: 'orders' });
    expect(linked.status).toBe(201);
    const again = await send('post', links, { entityRef: 'orders' });
    expect([again.status, again.body]).toEqual([200, linked.body]);
    const { linkId } = node(linked.body).node.products[0];
    const unlinked = await send('delete', `${links}/${linkId}`);
    expect([unlinked.status, node(unlinked.body).node.products]).toEqual([
      200,
      [],
    ]);

    const more = await send(
      'post',
      '/value-nodes/goal/measures',
      measureFields({ name: 'Calls', primary: false }),
    );
    expect(more.status).toBe(201);
    const second = measureSchema.strict().parse(more.body);
    const renamed = await send('patch', `/measures/${second.id}`, {
      version: 1,
      name: 'Calls a day',
    });
    expect(renamed.status).toBe(200);
    expect(measureSchema.strict().parse(renamed.body).version).toBe(2);
    const dropped = await send('delete', `/measures/${second.id}?version=2`);
    expect([dropped.status, dropped.text]).toEqual([204, '']);

    const checkIns = `/measures/${measure.id}/check-ins`;
    const reading = { date: '2026-02-01', value: 9 };
    const told = await send('post', checkIns, reading);
    expect(told.status).toBe(201);
    checkInResponseSchema.strict().parse(told.body);
    const toldAgain = await send('post', checkIns, reading);
    expect([toldAgain.status, toldAgain.body]).toEqual([200, told.body]);
    const { body: list } = await send('get', `${checkIns}?limit=1`);
    expect(checkInListSchema.strict().parse(list)).toMatchObject({
      items: [{ value: 9 }],
      total: 1,
    });

    const tree = await send('get', '/value-tree?domain=care');
    expect(tree.status).toBe(200);
    expect(
      valueTreeSchema
        .strict()
        .parse(tree.body)
        .nodes.map(one => one.id),
    ).toEqual(['goal', 'other', bet.body.node.id]);
    const read = await send('get', '/value-nodes/goal');
    expect(node(read.body).node.version).toBe(2);
    const history = await send('get', '/value-nodes/goal/history?limit=2');
    expect(nodeHistorySchema.strict().parse(history.body)).toMatchObject({
      items: [{ action: 'deleted' }, { action: 'edited' }],
      nextCursor: expect.any(String),
    });

    const gone = await send('delete', '/value-nodes/goal?version=2');
    expect([gone.status, gone.text]).toEqual([204, '']);
    expect((await send('get', '/value-nodes/goal')).status).toBe(404);
    expect(events).toEqual([
      'value-node-add {"id":"goal","kind":"goal","state":"proposed","version":1}',
      'value-node-change {"id":"goal","kind":"goal","state":"proposed","version":2}',
      expect.stringMatching(/^value-node-add /),
      expect.stringMatching(/^value-node-add /),
      expect.stringMatching(/^value-node-move /),
      expect.stringMatching(/^value-node-state .*"active"/),
      expect.stringMatching(/^value-node-decide .*"stopped"/),
      expect.stringMatching(/^value-node-link .*"isNew":true/),
      expect.stringMatching(/^value-node-link .*"isNew":false/),
      expect.stringMatching(/^value-node-unlink /),
      expect.stringMatching(/^measure-add /),
      expect.stringMatching(/^measure-change /),
      'measure-delete {}',
      expect.stringMatching(/^measure-check-in .*"isNew":true/),
      expect.stringMatching(/^measure-check-in .*"isNew":false/),
      'value-node-delete {}',
    ]);
  });

  it.each<[Method, string, object | undefined, string]>([
    ['post', '/value-nodes', { kind: 'goal' }, 'fields: '],
    ['post', '/value-nodes', goal({ kind: 'aim' }), 'kind: '],
    ['post', '/value-nodes', goal({ id: '../x' }), 'id: '],
    ['post', '/value-nodes', goal({ state: 'stopped' }), 'state: '],
    ['post', '/value-nodes', goal({ colour: 'red' }), '"colour"'],
    [
      'post',
      '/value-nodes',
      goal({ fields: { title: 'x', domain: 'care', stance: 'bold' } }),
      'fields.stance: ',
    ],
    [
      'post',
      '/value-nodes',
      goal({ measures: [{ ...measureFields(), unit: 7 }] }),
      'measures.0.unit: ',
    ],
    ['patch', '/value-nodes/known', { fields: {} }, 'version: '],
    ['post', '/value-nodes/known/move', { version: 1 }, 'parentId: '],
    ['post', '/value-nodes/known/state', { version: 1 }, 'state: '],
    [
      'post',
      '/value-nodes/known/decisions',
      { version: 1, type: 'stop' },
      'reason: ',
    ],
    ['post', '/value-nodes/known/links', { entityRef: '' }, 'entityRef: '],
    [
      'post',
      '/value-nodes/known/links',
      { provider: 'fax', ref: '1' },
      'provider: ',
    ],
    ['post', '/value-nodes/known/measures', {}, 'name: '],
    ['post', '/measures/m/check-ins', { date: 'today', value: 1 }, 'date: '],
    ['post', '/measures/m/check-ins', { date: '2026-02-01' }, 'value: '],
    ['delete', '/value-nodes/known', undefined, 'version: '],
    ['delete', '/measures/m?version=x', undefined, 'version: '],
    ['get', '/value-tree?colour=red', undefined, '"colour"'],
    ['get', '/value-nodes/known/history?at=soon', undefined, 'at: '],
    ['get', '/measures/m/check-ins?limit=0', undefined, 'limit: '],
  ])('%s %s %j: 400', async (method, path, body, message) => {
    await add({ id: 'known' });
    const response = await send(method, path, body);
    expect(response.body.error?.message).toContain(message);
    expect(response.status).toBe(400);
  });

  it.each<[Method, string, object | undefined]>([
    ['get', '/value-tree?root=none', undefined],
    ['get', '/value-nodes/none', undefined],
    ['get', '/value-nodes/none/history', undefined],
    ['get', '/measures/none/check-ins', undefined],
    ['patch', '/value-nodes/none', { version: 1, fields: {} }],
    ['delete', '/value-nodes/none?version=1', undefined],
    ['post', '/value-nodes/none/move', { version: 1, parentId: null }],
    ['post', '/value-nodes/none/state', { version: 1, state: 'active' }],
    [
      'post',
      '/value-nodes/none/decisions',
      { version: 1, type: 'start', reason: 'x' },
    ],
    ['post', '/value-nodes/none/links', { entityRef: 'orders' }],
    ['delete', '/value-nodes/none/links/1', undefined],
    ['post', '/value-nodes/none/measures', measureFields()],
    ['patch', '/measures/none', { version: 1 }],
    ['delete', '/measures/none?version=1', undefined],
    ['post', '/measures/none/check-ins', { date: '2026-02-01', value: 1 }],
  ])('%s %s: 404', async (method, path, body) => {
    const { status, body: answer } = await send(method, path, body);
    expect(answer.error).toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining('“none”'),
    });
    expect(status).toBe(404);
  });

  it('is for people who may; services report readings, and no more', async () => {
    const { measures } = await add({ measures: [measureFields()] });
    const [{ id: measure }] = measures;
    const writes: [Method, string, object?][] = [
      ['post', '/value-nodes', goal({ id: 'another' })],
      ['patch', '/value-nodes/goal', { version: 1, fields: { title: 'x' } }],
      ['delete', '/value-nodes/goal?version=1'],
      ['post', '/value-nodes/goal/move', { version: 1, parentId: null }],
      ['post', '/value-nodes/goal/state', { version: 1, state: 'active' }],
      [
        'post',
        '/value-nodes/goal/decisions',
        { version: 1, type: 'start', reason: 'x' },
      ],
      ['post', '/value-nodes/goal/links', { entityRef: 'orders' }],
      ['delete', '/value-nodes/goal/links/1'],
      ['post', '/value-nodes/goal/measures', measureFields()],
      ['patch', `/measures/${measure}`, { version: 1, name: 'x' }],
      ['delete', `/measures/${measure}?version=1`],
    ];
    for (const [method, path, body] of writes) {
      const byService = await send(method, path, body, SERVICE);
      expect([path, byService.status]).toEqual([path, 403]);
      const byOther = await send(method, path, body, BEA);
      expect([path, byOther.status]).toEqual([path, 403]);
      expect(byOther.body.error.message).toContain('data-mesh.goal.manage');
      const nobody = mockCredentials.none.header();
      expect((await send(method, path, body, nobody)).status).toBe(401);
    }
    const checkIns = `/measures/${measure}/check-ins`;
    const reading = { date: '2026-02-01', value: 9 };
    expect((await send('post', checkIns, reading, BEA)).status).toBe(403);
    const told = await send('post', checkIns, reading, SERVICE);
    expect(told.status).toBe(201);
    checkInResponseSchema.strict().parse(told.body);
    expect((await send('get', '/value-nodes/goal')).body.node.version).toBe(1);
  });

  it('answers what is stale with what is there now', async () => {
    const { measures } = await add({ measures: [measureFields()] });
    const path = `/measures/${measures[0].id}`;
    const outcomes = await Promise.all(
      ['One', 'Two'].map(title =>
        send('patch', '/value-nodes/goal', { version: 1, fields: { title } }),
      ),
    );
    const [won, lost] = outcomes.sort((a, b) => a.status - b.status);
    expect([won.status, lost.status]).toEqual([200, 409]);
    expect(lost.body.error.name).toBe('ConflictError');
    expect(node(lost.body.error.current)).toEqual(node(won.body));

    const stale = { version: 7, name: 'x' };
    const measure = await send('patch', path, stale);
    expect(measure.status).toBe(409);
    expect(
      measureSchema.strict().parse(measure.body.error.current).version,
    ).toBe(1);

    const first = { date: '2026-02-01', value: 9 };
    const { body: told } = await send('post', `${path}/check-ins`, first);
    const second = { ...first, value: 8 };
    const other = await send('post', `${path}/check-ins`, second);
    expect([other.status, other.body.error.current]).toEqual([
      409,
      told.checkIn,
    ]);
    expect(events.at(-1)).toBe('measure-check-in failed: ConflictError');
  });

  it('takes nodes with all their texts, and no more', async () => {
    const fields = {
      title: 'x'.repeat(400),
      description: '“'.repeat(4000),
      learning: 'ü'.repeat(4000),
      domain: CARE,
    };
    const measures = Array.from({ length: 10 }, (_, i) =>
      measureFields({
        name: `${i}`.repeat(200),
        primary: i === 0,
        source: '–'.repeat(500),
        scale: Array(10).fill('é'.repeat(200)),
        baseline: { value: 9, date: '2026-01-01' },
      }),
    );
    const { status } = await send('post', '/value-nodes', {
      ...goal(),
      fields,
      measures,
    });
    expect(status).toBe(201);
    const large = { ...goal(), fields: { title: 'x'.repeat(200_000) } };
    expect((await send('post', '/value-nodes', large)).status).toBe(413);
  });

  it('is described, route by route', () => {
    const document = createDocument({
      openapi: '3.1.0',
      info: { title: 'x', version: '1' },
      paths: valueTreePaths,
    });
    const described = Object.entries(document.paths ?? {}).flatMap(
      ([path, methods]) =>
        Object.keys(methods).map(method => `${method} ${path}`),
    );
    const served = router.stack.flatMap(({ route }) =>
      // The types of express leave out what its router has.
      Object.keys((route as any).methods).map(
        method => `${method} ${route!.path.replace(/:(\w+)/g, '{$1}')}`,
      ),
    );
    expect(described.sort()).toEqual(served.sort());
    expect(Object.keys(document.components?.schemas ?? {})).toEqual(
      expect.arrayContaining(['ValueTree', 'ValueNode', 'CheckInRequest']),
    );
  });
});
