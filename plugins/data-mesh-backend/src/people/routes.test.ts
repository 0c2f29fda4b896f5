import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import { NotAllowedError } from '@backstage/errors';
import { erasureSchema } from '@backstage-data-mesh/plugin-data-mesh-common';
import express from 'express';
import PromiseRouter from 'express-promise-router';
import { Knex } from 'knex';
import request from 'supertest';
import { createTestDatabases, migrated } from '../__testUtils__/projection';
import { AuditLog } from '../audit/AuditLog';
import { PeopleService } from './PeopleService';
import { addPeopleRoutes } from './routes';

jest.setTimeout(60_000);

const databases = createTestDatabases();
const ADA = 'user:default/ada';
const ADMIN = 'user:default/admin';

describe.each(databases.eachSupportedId())('people routes on %s', id => {
  let knex: Knex;
  const noted: unknown[] = [];
  const marked: string[] = [];

  beforeEach(async () => {
    noted.length = 0;
    marked.length = 0;
    knex = await migrated(await databases.init(id));
    await knex('evidence').insert({
      entity_ref: 'dataproduct:default/orders',
      key: 'promises.kept',
      source: ADA,
      way: 'portal',
      value: 'true',
      since: '2026-03-01',
      observed_at: '2026-03-01',
      received_at: '2026-03-01',
    });
  });

  function app() {
    const people = new PeopleService({
      knex,
      audit: new AuditLog(),
      reevaluation: { mark: async refs => void marked.push(...refs) },
      visibility: {
        require: async ({ name }, { principal }) => {
          const { userEntityRef } = principal as { userEntityRef?: string };
          if (userEntityRef !== ADMIN) {
            throw new NotAllowedError(`This needs the permission ${name}`);
          }
        },
      },
    });
    const router = PromiseRouter();
    router.use(express.json());
    addPeopleRoutes(router, {
      httpAuth: mockServices.httpAuth(),
      auditor: mockServices.auditor.mock({
        createEvent: async event => ({
          success: async ({ meta } = {}) => void noted.push([event, meta]),
          fail: async ({ error }) => void noted.push([event, error.message]),
        }),
      }),
      people,
    });
    return express().use(router).use(mockErrorHandler());
  }

  const erase = (body: object, header = mockCredentials.user.header(ADMIN)) =>
    request(app())
      .post('/people/erasures')
      .set('Authorization', header)
      .send(body);

  const sources = async () => (await knex('evidence')).map(row => row.source);

  it('erases, once, and notes it without the name', async () => {
    const { status, body } = await erase({ user: 'User:default/Ada' });
    expect(status).toBe(200);
    const erasure = erasureSchema.strict().parse(body);
    expect(erasure.replaced.answers).toBe(1);
    expect(erasure.stillInCatalog).toBe(false);
    expect(await sources()).toEqual(['user:data-mesh/erased-person']);
    expect(marked).toEqual(['dataproduct:default/orders']);

    const again = erasureSchema.parse((await erase({ user: ADA })).body);
    expect(Object.values(again.replaced)).toEqual(
      Object.values(again.replaced).map(() => 0),
    );
    expect(await knex('audit_log')).toMatchObject([
      { by: ADMIN, action: 'person-erased', subject_ref: null },
    ]);
    expect(noted).toMatchObject([
      [
        { eventId: 'person-erase', severityLevel: 'high' },
        { replaced: { answers: 1 } },
      ],
      [{}, { replaced: { answers: 0 } }],
    ]);
    const metas = noted.map(one => JSON.stringify((one as unknown[])[1]));
    expect(metas.join()).not.toContain('ada');
  });

  it('answers with zeros for somebody who is not known', async () => {
    const { status, body } = await erase({ user: 'user:default/nobody' });
    expect(status).toBe(200);
    const { replaced, removed, stillInCatalog } = erasureSchema.parse(body);
    const counts = [...Object.values(replaced), ...Object.values(removed)];
    expect(new Set(counts)).toEqual(new Set([0]));
    expect(stillInCatalog).toBe(false);
    expect(await sources()).toEqual([ADA]);
    expect(await knex('audit_log')).toEqual([]);
  });

  it.each([
    [null, true],
    ['2026-03-01T00:00:00Z', false],
  ])('tells of the catalog, gone at %s', async (gone, expected) => {
    await knex('subjects').insert({
      ref: ADA,
      kind: 'user',
      title: 'Ada',
      sort_title: 'ada',
      data: '{}',
      digest: 'x',
      seen_at: '2026-01-01T00:00:00.000Z',
      gone_at: gone,
    });
    const { body } = await erase({ user: ADA });
    expect(body.stillInCatalog).toBe(expected);
  });

  it.each([
    [{ user: 'ada' }, 'user: It has to be the full ref of a user'],
    [{ user: 'user:ada' }, 'user: It has to be the full ref of a user'],
    [{ user: 'user:default/' }, 'user: It has to be the full ref of a user'],
    [{ user: 'user:default/a da' }, 'user: It has to be the full ref'],
    [{ user: 'group:default/team-a' }, 'user: It has to be the full ref'],
    [{ user: `user:default/${'a'.repeat(300)}` }, 'user: '],
    [{ user: 7 }, 'user: '],
    [{}, 'user: '],
    [{ user: ADA, all: true }, 'Unrecognized key: "all"'],
    [{ user: 'user:data-mesh/erased-person' }, 'erased already'],
    [{ user: 'User:data-mesh/erased-person-2' }, 'erased already'],
  ])('refuses %j', async (body, message) => {
    const { status, body: answer } = await erase(body);
    expect(status).toBe(400);
    expect(answer.error.message).toContain(message);
    expect(await sources()).toEqual([ADA]);
    expect(noted).toEqual([[expect.anything(), answer.error.message]]);
  });

  it('is for people who have the permission', async () => {
    const other = await erase({ user: ADA }, mockCredentials.user.header(ADA));
    expect(other.status).toBe(403);
    expect(other.body.error.message).toContain('data-mesh.person.erase');
    for (const header of [
      mockCredentials.service.header(),
      mockCredentials.none.header(),
    ]) {
      expect((await erase({ user: ADA }, header)).status).toBeGreaterThan(400);
    }
    expect(await sources()).toEqual([ADA]);
  });
});
